import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../../src/shared/net/address.ts'
import { containsAddress, parsePrefix, type Prefix, prefixOf } from '../../../../src/shared/net/prefix.ts'
import { type AddressRange, formatRange, joinRanges, slice, withoutAddresses } from '../../../../src/shared/net/range.ts'

const low = fc.integer({ min: 0, max: 255 }).map(BigInt)
const range = fc.tuple(low, low).map(([a, b]): AddressRange => ({ family: 4, first: a < b ? a : b, last: a < b ? b : a }))
const block = fc.tuple(low, fc.integer({ min: 23, max: 32 })).map(([value, length]): Prefix => prefixOf({ family: 4, value }, length))
const members = ({ first, last }: AddressRange) => Array.from({ length: Number(last - first) + 1 }, (_, at) => first + BigInt(at))

it('cuts a range into slices that lie in a block wholly or not at all, in order and without a gap', () => {
  fc.assert(
    fc.property(range, fc.array(block, { maxLength: 8 }), (whole, blocks) => {
      const slices = slice(whole, blocks)
      expect(slices.flatMap(({ range: part }) => members(part))).toEqual(members(whole))
      for (const { range: part, inside } of slices) {
        const around = members(part).map((value) => blocks.flatMap((other, at) => (containsAddress(other, { family: 4, value }) ? [at] : [])).join())
          expect(new Set(around)).toEqual(new Set([[...inside].sort((a, b) => a - b).join()]))
      }
    }),
    { seed: 20_261_128, numRuns: 300 },
  )
})

it('takes single addresses out of a range', () => {
  fc.assert(
    fc.property(range, fc.array(low, { maxLength: 6 }), (whole, taken) => {
      const left = withoutAddresses(whole, taken.map((value) => ({ family: 4, value })))
      expect(left.flatMap(members)).toEqual(members(whole).filter((value) => !taken.includes(value)))
    }),
    { seed: 20_261_129, numRuns: 500 },
  )
})

describe('formatRange', () => {
  const between = (first: string, last: string): AddressRange => ({ family: first.includes(':') ? 6 : 4, first: parseAddress(first)?.value ?? 0n, last: parseAddress(last)?.value ?? 0n })
  it.each([
    ['10.0.0.4', '10.0.0.4', '10.0.0.4'],
    ['10.0.0.0', '10.0.0.255', '10.0.0.0/24'],
    ['10.0.0.4', '10.0.0.7', '10.0.0.4/30'],
    ['10.0.0.4', '10.0.0.254', '10.0.0.4-10.0.0.254'],
    ['10.0.0.2', '10.0.0.5', '10.0.0.2-10.0.0.5'],
    ['2001:db8::', '2001:db8::ffff', '2001:db8::/112'],
  ])('%s to %s is %s', (first, last, text) => {
    expect(formatRange(between(first, last))).toBe(text)
  })
  it('joins what touches, and nothing of another family', () => {
    expect(joinRanges([between('10.0.0.8', '10.0.0.15'), between('10.0.0.0', '10.0.0.7'), between('10.0.0.17', '10.0.0.18'), between('::', '::1')]).map(formatRange)).toEqual(['10.0.0.0/28', '10.0.0.17-10.0.0.18', '::/127'])
    expect(parsePrefix('10.0.0.0/28')).toBeDefined()
  })
})
