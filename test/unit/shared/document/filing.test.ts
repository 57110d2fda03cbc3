import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { fileAll, refile } from '../../../../src/shared/document/filing.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { editArbitrary } from '../../arbitraries/edit.ts'

const edited = designArbitrary(2).chain((design) => editArbitrary(design, 8).map((edit) => ({ design, edit })))

describe('filing', () => {
  it('of what an edit changed gives what filing everything gives', () => {
    fc.assert(
      fc.property(edited, ({ design, edit }) => {
        const after = applyEdit(design, edit)
        if (!after.ok) throw new Error(after.problems[0]?.message)
        const changed = edit.changes.flatMap((change) => (change.op !== 'rename' && change.collection === 'resources' ? [change.id as ResourceId] : []))
        expect(refile(fileAll(design.resources), design.resources, after.value.resources, changed)).toEqual(fileAll(after.value.resources))
      }),
      { seed: 61, numRuns: 150 },
    )
  })

  it('is carried over edits by the index, also backwards', () => {
    fc.assert(
      fc.property(edited, ({ design, edit }) => {
        indexOf(design)
        const after = applyEdit(design, edit)
        if (!after.ok) throw new Error(after.problems[0]?.message)
        for (const id of Object.keys(after.value.resources) as ResourceId[]) {
          expect(indexOf(after.value).children(id)).toEqual(indexOf({ ...after.value }).children(id))
          expect(indexOf(after.value).referrers(id)).toEqual(indexOf({ ...after.value }).referrers(id))
        }
        expect(indexOf(design).design).toBe(design)
      }),
      { seed: 62, numRuns: 60 },
    )
  })
})
