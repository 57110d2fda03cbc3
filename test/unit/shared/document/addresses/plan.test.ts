import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf, planVpc } from '../../../../../src/shared/document/addresses/plan.ts'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import { makeResourceId } from '../../../../../src/shared/model/id.ts'
import { countFitting } from '../../../../../src/shared/net/free.ts'
import { formatPrefix } from '../../../../../src/shared/net/prefix.ts'
import { formatRange } from '../../../../../src/shared/net/range.ts'
import { designWith } from './small-plan.ts'

/** Blocks of 10.0.0.0/24, so that every address can be looked at. */
const block = fc.tuple(fc.integer({ min: 24, max: 30 }), fc.nat(255)).map(([length, host]) => `10.0.0.${host - (host % 2 ** (32 - length))}/${length}`)
const addressesOf = (text: string): number[] => {
  const [network, length] = text.split('/') as [string, string]
  return Array.from({ length: 2 ** (32 - Number(length)) }, (_, offset) => Number(network.split('.')[3]) + offset)
}

describe('the IP plan', () => {
  it('says of every address of a pool what looking at each one says', () => {
    const networks = fc.array(fc.array(block, { minLength: 1, maxLength: 3 }), { maxLength: 6 })
    fc.assert(
      fc.property(networks, networks, fc.array(block, { maxLength: 3 }), (vpcs, sites, reserved) => {
        const design = designWith({
          pools: [{ name: 'p', blocks: ['10.0.0.0/24'], reserved }],
          vpcs: vpcs.map((blocks, position) => ({ name: `v${position}`, blocks })),
          sites: sites.map((prefixes, position) => ({ name: `s${position}`, prefixes })),
        })
        const plan = planOf(indexOf(design))
        const space = plan.pools[0]?.spaces[0]
        if (!space) throw new Error('no space')
        const owners = Array.from({ length: 256 }, () => new Set<number>())
        for (const [owner, blocks] of [...vpcs, ...sites].entries()) for (const address of blocks.flatMap(addressesOf)) owners[address]?.add(owner)
        const kept = new Set(reserved.flatMap(addressesOf))
        const expected = owners.map(({ size }, address) => (size > 1 ? 'overlap' : size === 1 ? 'used' : kept.has(address) ? 'reserved' : 'free'))
        const found = space.segments.flatMap(({ range, state }) => Array.from({ length: Number(range.last - range.first + 1n) }, () => state))
        expect(found).toEqual(expected)
        const count = (...states: string[]) => BigInt(expected.filter((state) => states.includes(state)).length)
        expect(space.sum).toEqual({ total: 256n, used: count('used', 'overlap'), overlap: count('overlap'), reserved: count('reserved'), free: count('free') })
        const freeAddresses = space.free.flatMap((prefix) => addressesOf(formatPrefix(prefix)))
        expect(freeAddresses).toEqual(expected.flatMap((state, address) => (state === 'free' ? [address] : [])))
        for (const length of [25, 27, 30]) {
          const size = 2 ** (32 - length)
          const starts = Array.from({ length: 256 / size }, (_, number) => number * size).filter((start) => expected.slice(start, start + size).every((state) => state === 'free'))
          expect(countFitting(space.free, length)).toBe(BigInt(starts.length))
        }
        expect(plan.clashes.length > 0).toBe(expected.includes('overlap'))
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('tells what lies in no pool, what is in the wrong one, and what a VPC has left', () => {
    const design = designWith({
      pools: [{ name: 'Ireland', blocks: ['10.0.0.0/16'], Region: 'eu-west-1' }, { name: 'Branches', use: 'sites', blocks: ['192.168.0.0/16'] }],
      vpcs: [
        { name: 'a', blocks: ['10.0.0.0/20'], Region: 'eu-west-1', subnets: ['10.0.0.0/24', '10.0.0.128/25', '10.0.2.0/23', '10.7.0.0/24'] },
        { name: 'b', blocks: ['10.0.16.0/20'], Region: 'us-east-1' },
        { name: 'c', blocks: ['172.16.0.0/16', '192.168.0.0/24'] },
      ],
      sites: [{ name: 'hq', prefixes: ['192.168.1.0/24', '192.0.0.0/8'] }],
    })
    const plan = planOf(indexOf(design))
    expect(plan.pools.map(({ pool, strays, sum }) => [pool.name, strays.map(({ owner }) => owner.name), sum.free])).toEqual([
      ['Branches', ['c'], 0n],
      ['Ireland', ['b'], 65_536n - 8192n],
    ])
    expect(plan.outside.map(({ prefix }) => formatPrefix(prefix))).toEqual(['172.16.0.0/16', '192.0.0.0/8'])
    expect(plan.clashes.map(({ inner, outer }) => [formatPrefix(inner.prefix), inner.owner.name, outer.owner.name])).toEqual([['192.168.0.0/24', 'c', 'hq']])
    const vpc = planVpc(indexOf(design), makeResourceId('vpc', 'a'))
    expect(vpc?.outside.map(({ prefix }) => formatPrefix(prefix))).toEqual(['10.7.0.0/24'])
    expect(vpc?.spaces[0]?.segments.map(({ range, state }) => `${formatRange(range)} ${state}`)).toEqual([
      '10.0.0.0/25 used',
      '10.0.0.128/25 overlap',
      '10.0.1.0/24 free',
      '10.0.2.0/23 used',
      '10.0.4.0-10.0.15.255 free',
    ])
    expect(vpc?.spaces[0]?.largest && formatPrefix(vpc.spaces[0].largest)).toBe('10.0.8.0/21')
  })
})
