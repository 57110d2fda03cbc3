import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeBlock, takeLike } from '../../../../../src/shared/document/addresses/allocate.ts'
import { blockField, freeBlockFor } from '../../../../../src/shared/document/addresses/block-field.ts'
import { holdingsOf } from '../../../../../src/shared/document/addresses/holdings.ts'
import { whyOutsidePools } from '../../../../../src/shared/document/addresses/outside-pools.ts'
import { createResource } from '../../../../../src/shared/document/commands/create.ts'
import { createBox } from '../../../../../src/shared/document/commands/boxes.ts'
import { applyEdit } from '../../../../../src/shared/document/edit.ts'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import { makeResourceId, type ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Kind } from '../../../../../src/shared/model/index.ts'
import { formatPrefix, overlaps, parsePrefix, parsePrefixes } from '../../../../../src/shared/net/prefix.ts'
import { type HolderId, regionBoxId } from '../../../../../src/shared/document/groups.ts'
import { designWith, type SmallPlan } from './small-plan.ts'

let count = 0
/** Makes a resource as the canvas does, and answers it with what is said of it. */
function made(design: Design, kind: Kind, holder: HolderId): { design: Design; id: ResourceId; note: string | undefined } {
  const { edit, ids } = createResource(indexOf(design), (of) => makeResourceId(of, `new-${++count}`), kind, { holder })
  const result = applyEdit(design, edit)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  const id = ids[0] as ResourceId
  return { design: result.value, id, note: whyOutsidePools(indexOf(result.value), id) }
}

const take = (plan: SmallPlan, want: Parameters<typeof takeBlock>[1]) => {
  const taken = takeBlock(indexOf(designWith(plan)), want)
  return taken && `${formatPrefix(taken.prefix)} ${taken.pool?.name ?? 'no pool'}`
}

describe('taking blocks', () => {
  const pools = [
    { name: 'All', blocks: ['10.0.0.0/16'] },
    { name: 'Ireland', blocks: ['10.1.0.0/16'], Region: 'eu-west-1', reserved: ['10.1.0.0/20'] },
    { name: 'Branches', use: 'sites', blocks: ['172.16.0.0/12'], blockLength: 26 },
  ]

  it('prefers the pool of the Region, keeps reserved slices free, and gives the size that is usual there', () => {
    expect(take({ pools }, { use: 'vpcs', Region: 'eu-west-1' })).toBe('10.1.16.0/20 Ireland')
    expect(take({ pools }, { use: 'vpcs', Region: 'us-east-1' })).toBe('10.0.0.0/20 All')
    expect(take({ pools }, { use: 'vpcs' })).toBe('10.0.0.0/20 All')
    expect(take({ pools }, { use: 'vpcs', Region: 'eu-west-1', length: 28, besides: ['10.1.16.0/28'] })).toBe('10.1.16.16/28 Ireland')
    expect(take({ pools }, { use: 'sites' })).toBe('172.16.0.0/26 Branches')
    expect(take({ pools, vpcs: [{ name: 'x', blocks: ['10.1.0.0/16'] }] }, { use: 'vpcs', Region: 'eu-west-1' })).toBe('10.0.0.0/20 All')
  })

  it('takes smaller blocks before it leaves the pools, and then stays clear of all of them', () => {
    const taken = ['10.0.0.0/17', '10.0.128.0/18', '10.0.192.0/19', '10.0.224.0/20', '10.0.240.0/21']
    const tight = { pools: [{ name: 'All', blocks: ['10.0.0.0/16'] }], vpcs: taken.map((text, position) => ({ name: `v${position}`, blocks: [text] })) }
    expect(take(tight, { use: 'vpcs' })).toBe('10.0.248.0/21 All')
    expect(take(tight, { use: 'vpcs', length: 20 })).toBe('10.1.0.0/20 no pool')
    expect(take(tight, { use: 'sites' })).toBe('192.168.0.0/24 no pool')
    expect(take({ pools: [{ name: 'All', use: 'sites', blocks: ['10.0.0.0/9'] }] }, { use: 'vpcs' })).toBe('10.128.0.0/16 no pool')
    expect(take({}, { use: 'vpcs', family: 6 })).toBeUndefined()
    expect(take({ pools: [{ name: 'Six', blocks: ['2001:db8::/40'] }] }, { use: 'vpcs', family: 6 })).toBe('2001:db8::/56 Six')
  })

  it('gives what is drawn its block, and says in one sentence when it is not from the plan', () => {
    const start = designWith({ pools: [{ name: 'Virginia', blocks: ['10.1.0.0/24'], Region: 'us-east-1', blockLength: 24 }] })
    const boxed = applyEdit(start, createBox(indexOf(start), 'region', { x: 0, y: 0, width: 900, height: 900 }, undefined).edit)
    if (!boxed.ok) throw new Error('no box')
    const region = regionBoxId(undefined, 'us-east-1')
    const first = made(boxed.value, 'vpc', region)
    expect([indexOf(first.design).getOf('vpc', first.id)?.CidrBlocks, first.note]).toEqual([['10.1.0.0/24'], undefined])
    const second = made(first.design, 'vpc', region)
    expect([indexOf(second.design).getOf('vpc', second.id)?.CidrBlocks, second.note]).toEqual([['10.0.0.0/16'], 'VPC 2 has 10.0.0.0/16 from outside the IP plan: the pool Virginia is full.'])
    const elsewhere = designWith({ pools: [{ name: 'Ireland', blocks: ['10.1.0.0/24'], Region: 'eu-west-1' }], vpcs: [{ name: 'a', blocks: ['10.1.0.0/28'], Region: 'us-east-1' }] })
    expect(whyOutsidePools(indexOf(elsewhere), makeResourceId('vpc', 'a'))).toBe('a has 10.1.0.0/28 from outside the IP plan: no pool for VPCs is for us-east-1.')
    const full = designWith({ vpcs: [{ name: 'a', blocks: ['10.0.0.0/24'], subnets: ['10.0.0.0/24'] }] })
    const subnet = made(full, 'subnet', makeResourceId('vpc', 'a'))
    expect(subnet.note).toBe('a has no free block left, so Subnet 1 has none yet.')
  })

  it('offers a VPC no further block that AWS would refuse beside those it has', () => {
    const index = indexOf(designWith({ pools: [{ name: 'Low', blocks: ['172.16.0.0/16'] }, { name: 'More', blocks: ['10.64.0.0/12'] }], vpcs: [{ name: 'a', blocks: ['10.1.0.0/16'] }, { name: 'b', blocks: ['172.20.0.0/16'] }] }))
    const offered = (name: string) => {
      const vpc = index.getOf('vpc', makeResourceId('vpc', name))
      const field = blockField('vpc', 'CidrBlocks')
      return vpc && field && freeBlockFor(index, vpc, field, 20)
    }
    expect(offered('a')).toEqual({ cidr: '10.64.0.0/20', source: 'More' })
    expect(offered('b')).toEqual({ cidr: '172.16.0.0/20', source: 'Low' })
  })

  it('never gives what overlaps anything', () => {
    const any = fc.tuple(fc.integer({ min: 9, max: 26 }), fc.constantFrom(10, 172, 192), fc.nat(0xffffff)).map(([length, first, rest]) => {
      const value = ((first * 2 ** 24 + rest) >>> 0) & (-1 << (32 - length))
      return formatPrefix(parsePrefix(`${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}/${length}`) as never)
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.array(any, { maxLength: 6 }), fc.constantFrom('vpcs', 'sites', 'users', 'gateways'), fc.option(fc.integer({ min: 16, max: 28 }), { nil: undefined }), any, (vpcs, sites, use, length, like) => {
        const index = indexOf(designWith({ pools: [{ name: 'p', use, blocks: ['10.8.0.0/14'], reserved: ['10.8.4.0/22'] }], vpcs: vpcs.map((text, position) => ({ name: `v${position}`, blocks: [text] })), sites: [{ name: 's', prefixes: sites }] }))
        const held = holdingsOf(index).map(({ prefix }) => prefix)
        const taken = [takeBlock(index, { use, length }), takeLike(index, parsePrefixes([like])[0] as never, use)]
        for (const one of taken) {
          if (!one) continue
          expect(held.filter((other) => overlaps(other, one.prefix))).toEqual([])
          if (one.pool) expect(overlaps(one.prefix, parsePrefix('10.8.4.0/22') as never)).toBe(false)
        }
        if (length !== undefined && taken[0]) expect(taken[0].prefix.length).toBe(length)
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
