import fc from 'fast-check'
import type { Design } from '../../../src/shared/document/design.ts'
import { applyEdit, type Change, type Edit } from '../../../src/shared/document/edit.ts'

/** One random change that fits the design: an entry added, replaced, removed, a field set or emptied, the design renamed. */
function changeArbitrary(design: Design): fc.Arbitrary<Change> {
  const entries = (['resources', 'intents', 'placements'] as const).flatMap((collection) => Object.entries(design[collection]).map(([id, entry]) => ({ collection, id, entry: entry as Readonly<Record<string, unknown>> })))
  const rename = fc.string({ maxLength: 20 }).map((after): Change => ({ op: 'rename', before: design.name, after }))
  const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })
  if (entries.length === 0) return rename
  const entry = fc.constantFrom(...entries)
  const put = { op: 'put' } as const
  return fc.oneof(
    rename,
    entry.map(({ collection, id, entry: before }): Change => ({ ...put, collection, id, before })),
    entry.chain(({ id }) => place.map((after): Change => ({ ...put, collection: 'placements', id: id.replace('intent:', 'vpc:'), ...(design.placements[id as keyof Design['placements']] ? { before: design.placements[id as keyof Design['placements']] } : {}), after }))),
    fc.tuple(entry, fc.string({ maxLength: 12 })).map(([{ collection, id, entry: before }, name]): Change =>
      collection === 'placements' ? { op: 'set', collection, id, field: 'x', before: before['x'], after: name.length } : { op: 'set', collection, id, field: 'name', ...(before['name'] === undefined ? {} : { before: before['name'] }), after: name },
    ),
    fc.tuple(entry, fc.nat(999)).map(([{ collection, id, entry: before }, number]): Change => {
      if (collection !== 'resources') return { ...put, collection, id, before }
      const copy = `${id}-${number}`
      const known = design.resources[copy as keyof Design['resources']]
      return known ? { ...put, collection, id: copy, before: known } : { ...put, collection, id: copy, after: { ...before, id: copy } }
    }),
  )
}

/** Random edits of several changes, each made against the outcome of those before it. */
export function editArbitrary(design: Design, most = 5): fc.Arbitrary<Edit> {
  const grow = (made: readonly Change[], left: number): fc.Arbitrary<Edit> => {
    const label = 'random'
    const current = applyEdit(design, { label, changes: made })
    if (!current.ok) throw new Error(`the generated edit does not fit: ${JSON.stringify(current.problems[0])}`)
    const done = fc.constant<Edit>({ label, changes: made })
    if (left === 0) return done
    return fc.oneof({ weight: 1, arbitrary: done }, { weight: 4, arbitrary: changeArbitrary(current.value).chain((change) => grow([...made, change], left - 1)) })
  }
  return grow([], most)
}
