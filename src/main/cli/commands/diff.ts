import { answer, type Outcome, refuse } from '../../../shared/contract.ts'
import type { Design } from '../../../shared/document/design.ts'
import type { Arguments, Command, Output } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { findDesign, findRevision, LIBRARY_OPTION, openLibrary, readRevision } from '../open-library.ts'
import { JSON_OPTION } from '../options.ts'
import { diffText, toldDiff } from '../text/diff.ts'

type Both = Outcome<{ readonly before: Design; readonly after: Design }>

async function loadFiles([first = '', second = '']: readonly string[], output: Output): Promise<Both> {
  const before = await loadDesign(first, output)
  if (!before.ok) return before
  const after = await loadDesign(second, output)
  return after.ok ? answer({ before: before.value, after: after.value }) : after
}

async function loadVersions(of: string, [first = '', second = '']: readonly string[], given: Arguments): Promise<Both> {
  const library = await openLibrary(given)
  if (!library.ok) return library
  try {
    const design = findDesign(library.value, of)
    if (!design.ok) return design
    const read = (text: string): Outcome<Design> => {
      const revision = findRevision(library.value, design.value, text)
      return revision.ok ? readRevision(library.value, design.value, revision.value) : revision
    }
    const before = read(first)
    if (!before.ok) return before
    const after = read(second)
    return after.ok ? answer({ before: before.value, after: after.value }) : after
  } finally {
    library.value.close()
  }
}

/** `causeway diff`: what two designs, or two versions of one, differ in. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'Tell what two designs, or two versions of one, differ in.',
  places: { label: '<before> <after>', least: 2, most: 2 },
  forms: ['<design> <design> [--json]', '<version> <version> --of <design> [--library <dir>] [--json]'],
  options: {
    of: { value: '<design>', help: 'compare versions of this design of the library (its name or id): <before> and <after> are then a revision, the name of a version, or now' },
    library: LIBRARY_OPTION,
    json: JSON_OPTION,
  },
  notes: ['Things are told apart by id, so that a renamed subnet is a changed one. Exit code 0 when both are the same, 1 when they differ, 2 when one cannot be read.'],
  run: async (given, output) => {
    const of = given.text('of')
    if (of === undefined && given.isSet('library')) return refuse('bad-use', '--library goes with --of')
    const both = of === undefined ? await loadFiles(given.places, output) : await loadVersions(of, given.places, given)
    if (!both.ok) return both
    const told = toldDiff(both.value.before, both.value.after)
    output.print(given.isSet('json') ? JSON.stringify(told, null, 2) : diffText(told, output.width))
    return answer(told.changes.length === 0 && told.renamed === undefined ? 0 : 1)
  },
}
