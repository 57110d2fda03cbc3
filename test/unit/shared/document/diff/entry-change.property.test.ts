import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdit, composeEdits, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { diffDesigns, type DesignDiff, editBetween } from '../../../../../src/shared/document/diff/entry-change.ts'
import { netChanges } from '../../../../../src/shared/document/diff/net-changes.ts'
import { tallyOf } from '../../../../../src/shared/document/diff/things.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import { designArbitrary } from '../../../arbitraries/design.ts'
import { editArbitrary } from '../../../arbitraries/edit.ts'
import { valueOf } from './value-of.ts'

const designAndEdit = designArbitrary(2).chain((design) => editArbitrary(design, 8).map((edit) => ({ design, edit, after: valueOf(applyEdit(design, edit)) })))

/** What both ways of telling changes agree on. */
const essence = ({ renamed, entries }: DesignDiff) => ({
  renamed,
  entries: entries.map(({ collection, id, kind, fields }) => ({ collection, id, kind, fields: [...fields].sort((a, b) => (a.field < b.field ? -1 : 1)) })).sort((a, b) => (`${a.collection} ${a.id}` < `${b.collection} ${b.id}` ? -1 : 1)),
})

it('the edit between two designs makes the one of the other, to the byte and but for its name', () => {
  fc.assert(
    fc.property(designAndEdit, ({ design, after }) => {
      const edit = editBetween(design, after, 'x')
      const made = valueOf(applyEdit(design, edit))
      expect(serializeDesign({ ...made, name: after.name })).toBe(serializeDesign(after))
      expect(serializeDesign(valueOf(applyEdit(made, invertEdit(edit))))).toBe(serializeDesign(design))
      expect(diffDesigns(made, after).entries).toEqual([])
    }),
    { seed: 41, numRuns: 60 },
  )
})

it('edits come to what the designs before and after them differ in', () => {
  fc.assert(
    fc.property(designAndEdit, ({ design, edit, after }) => {
      const singly = edit.changes.map((change) => ({ label: 'x', changes: [change] }))
      const [net, diff] = [netChanges(singly), diffDesigns(design, after)]
      expect(essence(net)).toEqual(essence(diff))
      expect(tallyOf(net)).toEqual(tallyOf(diff))
      expect(netChanges([edit, invertEdit(edit)])).toEqual({ entries: [] })
      expect(netChanges([composeEdits('x', singly)])).toEqual(net)
    }),
    { seed: 42, numRuns: 80 },
  )
})
