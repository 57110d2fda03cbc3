import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeLike } from '../../../../../src/shared/document/addresses/allocate.ts'
import { holdingsOf, useOf } from '../../../../../src/shared/document/addresses/holdings.ts'
import { blocksOf, renumber, type Renumbered } from '../../../../../src/shared/document/addresses/renumber.ts'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { applyEdit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import type { PoolId } from '../../../../../src/shared/document/pool.ts'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { overlaps, parsePrefix, type Prefix } from '../../../../../src/shared/net/prefix.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { designArbitrary } from '../../../arbitraries/design.ts'
import { planInput, type SmallPlan } from './small-plan.ts'

const block = (text: string): Prefix => {
  const prefix = parsePrefix(text)
  if (!prefix) throw new Error(text)
  return prefix
}

const everywhere: SmallPlan = {
  pools: [{ name: 'Main', blocks: ['10.0.0.0/12'] }],
  vpcs: [{ name: 'prod', blocks: ['10.1.0.0/16', '10.3.0.0/16'], subnets: ['10.1.1.0/24', '10.3.0.0/24'] }, { name: 'dev', blocks: ['10.2.0.0/16'] }, { name: 'twin', blocks: ['10.2.0.0/16'] }],
  sites: [{ name: 'hq', prefixes: ['192.168.0.0/16', '10.0.0.0/16'] }],
}

/** Everything that can speak of a network's addresses. */
const SPEAKERS: Record<string, Record<string, unknown>> = {
  'instance:web': { SubnetId: 'subnet:prod-0', PrivateIpAddress: '10.1.1.10', SecondaryPrivateIpAddresses: ['10.1.1.11'], SecurityGroupIds: [], SourceDestCheck: true, notes: 'was 10.1.1.9 once', announcedPrefixes: ['10.1.0.0/17'] },
  'route-table:dev': { VpcId: 'vpc:dev', Associations: [{ Main: true }], PropagatingVgws: [], Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: 'vpc-peering-connection:a' }, { DestinationCidrBlock: '10.0.0.0/8', target: 'vpc-peering-connection:a' }, { DestinationCidrBlock: '10.9.1.0/24', target: 'vpc-peering-connection:a' }] },
  'vpc-peering-connection:a': { RequesterVpcId: 'vpc:dev', AccepterVpcId: 'vpc:prod' },
  'vpc-peering-connection:b': { RequesterVpcId: 'vpc:prod', AccepterVpcId: 'vpc:twin' },
  'route-table:prod': { VpcId: 'vpc:prod', Associations: [{ Main: true }], PropagatingVgws: [], Routes: [{ DestinationCidrBlock: '10.2.0.0/16', target: 'vpc-peering-connection:a' }] },
  'security-group:dev': { VpcId: 'vpc:dev', Description: 'lets 10.1.1.0/24 in', IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.1.1.0/24', Description: 'web' }, { CidrIp: '10.2.7.0/24' }] }], IpPermissionsEgress: [] },
  'prefix-list:all': { AddressFamily: 'IPv4', Entries: [{ Cidr: '10.1.0.0/16' }, { Cidr: '10.2.0.0/16' }, { Cidr: '10.1.0.0/15' }] },
}

function designOf(plan: SmallPlan, speakers: Record<string, Record<string, unknown>> = {}): Design {
  const input = planInput(plan)
  const more = Object.fromEntries(Object.entries(speakers).map(([id, fields]) => [id, { kind: id.split(':')[0], id, name: id, ...fields }]))
  const parsed = parseDesign({ ...input, resources: { ...(input['resources'] as object), ...more } })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

function done(design: Design, owner: string, from: string, to: string): { after: Design; made: Renumbered } {
  const made = renumber(indexOf(design), { owner: owner as ResourceId, from: block(from), to: block(to) })
  if (!made.ok) throw new Error(made.problems[0]?.message)
  const after = applyEdit(design, made.value.edit)
  if (!after.ok) throw new Error(after.problems[0]?.message)
  const back = applyEdit(after.value, invertEdit(made.value.edit))
  expect(back.ok && serializeDesign(back.value)).toBe(serializeDesign(design))
  return { after: after.value, made: made.value }
}

const lines = ({ changes }: Renumbered): string[] => changes.map(({ resource, before, after }) => `${resource.id} ${before} ${after}`).sort()
const notes = (made: Renumbered): string[] => made.notes.map(({ kind, text }) => `${kind}: ${text}`).sort()
const refusal = (design: Design, owner: string, from: string, to: string): string => {
  const made = renumber(indexOf(design), { owner: owner as ResourceId, from: block(from), to: block(to) })
  return made.ok ? '' : (made.problems[0]?.message ?? '')
}

describe('renumbering', () => {
  const design = designOf(everywhere, SPEAKERS)

  it('changes a block wherever it is written, and tells what it leaves', () => {
    const { made } = done(design, 'vpc:prod', '10.1.0.0/16', '10.9.0.0/16')
    expect(lines(made)).toEqual([
      'instance:web 10.1.0.0/17 10.9.0.0/17',
      'instance:web 10.1.1.10 10.9.1.10',
      'instance:web 10.1.1.11 10.9.1.11',
      'prefix-list:all 10.1.0.0/16 10.9.0.0/16',
      'route-table:dev 10.1.0.0/16 10.9.0.0/16',
      'security-group:dev 10.1.1.0/24 10.9.1.0/24',
      'subnet:prod-0 10.1.1.0/24 10.9.1.0/24',
      'vpc:prod 10.1.0.0/16 10.9.0.0/16',
    ])
    expect(notes(made)).toEqual([
      'met: 10.9.1.0/24 in Routes of route-table:dev has to do with 10.9.0.0/16 already.',
      'summary: 10.1.0.0/15 in Entries of prefix-list:all covers 10.1.0.0/16 but not 10.9.0.0/16.',
      'text: The words of instance:web name 10.1.1.9.',
      'text: The words of security-group:dev name 10.1.1.0/24.',
    ])
  })

  it('goes by who is meant where two have the same addresses', () => {
    const { made } = done(design, 'vpc:dev', '10.2.0.0/16', '10.8.0.0/16')
    expect(lines(made)).toEqual(['route-table:prod 10.2.0.0/16 10.8.0.0/16', 'security-group:dev 10.2.7.0/24 10.8.7.0/24', 'vpc:dev 10.2.0.0/16 10.8.0.0/16'])
    expect(notes(made)).toContain('unsure: 10.2.0.0/16 in Entries of prefix-list:all stays: it may mean dev or twin.')
    expect(lines(done(design, 'vpc:twin', '10.2.0.0/16', '10.8.0.0/16').made)).toEqual(['vpc:twin 10.2.0.0/16 10.8.0.0/16'])
  })

  it('moves a subnet within its VPC, and a pool with everything in it', () => {
    expect(lines(done(design, 'subnet:prod-0', '10.1.1.0/24', '10.3.7.0/24').made)).toEqual([
      'instance:web 10.1.1.10 10.3.7.10',
      'instance:web 10.1.1.11 10.3.7.11',
      'security-group:dev 10.1.1.0/24 10.3.7.0/24',
      'subnet:prod-0 10.1.1.0/24 10.3.7.0/24',
    ])
    const { after, made } = done(design, 'pool:Main', '10.0.0.0/12', '10.16.0.0/12')
    expect(after.pools?.['pool:Main' as PoolId]?.blocks).toEqual(['10.16.0.0/12'])
    expect(lines(made)).toContain('site:hq 10.0.0.0/16 10.16.0.0/16')
    expect(lines(made)).toContain('vpc:twin 10.2.0.0/16 10.18.0.0/16')
  })

  it('says why it cannot', () => {
    expect(refusal(design, 'vpc:prod', '10.1.0.0/16', '10.2.0.0/15')).toBe('10.2.0.0/15 overlaps 10.2.0.0/16 of dev.')
    expect(refusal(design, 'vpc:prod', '10.1.0.0/16', '10.3.0.0/16')).toBe('10.3.0.0/16 overlaps 10.3.0.0/16 of prod.')
    expect(refusal(design, 'vpc:prod', '10.7.0.0/16', '10.9.0.0/16')).toBe('prod has no block 10.7.0.0/16; it has 10.1.0.0/16, 10.3.0.0/16.')
    expect(refusal(design, 'vpc:prod', '10.1.0.0/16', '2001:db8::/56')).toBe('2001:db8::/56 is of another address family than 10.1.0.0/16.')
    expect(refusal(design, 'vpc:prod', '10.1.0.0/16', '10.9.0.0/24')).toMatch(/does not fit into 10\.9\.0\.0\/24\.$/)
    expect(refusal(design, 'subnet:prod-0', '10.1.1.0/24', '10.9.1.0/24')).toBe('10.9.1.0/24 is not in a block of prod.')
    expect(refusal(design, 'vpc-peering-connection:a', '10.1.0.0/16', '10.9.0.0/16')).toBe('vpc-peering-connection:a has no block of its own that could be renumbered.')
  })

  it('changes nothing of what reaches what', () => {
    let compared = 0
    const pick = fc.tuple(fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(designArbitrary(2), pick, (random, [which, where]) => {
        const index = indexOf(random)
        const owners = Object.values(random.resources).filter((resource) => useOf(resource.kind) !== undefined && blocksOf(resource).length > 0)
        const owner = owners[which % Math.max(1, owners.length)]
        const use = owner && useOf(owner.kind)
        const blocks = owner ? blocksOf(owner) : []
        const from = parsePrefix(blocks[where % Math.max(1, blocks.length)] ?? '')
        if (!owner || !use || from?.family !== 4) return
        const to = owner.kind === 'vpc' && overlaps(from, block('10.0.0.0/8')) ? block('10.200.0.0/16') : takeLike(index, from, use)?.prefix
        const made = to && to.length === from.length ? renumber(index, { owner: owner.id, from, to }) : undefined
        if (!made?.ok) return
        const after = applyEdit(random, made.value.edit)
        if (!after.ok) throw new Error(after.problems[0]?.message)
        const back = applyEdit(after.value, invertEdit(made.value.edit))
        expect(back.ok && serializeDesign(back.value)).toBe(serializeDesign(random))
        // Renumbering out of an overlap is meant to change what reaches what.
        const isShared = holdingsOf(index).some(({ prefix, owner: other }) => other.id !== owner.id && overlaps(prefix, from))
        if (isShared || made.value.notes.some(({ kind }) => kind !== 'text')) return
        compared += 1
        const judge = (one: Design) => simulate(one).verdicts().map(({ id, holds }) => `${id} ${String(holds)}`)
        expect(judge(after.value)).toEqual(judge(random))
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(compared).toBeGreaterThan(15)
  })
})
