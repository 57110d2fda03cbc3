import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddress, widthOf } from '../../../../src/shared/net/address.ts'
import { addressAt, comparePrefixes, containsAddress, containsPrefix, equalPrefix, firstFree, formatPrefix, overlaps, parseCidr, parsePrefix, parsePrefixes, type Prefix, prefixOf, sampleAddress, sizeOf } from '../../../../src/shared/net/prefix.ts'
import { address, addressOf, prefix, smallPrefix, smallSpace } from '../../arbitraries/net.ts'

const seed = { seed: 12, numRuns: 400 }
const families = fc.constantFrom<4 | 6>(4, 6)
const pair = families.chain((family) => fc.tuple(smallPrefix(family), smallPrefix(family)))
const members = (block: Prefix) => smallSpace(block.family).filter((one) => containsAddress(block, one)).map((one) => one.value)

describe('blocks', () => {
  it('come back as they were written, with no host bits', () => {
    fc.assert(fc.property(prefix, (one) => { expect(parseCidr(formatPrefix(one))).toEqual({ prefix: one, hadHostBits: false }) }), seed)
  })

  it('lose their host bits and say so', () => {
    fc.assert(
      fc.property(address, fc.nat(128), (one, length) => {
        const fitting = length % (widthOf(one.family) + 1)
        const parsed = parseCidr(`${formatAddress(one)}/${fitting}`)
        expect(parsed?.prefix).toEqual(prefixOf(one, fitting))
        expect(parsed?.hadHostBits).toBe(parsed?.prefix.value !== one.value)
      }),
      seed,
    )
  })

  it.each(['10.0.0.0', '10.0.0.0/', '/8', '10.0.0.0/33', '::/129', '10.0.0.0/08', '10.0.0.0/+8', '10.0.0.0/8 ', '10.0.0.0/8/9', '10.0.0.0/-1', '10.0.0.0/1e1', 'x/8', '10.0.0.0/ 8'])('%j is no CIDR', (text) => {
    expect(parseCidr(text)).toBeUndefined()
  })

  it('take a bare address as a block of one, and remember what they read', () => {
    expect(parsePrefix('10.0.0.1')).toEqual({ family: 4, value: 0x0a000001n, length: 32 })
    expect(parsePrefix('::1')?.length).toBe(128)
    expect(parsePrefix('nonsense')).toBeUndefined()
    expect(parsePrefix('10.0.0.1')).toBe(parsePrefix('10.0.0.1'))
    expect(parsePrefix('__proto__')).toBeUndefined()
    expect(parsePrefixes(['10.0.0.0/8', 'x', '::/0']).map(formatPrefix)).toEqual(['10.0.0.0/8', '::/0'])
  })

  it('contain and overlap as their addresses do', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const inA = new Set(members(a))
        const inB = members(b)
        expect(BigInt(inA.size)).toBe(sizeOf(a))
        expect(containsPrefix(a, b)).toBe(inB.every((one) => inA.has(one)))
        expect(overlaps(a, b)).toBe(inB.some((one) => inA.has(one)))
        expect(equalPrefix(a, b)).toBe(inA.size === inB.length && inB.every((one) => inA.has(one)))
      }),
      seed,
    )
  })

  it('never meet across families', () => {
    const four = prefixOf({ family: 4, value: 0n }, 0)
    const six = prefixOf({ family: 6, value: 0n }, 0)
    expect([containsPrefix(four, six), containsPrefix(six, four), overlaps(four, six), equalPrefix(four, six), containsAddress(four, { family: 6, value: 1n })]).toEqual([false, false, false, false, false])
  })

  it('have a total order', () => {
    fc.assert(
      fc.property(prefix, prefix, prefix, (a, b, c) => {
        expect(Math.sign(comparePrefixes(a, b)) + Math.sign(comparePrefixes(b, a))).toBe(0)
        expect(comparePrefixes(a, b) === 0).toBe(equalPrefix(a, b))
        if (comparePrefixes(a, b) <= 0 && comparePrefixes(b, c) <= 0) expect(comparePrefixes(a, c)).toBeLessThanOrEqual(0)
      }),
      seed,
    )
  })

  it('give the address at an offset, and a sample, from inside only', () => {
    fc.assert(
      fc.property(prefix, fc.bigInt({ min: -5n, max: 300n }), (block, offset) => {
        const at = addressAt(block, offset)
        expect(at !== undefined).toBe(offset >= 0n && offset < sizeOf(block))
        if (at) expect(containsAddress(block, at)).toBe(true)
        expect(containsAddress(block, sampleAddress(block))).toBe(true)
      }),
      seed,
    )
  })
})

describe('the first free block', () => {
  const question = families.chain((family) =>
    fc.record({ pool: smallPrefix(family), taken: fc.array(fc.oneof(smallPrefix(family), addressOf(4).map((one) => prefixOf(one, 8))), { maxLength: 12 }), bits: fc.nat(8) }),
  )

  it('is the one that trying them all finds', () => {
    fc.assert(
      fc.property(question, ({ pool, taken, bits }) => {
        const length = (pool.family === 4 ? 24 : 120) + bits
        const candidates = length < pool.length ? [] : smallSpace(pool.family).map((one) => prefixOf(one, length)).filter((block) => containsPrefix(pool, block))
        expect(firstFree(pool, taken, length)).toEqual(candidates.find((block) => !taken.some((other) => overlaps(block, other))))
      }),
      { ...seed, numRuns: 1500 },
    )
  })

  it('does not count through a large pool', () => {
    const pool = parsePrefix('10.0.0.0/8') as Prefix
    const half = parsePrefix('10.0.0.0/9') as Prefix
    expect(firstFree(pool, [half], 28)).toEqual(parsePrefix('10.128.0.0/28'))
    expect(firstFree(pool, [pool], 28)).toBeUndefined()
    expect(firstFree(parsePrefix('::/0') as Prefix, [], 128)).toEqual(parsePrefix('::/128'))
  })
})
