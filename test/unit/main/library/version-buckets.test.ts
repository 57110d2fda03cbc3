import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKET_MS, bucketsOf, type Stamp } from '../../../../src/main/library/version-buckets.ts'

const MINUTE = 60_000
const created = { revision: 0, madeAt: 0 }
const at = (...minutes: readonly number[]): Stamp[] => minutes.map((minute, position) => ({ revision: position + 1, madeAt: minute * MINUTE }))
const revisions = (edits: readonly Stamp[], named: readonly number[] = []) => bucketsOf(created, edits, new Set(named)).map(({ first, revision }) => `${first}-${revision}`)

describe('versions', () => {
  it.each([
    ['nothing but what it was made as', [], [], ['0-0']],
    ['five minutes of work, measured from its first edit', [1, 3, 5.9, 6, 7, 11.1], [], ['0-0', '1-3', '4-5', '6-6']],
    ['a pause', [1, 60], [], ['0-0', '1-1', '2-2']],
    ['a named revision ends one', [1, 1.1, 1.2], [2], ['0-0', '1-2', '3-3']],
    ['a clock that was set back', [10, 11, 2, 3], [], ['0-0', '1-2', '3-4']],
  ])('%s', (_what, minutes, named, expected) => {
    expect(revisions(at(...minutes), named)).toEqual(expected)
  })

  it('hold every edit once, none for longer than five minutes, and stay as they are when more edits come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 60 })), (pauses, named) => {
        let time = 0
        const edits = pauses.map((pause, position): Stamp => ({ revision: position + 1, madeAt: (time += pause) }))
        const buckets = bucketsOf(created, edits, new Set(named))
        expect(buckets.slice(1).flatMap(({ first, revision }) => Array.from({ length: revision - first + 1 }, (_, at) => first + at))).toEqual(edits.map(({ revision }) => revision))
        for (const { startedAt, madeAt } of buckets) expect(madeAt - startedAt).toBeLessThan(BUCKET_MS)
        const fewer = bucketsOf(created, edits.slice(0, -1), new Set(named))
        expect(buckets.slice(0, fewer.length - 1)).toEqual(fewer.slice(0, -1))
      }),
      { seed: 7, numRuns: 100 },
    )
  })
})
