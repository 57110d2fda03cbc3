import { describe, expect, it } from 'vitest'
import { blastRadius } from '../../../../../src/shared/simulation/impact/blast-radius.ts'
import { reachablePairs } from '../../../../../src/shared/simulation/impact/reachable-pairs.ts'
import { singleFailures } from '../../../../../src/shared/simulation/impact/single-failures.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { finish } from '../../../../../src/shared/slices.ts'
import { Sketch } from '../sketch.ts'
import { D0, D1, LINK_TWO, REGION, twoDevices } from '../two-devices.ts'

/** A hub with three VPCs, and a site with one device and a site with another. */
function hub() {
  const sketch = new Sketch()
  const gateway = sketch.add('transit-gateway', 'tgw', { Region: 'eu-west-1' })
  const links: string[] = []
  const vpcs = ['x', 'y', 'z'].map((name, index) => {
    const { vpc, subnets } = sketch.vpc(name, `10.${index}.0.0/16`, ['a'], { routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: gateway }, { DestinationCidrBlock: '192.168.0.0/16', target: gateway }] })
    links.push(sketch.add('transit-gateway-vpc-attachment', `to-${name}`, { TransitGatewayId: gateway, VpcId: vpc, SubnetIds: subnets }))
    return vpc
  })
  const sites = ['hq', 'branch'].map((name, index) => {
    const site = sketch.site(name, `192.168.${index}.0/24`, [])
    const device = sketch.add('customer-gateway', `${name}-device`, { site, BgpAsn: 65_000 + index })
    links.push(sketch.add('vpn-connection', `${name}-vpn`, { CustomerGatewayId: device, TransitGatewayId: gateway }))
    return site
  })
  sketch.add('transit-gateway-route-table', 'table', { TransitGatewayId: gateway, Associations: links, Propagations: links })
  return { sketch, vpcs, sites }
}

describe('blast radius', () => {
  it('finds what reaches what, and what each element takes of it', () => {
    const { sketch, vpcs, sites } = hub()
    const { total, lost } = finish(reachablePairs(simulate(sketch.design())))
    // Three VPCs and two sites, each with each other both ways; two sites behind one gateway reach each other too.
    expect(total).toBe(5 * 4)
    const device = lost.get('customer-device:customer-gateway:hq-device')
    expect(device?.broken).toHaveLength(8)
    expect(device?.broken).toContainEqual([vpcs[0], sites[0]])
    expect(device?.endpointLost).toBe(0)
    expect(lost.get('region:eu-west-1')).toMatchObject({ endpointLost: 18, broken: [[sites[1], sites[0]], [sites[0], sites[1]]] })
  })

  it('ranks by accepted intents broken, then pairs, then what loses an end', () => {
    const { sketch, vpcs, sites } = hub()
    const [x] = vpcs
    const [hq, branch] = sites
    if (x === undefined || hq === undefined || branch === undefined) throw new Error('incomplete')
    const simulation = simulate(sketch.design())
    const intents = [sketch.intent(branch, x), sketch.intent(hq, x, { status: 'suggested' })]
    const table = finish(singleFailures(simulation, intents))
    const ranked = blastRadius(simulation, table, finish(reachablePairs(simulation)))
    expect(ranked.slice(0, 3).map(({ element }) => element)).toEqual(['customer-device:customer-gateway:branch-device', 'customer-device:customer-gateway:hq-device', 'region:eu-west-1'])
    expect(ranked[0]).toMatchObject({ kind: 'customer-device', broken: [intents[0]?.id], endpointLost: [], pairs: { endpointLost: 0 } })
    expect(ranked.map(({ element }) => element)).not.toContain('vpn-tunnel:vpn-connection:hq-vpn/1')
  })

  it('counts on top of what is down already', () => {
    const { sketch, intent } = twoDevices()
    const simulation = simulate(sketch.design())
    const ranked = (failed: readonly string[]) => blastRadius(simulation, finish(singleFailures(simulation, [intent], failed)))
    expect(ranked([]).map(({ element }) => element)).toEqual([REGION])
    expect(ranked([D0]).map(({ element }) => element)).toEqual([D1, LINK_TWO, REGION])
  })
})
