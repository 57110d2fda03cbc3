import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findOverlaps, type Held } from '../../../../src/shared/net/overlap.ts'
import { overlaps, type Prefix, prefixOf } from '../../../../src/shared/net/prefix.ts'

const held: fc.Arbitrary<Held<string>> = fc.record({
  prefix: fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 2, max: 8 })).map(([value, length]): Prefix => prefixOf({ family: 4, value: BigInt(value) << 24n }, length)),
  holder: fc.constantFrom('a', 'b', 'c', 'd'),
})

it('names exactly the holders that overlap another one, in fewer findings than blocks', () => {
  fc.assert(
    fc.property(fc.array(held, { maxLength: 12 }), (blocks) => {
      const found = findOverlaps(blocks)
      for (const { inner, outer } of found) expect(inner.holder !== outer.holder && overlaps(inner.prefix, outer.prefix)).toBe(true)
      const named = new Set(found.flatMap(({ inner, outer }) => [inner.holder, outer.holder]))
      const meant = blocks.filter((one) => blocks.some((other) => one.holder !== other.holder && overlaps(one.prefix, other.prefix))).map(({ holder }) => holder)
      expect(named).toEqual(new Set(meant))
      expect(found.length).toBeLessThan(Math.max(1, blocks.length))
    }),
    { seed: 20261122, numRuns: 2000 },
  )
})

it('reports the narrowest block around, and of equal blocks the later one', () => {
  const of = (value: number, length: number, holder: string): Held<string> => ({ prefix: prefixOf({ family: 4, value: BigInt(value) << 24n }, length), holder })
  const [wide, narrow, inner, twin] = [of(8, 5, 'a'), of(8, 6, 'b'), of(8, 8, 'c'), of(8, 8, 'd')]
  expect(findOverlaps([twin, inner, narrow, wide]).map(({ inner: one, outer }) => [one.holder, outer.holder])).toEqual([
    ['b', 'a'],
    ['d', 'b'],
    ['c', 'd'],
  ])
})
