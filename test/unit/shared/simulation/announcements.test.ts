import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { parsePrefixes, type Prefix } from '../../../../src/shared/net/prefix.ts'
import { Health } from '../../../../src/shared/simulation/health.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Routing } from '../../../../src/shared/simulation/routes/index.ts'
import { Sketch } from './sketch.ts'

const [BRANCH, SUMMARY] = parsePrefixes(['192.168.1.0/24', '192.168.0.0/16']) as [Prefix, Prefix]

/** The AS path by which a gateway has a prefix with some elements down; undefined: it has no route. */
const pathAt = (sketch: Sketch, gateway: ResourceId, prefix: Prefix, failed: readonly string[] = []) => new Routing(new Health(simulate(sketch.design()).network, failed)).routesFor(gateway, prefix)[0]?.asPath
const device = (sketch: Sketch, name: string, site: ResourceId, fields: object = {}) => sketch.add('customer-gateway', name, { site, ...fields })
const vpn = (sketch: Sketch, name: string, router: ResourceId, VpnGatewayId: ResourceId) => sketch.add('vpn-connection', name, { CustomerGatewayId: router, VpnGatewayId })

/** A branch and a hub on one VGW; the hub is on a second one, too, and lists the branch's network and a summary there. */
function hub(routers: readonly { readonly name: string; readonly BgpAsn: number }[] = [{ name: 'hub', BgpAsn: 65_002 }]) {
  const sketch = new Sketch()
  const [near, far] = [sketch.add('vpn-gateway', 'near', { AmazonSideAsn: 64_701 }), sketch.add('vpn-gateway', 'far', { AmazonSideAsn: 64_702 })]
  vpn(sketch, 'branch', device(sketch, 'branch', sketch.site('branch', '192.168.1.0/24', []), { BgpAsn: 65_001 }), near)
  const site = sketch.site('hub', '172.16.0.0/16', [])
  const made = routers.map(({ name, BgpAsn }) => device(sketch, name, site, { BgpAsn, announcedPrefixes: ['172.16.0.0/16', '192.168.1.0/24', '192.168.0.0/16'] }))
  vpn(sketch, 'hub-near', made[0] as ResourceId, near)
  vpn(sketch, 'hub-far', made.at(-1) as ResourceId, far)
  return { sketch, near, far, site }
}

describe('what a router is to announce', () => {
  it('and is exactly a network of somebody else it passes on while it hears of it; a summary is always its own', () => {
    const { sketch, far } = hub()
    expect([pathAt(sketch, far, BRANCH), pathAt(sketch, far, SUMMARY)]).toEqual([[65_002, 64_701, 65_001], [65_002]])
    const lost = ['customer-device:customer-gateway:branch']
    expect([pathAt(sketch, far, BRANCH, lost), pathAt(sketch, far, SUMMARY, lost)]).toEqual([undefined, [65_002]])
  })

  it('is a summary of its own while nobody has exactly that network, though it hears of it', () => {
    const { sketch, far } = hub()
    sketch.set('site:branch' as ResourceId, { prefixes: ['192.168.1.0/25'] })
    sketch.set('customer-gateway:branch' as ResourceId, { announcedPrefixes: ['192.168.1.0/24'] })
    expect(pathAt(sketch, far, BRANCH)).toEqual([65_002])
  })

  it('it knows from the other routers of its site, by their ASN where they have another', () => {
    const one = hub([{ name: 'a', BgpAsn: 65_002 }, { name: 'b', BgpAsn: 65_002 }])
    expect(pathAt(one.sketch, one.far, BRANCH)).toEqual([65_002, 64_701, 65_001])
    expect(pathAt(one.sketch, one.far, BRANCH, ['customer-device:customer-gateway:a'])).toBeUndefined()
    const two = hub([{ name: 'a', BgpAsn: 65_002 }, { name: 'b', BgpAsn: 65_003 }])
    expect(pathAt(two.sketch, two.far, BRANCH)).toEqual([65_003, 65_002, 64_701, 65_001])
  })

  it("is told like the site's own while the customer's lines lead there, be it as a backup", () => {
    const { sketch, far, site } = hub()
    sketch.add('wan-link', 'line', { site, peerSite: 'site:branch', role: 'backup' })
    expect(pathAt(sketch, far, BRANCH)).toEqual([65_002])
    expect(pathAt(sketch, far, BRANCH, ['wan-link:wan-link:line'])).toEqual([65_002, 64_701, 65_001])
  })

  it('an appliance knows by a static tunnel, and by what its subnet sends to a gateway', () => {
    const sketch = new Sketch()
    const tgw = sketch.add('transit-gateway', 'tgw')
    const { subnets, table } = sketch.vpc('edge', '10.0.0.0/16', ['a'])
    sketch.vpc('spoke', '10.1.0.0/16', ['a'])
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const appliance = sketch.add('instance', 'router', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.10', role: 'vpn-appliance', BgpAsn: 65_100, SourceDestCheck: false, PublicIpAddress: '198.51.100.1', announcedPrefixes: ['192.168.1.0/24', '10.1.0.0/16'] })
    sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: 'vpc:edge' }] })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:igw' }] })
    const branch = device(sketch, 'branch', sketch.site('branch', '192.168.1.0/24', []), { IpAddress: '203.0.113.1', bgp: false })
    sketch.add('software-vpn', 'tunnel', { near: appliance, far: branch, routing: 'static' })
    vpn(sketch, 'up', appliance, vgw)
    const [spoke] = parsePrefixes(['10.1.0.0/16']) as [Prefix]
    expect([pathAt(sketch, vgw, BRANCH), pathAt(sketch, vgw, spoke)]).toEqual([[65_100], undefined])
    expect(pathAt(sketch, vgw, BRANCH, ['customer-device:customer-gateway:branch'])).toBeUndefined()
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:igw' }, { DestinationCidrBlock: '10.0.0.0/8', target: tgw }] })
    expect(pathAt(sketch, vgw, spoke)).toEqual([65_100])
  })
})

describe('the loss of a router that is not in use', () => {
  // The first gateway prefers the long way over Direct Connect. Losing it, it tells of a shorter one, which leads elsewhere.
  it('can sway a choice where a gateway prefers what is worse for others', () => {
    const sketch = new Sketch()
    const [first, second] = [sketch.add('vpn-gateway', 'first', { AmazonSideAsn: 64_701 }), sketch.add('vpn-gateway', 'second', { AmazonSideAsn: 64_702 })]
    const longer = (prepend: number) => ({ BgpAsn: 65_001, bgpPolicy: [{ direction: 'out', prefixes: [], action: 'permit', prepend }] })
    const branch = sketch.site('branch', '192.168.1.0/24', [])
    const line = device(sketch, 'line', branch, longer(3))
    sketch.add('virtual-interface', 'vif', { customerRouter: line, VirtualGatewayId: first, Asn: 65_001 })
    vpn(sketch, 'branch', device(sketch, 'branch', branch, longer(1)), second)
    vpn(sketch, 'twin', device(sketch, 'twin', sketch.site('twin', '192.168.1.0/24', []), { BgpAsn: 65_003 }), first)
    const office = sketch.site('office', '172.16.0.0/16', [])
    const router = device(sketch, 'office', office, { BgpAsn: 65_002 })
    const silent = vpn(sketch, 'office-first', router, first)
    vpn(sketch, 'office-second', router, second)
    sketch.set(router, { bgpPolicy: [{ direction: 'out', neighbor: silent, prefixes: [], action: 'deny' }] })
    const simulation = simulate(sketch.design())
    const { holds, singlePointsOfFailure } = simulation.judge(sketch.intent(office, branch, { direction: 'one-way' }))
    const found = singlePointsOfFailure.map(({ element }) => element)
    expect([holds, found.includes('customer-device:customer-gateway:line')]).toEqual([true, true])
    const flow = { from: office, to: branch, protocol: 'some' as const }
    const passed = simulation.trace(flow).forward.hops.map(({ resource }) => resource)
    expect(passed).toContain(second)
    expect(passed).not.toContain(line)
    expect(found).toEqual(simulation.elements.filter(({ element }) => !simulation.trace(flow, [element]).works).map(({ element }) => element))
  })
})
