import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ListedDesign } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { readDesign } from '../jobs/read-design.ts'
import type { Library } from '../library/library.ts'
import { defaultLibraryFolder } from '../library-folder.ts'
import type { Arguments, Option } from './command.ts'

/** The folder of the library. */
export const LIBRARY_OPTION: Option = { value: '<dir>', help: "folder of the library of designs; by default the person's own" }

/** Opens the library that is there; none is made. The caller closes it. The database is loaded by commands that need it alone. */
export async function openLibrary(given: Arguments): Promise<Outcome<Library>> {
  const [{ LIBRARY_FILE }, { openLibrary: open }] = await Promise.all([import('../library/connection.ts'), import('../library/library.ts')])
  const folder = resolve(given.text('library') ?? defaultLibraryFolder({ platform: process.platform, home: homedir(), env: process.env }))
  if (!existsSync(join(folder, LIBRARY_FILE))) return refuse('no-library', `There is no library in ${folder}; "causeway serve" makes one, or name another with --library.`, { path: folder })
  return open({ folder })
}

/** The design of the library that a person means: by id or by name, in the trash too. */
export function findDesign(library: Library, text: string): Outcome<ListedDesign> {
  const [listed, trashed] = [library.list(), library.trashed()]
  if (!listed.ok) return listed
  if (!trashed.ok) return trashed
  const all = [...listed.value, ...trashed.value]
  const byId = all.find(({ id }) => id === text)
  if (byId) return answer(byId)
  const named = all.filter(({ name }) => name === text)
  const [only] = named
  if (only && named.length === 1) return answer(only)
  if (named.length > 1) return refuse('ambiguous', `${named.length} designs are called "${text}"; give the id of one`, { details: named.map(({ id, trashedAt }) => `${id}${trashedAt === undefined ? '' : ' (in the trash)'}`) })
  return refuse('unknown-design', `there is no design "${text}" in the library; "causeway library list" tells them`)
}

/** The revision that a person means: its number, the name of a version, or `now`. */
export function findRevision(library: Library, design: ListedDesign, text: string): Outcome<number> {
  if (text === 'now') return answer(design.revision)
  if (/^\d{1,9}$/.test(text)) return answer(Number(text))
  const listed = library.versions({ id: design.id, most: Number.MAX_SAFE_INTEGER })
  if (!listed.ok) return listed
  const named = listed.value.versions.filter(({ name }) => name === text)
  const [only] = named
  if (only && named.length === 1) return answer(only.revision)
  if (named.length > 1) return refuse('ambiguous', `${named.length} versions are called "${text}"; give the revision of one: ${named.map(({ revision }) => revision).join(', ')}`)
  return refuse('unknown-revision', `"${design.name}" has no version "${text}"; give a revision, the name of a version, or now ("causeway library versions" tells them)`)
}

/** A design as it was at a revision. */
export function readRevision(library: Library, design: ListedDesign, revision: number): Outcome<Design> {
  const source = library.source({ id: design.id, revision })
  return source.ok ? readDesign(source.value) : source
}
