import { answer, type Outcome, refuse } from '../../../shared/contract.ts'
import { editBetween } from '../../../shared/document/diff/entry-change.ts'
import { readDesign } from '../../jobs/read-design.ts'
import { tellVersions } from '../../jobs/tell-versions.ts'
import type { Library } from '../../library/library.ts'
import { readNumber } from '../arguments.ts'
import type { Arguments, Command, ExitCode, Output } from '../command.ts'
import { findDesign, findRevision, LIBRARY_OPTION, openLibrary, readRevision } from '../open-library.ts'
import { JSON_OPTION } from '../options.ts'
import { designsText, hitsText, timeText, versionsText } from '../text/library.ts'

interface Work {
  readonly library: Library
  readonly given: Arguments
  readonly output: Output
  readonly rest: readonly string[]
}

const print = ({ given, output }: Work, json: unknown, text: string): Outcome<ExitCode> => {
  output.print(given.isSet('json') ? JSON.stringify(json, null, 2) : text)
  return answer(0)
}

function list(work: Work): Outcome<ExitCode> {
  if (work.rest.length > 0) return refuse('bad-use', `"${work.rest[0]}" is one argument too many for list`)
  const designs = work.given.isSet('trash') ? work.library.trashed() : work.library.list()
  return designs.ok ? print(work, { designs: designs.value }, designsText(designs.value, work.output.width)) : designs
}

/** Designs of an older library are read before the first search. */
function readAll(library: Library): Outcome<null> {
  for (;;) {
    const id = library.unread()
    if (!id.ok) return id
    if (id.value === undefined) return answer(null)
    const source = library.source({ id: id.value })
    const read = source.ok ? readDesign(source.value) : source
    const learned = library.learn({ id: id.value, ...(source.ok ? { revision: source.value.revision } : {}), ...(read.ok ? { design: read.value } : {}) })
    if (!learned.ok) return learned
  }
}

function search(work: Work): Outcome<ExitCode> {
  if (work.rest.length === 0) return refuse('bad-use', '<text> is missing')
  const most = readNumber(work.given, 'most', 1, 500)
  if (!most.ok) return most
  const known = readAll(work.library)
  if (!known.ok) return known
  const found = work.library.search({ text: work.rest.join(' '), most: most.value ?? 50 })
  if (!found.ok) return found
  const { hits, hasMore } = found.value
  print(work, { hits, hasMore }, hitsText(hits, hasMore, work.output.width))
  return answer(hits.length > 0 ? 0 : 1)
}

function versions(work: Work): Outcome<ExitCode> {
  const [text, extra] = work.rest
  if (text === undefined || extra !== undefined) return refuse('bad-use', text === undefined ? '<design> is missing' : `"${extra}" is one argument too many for versions`)
  const most = readNumber(work.given, 'most', 1, 500)
  if (!most.ok) return most
  const design = findDesign(work.library, text)
  if (!design.ok) return design
  const listed = work.library.versions({ id: design.value.id, most: most.value ?? 50 })
  if (!listed.ok) return listed
  const told = tellVersions(listed.value.versions.map(({ edits }) => edits))
  if (!told.ok) return told
  const all = listed.value.versions.map(({ edits: _texts, ...version }, position) => ({ ...version, tally: told.value[position] ?? { added: 0, removed: 0, changed: 0, moved: 0, others: 0 } }))
  return print(work, { design: design.value, versions: all, hasMore: listed.value.hasMore }, versionsText(all, work.output.width))
}

function restoreVersion(work: Work, design: Parameters<typeof readRevision>[1], version: string): Outcome<ExitCode> {
  const revision = findRevision(work.library, design, version)
  if (!revision.ok) return revision
  const then = readRevision(work.library, design, revision.value)
  if (!then.ok) return then
  if (!work.given.isSet('in-place')) {
    const made = work.library.create({ name: work.given.text('name') ?? `${design.name} (revision ${revision.value})`.slice(0, 255), design: then.value })
    if (!made.ok) return made
    work.output.say(`made the design "${made.value.name}" of revision ${revision.value}`)
    return print(work, { design: made.value }, made.value.id)
  }
  if (work.given.isSet('name')) return refuse('bad-use', '--name goes with a new design, not with --in-place')
  const now = work.library.open({ id: design.id })
  if (!now.ok) return now
  const edit = editBetween(now.value.design, then.value, `Restore revision ${revision.value}`)
  if (edit.changes.length === 0) return refuse('nothing-to-restore', `"${design.name}" is as it was at revision ${revision.value} already`)
  const appended = work.library.append({ id: design.id, expectedRevision: now.value.revision, edit })
  if (!appended.ok) return appended
  work.output.say(`"${design.name}" is as it was at revision ${revision.value}; that is revision ${appended.value.revision}`)
  return print(work, appended.value, String(appended.value.revision))
}

function restore(work: Work): Outcome<ExitCode> {
  const [text, extra] = work.rest
  if (text === undefined || extra !== undefined) return refuse('bad-use', text === undefined ? '<design> is missing' : `"${extra}" is one argument too many for restore`)
  const design = findDesign(work.library, text)
  if (!design.ok) return design
  const version = work.given.text('version')
  if (version !== undefined) return restoreVersion(work, design.value, version)
  const other = ['in-place', 'name'].find((name) => work.given.isSet(name))
  if (other !== undefined) return refuse('bad-use', `--${other} goes with --version`)
  const restored = work.library.restore({ id: design.value.id })
  if (!restored.ok) return restored
  work.output.say(`"${restored.value.name}" is out of the trash, as it was at ${timeText(restored.value.changedAt)} UTC`)
  return print(work, { design: restored.value }, restored.value.id)
}

const ACTIONS: Readonly<Record<string, (work: Work) => Outcome<ExitCode>>> = { list, search, versions, restore }

/** `causeway library`: the designs that the window keeps, from the command line. */
export const libraryCommand: Command = {
  name: 'library',
  summary: 'List and search the library of designs, tell versions, and restore.',
  places: { label: 'list, search <text>, versions <design> or restore <design>', least: 1, most: 20 },
  forms: [
    'list [--trash] [--json]',
    'search <text> [--most <n>] [--json]',
    'versions <design> [--most <n>] [--json]',
    'restore <design> [--json]',
    'restore <design> --version <version> [--name <name> | --in-place] [--json]',
  ],
  options: {
    trash: { help: 'list: what lies in the trash' },
    most: { value: '<n>', help: 'search, versions: so many at most, 50 by default' },
    version: { value: '<version>', help: 'restore: a revision, the name of a version, or now; makes a new design of it' },
    name: { value: '<name>', help: 'restore --version: what the new design is called' },
    'in-place': { help: 'restore --version: change the design itself, as one edit, which can be undone' },
    library: LIBRARY_OPTION,
    json: JSON_OPTION,
  },
  notes: [
    'A <design> is its name or its id, in the trash too. Without --version, restore takes it out of the trash.',
    'A search needs the beginnings of words; an address also finds the blocks that hold it. Its exit code is 1 when nothing was found.',
  ],
  run: async (given, output) => {
    const [action = '', ...rest] = given.places
    const perform = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (perform === undefined) return refuse('bad-use', `there is no library ${action}; there is ${Object.keys(ACTIONS).join(', ')}`)
    const library = await openLibrary(given)
    if (!library.ok) return library
    try {
      return perform({ library: library.value, given, output, rest })
    } finally {
      library.value.close()
    }
  },
}
