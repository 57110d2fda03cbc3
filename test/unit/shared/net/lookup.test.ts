import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PrefixTable } from '../../../../src/shared/net/lookup.ts'
import { containsAddress, type Prefix, prefixOf } from '../../../../src/shared/net/prefix.ts'
import { smallPrefix, smallSpace } from '../../arbitraries/net.ts'

const entries = fc.array(fc.oneof(smallPrefix(4), smallPrefix(6), fc.constantFrom<Prefix>(prefixOf({ family: 4, value: 0n }, 0), prefixOf({ family: 6, value: 0n }, 0))), { maxLength: 30 })

describe('the prefix table', () => {
  it('finds what trying every entry finds, longest first, twins in order of insertion', () => {
    fc.assert(
      fc.property(entries, (prefixes) => {
        const table = new PrefixTable<number>()
        prefixes.forEach((prefix, index) => { table.add(prefix, index) })
        for (const family of [4, 6] as const) {
          for (const address of smallSpace(family).filter((_, host) => host % 5 === 0)) {
            const hits = prefixes.map((prefix, index) => ({ prefix, index })).filter(({ prefix }) => containsAddress(prefix, address))
            const lengths = [...new Set(hits.map(({ prefix }) => prefix.length))].sort((a, b) => b - a)
            const expected = lengths.map((length) => ({ length, values: hits.filter(({ prefix }) => prefix.length === length).map(({ index }) => index) }))
            expect([...table.matches(address)]).toEqual(expected)
            expect(table.longest(address)).toEqual(expected[0]?.values ?? [])
          }
        }
      }),
      { seed: 13, numRuns: 60 },
    )
  })

  it('sees what is added after a look-up', () => {
    const table = new PrefixTable<string>()
    const address = { family: 4, value: 0x0a000001n } as const
    expect(table.longest(address)).toEqual([])
    table.add(prefixOf(address, 8), 'wide')
    expect(table.longest(address)).toEqual(['wide'])
    table.add(prefixOf(address, 32), 'host')
    expect(table.longest(address)).toEqual(['host'])
  })
})
