import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Resource } from '../../../../src/shared/model/index.ts'
import { parseAddress } from '../../../../src/shared/net/address.ts'
import { containsAddress, parsePrefixes } from '../../../../src/shared/net/prefix.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { membersOf } from '../../../../src/shared/simulation/intents/pairs.ts'
import { Sketch } from './sketch.ts'

/** A site with some prefixes, a VPN from it to a VPC that is 10.0.0.0/16, and the intent that they reach each other. */
function drawn(prefixes: readonly string[]) {
  const sketch = new Sketch()
  const site = sketch.site('hq', prefixes[0] ?? '', ['isp'])
  sketch.set(site, { prefixes })
  const device = sketch.add('customer-gateway', 'router', { site, IpAddress: '203.0.113.1', BgpAsn: 65_001, bgp: true, ispLinks: ['isp-link:isp'] })
  const { vpc, subnets } = sketch.vpc('app', '10.0.0.0/16', ['a'], { propagating: ['vpn-gateway:vgw' as ResourceId] })
  const vgw = sketch.add('vpn-gateway', 'vgw', { VpcAttachments: [{ VpcId: vpc }] })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw, TunnelOptions: [{ configured: true }, { configured: true }] })
  return { sketch, site, vpc, subnet: subnets[0] as ResourceId, intent: sketch.intent(site, vpc) }
}

const hostsOf = (sketch: Sketch, site: ResourceId) => membersOf(simulate(sketch.design()).network, site).map(({ address }) => address)

describe('a summary of a site stands for the addresses in it that are nobody else\'s', () => {
  it('so the site and a VPC inside the summary reach each other, in the intent and in the matrix', () => {
    const { sketch, site, subnet, intent } = drawn(['10.0.0.0/8'])
    const simulation = simulate(sketch.design())
    expect(simulation.judge(intent)).toMatchObject({ holds: true })
    expect(hostsOf(sketch, site)).toEqual(['10.1.0.4'])
    const matrix = simulation.matrix()
    const at = (id: ResourceId) => matrix.ends.findIndex((end) => end.id === id)
    for (const [from, to] of [[site, subnet], [subnet, site]] as const) {
      const sides = matrix.answer(at(from), at(to)).groups.map(({ works, example }) => [works, parseAddress((from === site ? example.sourceAddress : example.toAddress) ?? '')] as const)
      const inVpc = parsePrefixes(['10.0.0.0/16'])
      expect(sides.length).toBeGreaterThan(1)
      for (const [works, address] of sides) expect(works).toBe(address !== undefined && !inVpc.some((block) => containsAddress(block, address)))
    }
  })

  it('past every VPC and every other site that is in the way, block by block', () => {
    const { sketch, site } = drawn(['10.0.0.0/8', '10.1.0.0/20', '2001:db8::/32'])
    sketch.add('vpc', 'next', { CidrBlocks: ['10.1.0.0/16'], Ipv6CidrBlocks: ['2001:db8::/56'] })
    sketch.add('site', 'branch', { prefixes: ['10.2.0.0/15', '10.2.0.0/24', '10.1.0.0/24', '10.9.0.0/16'] })
    expect(hostsOf(sketch, site)).toEqual(['10.4.0.4', '10.1.1.4', '2001:db8:0:100::4'])
    expect(hostsOf(sketch, 'site:branch' as ResourceId)).toEqual(['10.2.0.4', '10.2.0.4', '10.1.0.4', '10.9.0.4'])
  })

  it.each([['inside the block', '10.0.128.0/17'], ['just the block', '10.0.0.0/16']])('and is out of reach when it is %s of the VPC', (_name, prefix) => {
    const { sketch, site, intent } = drawn([prefix])
    expect(simulate(sketch.design()).judge(intent).holds).toBe(false)
    expect(hostsOf(sketch, site)).toEqual([prefix.replace(/0\/\d+$/, '4')])
  })

  it('and is out of reach when blocks of VPCs leave nothing of it', () => {
    const { sketch, site, intent } = drawn(['10.0.0.0/15'])
    sketch.add('vpc', 'rest', { CidrBlocks: ['10.1.0.0/16'] })
    expect(simulate(sketch.design()).judge(intent).holds).toBe(false)
    expect(hostsOf(sketch, site)).toEqual(['10.0.0.4'])
  })
})

describe('after an edit', () => {
  /** The design with a resource put in, by way of an edit. */
  function put(design: Design, after: Resource): Design {
    const before = design.resources[after.id]
    const result = applyEdit(design, { label: 'put', changes: [{ op: 'put', collection: 'resources', id: after.id, ...(before ? { before } : {}), after }] })
    if (!result.ok) throw new Error('the edit does not fit')
    return result.value
  }

  it.each([
    ['a VPC of no connection takes the address that was tried', '10.1.0.0/16', '10.2.0.4'],
    ['a VPC is drawn elsewhere', '10.7.0.0/16', '10.1.0.4'],
  ])('%s', (_name, block, expected) => {
    const { sketch, intent } = drawn(['10.0.0.0/8'])
    const design = sketch.design()
    indexOf(design)
    const before = simulate(design)
    const known = before.judge(intent)
    const other = new Sketch()
    const vpc = other.add('vpc', 'other', { CidrBlocks: [block] })
    const edited = put(design, other.resources[vpc] as Resource)
    const after = simulate(edited, before)
    expect(after.judge(intent)).toEqual(simulate({ ...edited }).judge(intent))
    expect(membersOf(after.network, intent.from).map(({ address }) => address)).toEqual([expected])
    expect(after.judge(intent) === known).toBe(expected === '10.1.0.4')
  })

  it('a prefix of another site takes it, and gives it back', () => {
    const { sketch, intent } = drawn(['10.0.0.0/8'])
    const branch = sketch.add('site', 'branch', { prefixes: ['10.9.0.0/16'] })
    const design = sketch.design()
    indexOf(design)
    let simulation = simulate(design)
    simulation.judge(intent)
    for (const [prefix, expected] of [['10.1.0.0/17', '10.1.128.4'], ['10.3.0.0/16', '10.1.0.4']] as const) {
      simulation = simulate(put(simulation.design, { ...simulation.design.resources[branch], prefixes: [prefix] } as Resource), simulation)
      expect(simulation.judge(intent)).toEqual(simulate({ ...simulation.design }).judge(intent))
      expect(membersOf(simulation.network, intent.from).map(({ address }) => address)).toEqual([expected])
    }
  })
})
