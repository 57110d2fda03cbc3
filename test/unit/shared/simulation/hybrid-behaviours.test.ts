import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { type Flow, simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

const works = (sketch: Sketch, from: Flow['from'], to: ResourceId, fields: Partial<Flow> = {}) => simulate(sketch.design()).trace({ from, to, protocol: 'some', ...fields }).works

/** A transit gateway with VPCs attached in zone a, each with a default route to it; tables are the test's to draw. */
function hub(names: readonly string[], blocks: readonly string[] = names.map((_, index) => `10.${index}.0.0/16`)) {
  const sketch = new Sketch()
  const tgw = sketch.add('transit-gateway', 'tgw', { Region: 'eu-west-1' })
  const vpcs = names.map((name, index) => {
    const made = sketch.vpc(name, blocks[index] ?? '', ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: tgw }] })
    const attachment = sketch.add('transit-gateway-vpc-attachment', name, { TransitGatewayId: tgw, VpcId: made.vpc, SubnetIds: made.subnets })
    return { ...made, subnet: made.subnets[0] as ResourceId, attachment }
  })
  const table = (name: string, Associations: readonly ResourceId[], Propagations: readonly ResourceId[], Routes: readonly object[] = []) => sketch.add('transit-gateway-route-table', name, { TransitGatewayId: tgw, Associations, Propagations, Routes })
  const at = (index: number) => vpcs[index] as (typeof vpcs)[number]
  return { sketch, tgw, at, table }
}

describe('a transit gateway', () => {
  it('sends to an attachment subnet by the ACL of that subnet', () => {
    const { sketch, at, table } = hub(['a', 'b'])
    table('t', [at(0).attachment, at(1).attachment], [at(0).attachment, at(1).attachment])
    const worker = sketch.add('subnet', 'worker', { VpcId: at(1).vpc, CidrBlock: '10.1.50.0/24', AvailabilityZone: 'eu-west-1a' })
    expect(works(sketch, at(0).subnet, worker)).toBe(true)
    const acl = sketch.add('network-acl', 'closed', { VpcId: at(1).vpc, Associations: [{ SubnetId: at(1).subnet }], Entries: [] })
    expect(works(sketch, at(0).subnet, worker)).toBe(false)
    // In its own subnet the ACL is asked only on the way to the transit gateway.
    const open = (Egress: boolean) => ({ RuleNumber: 1, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' })
    const forward = () => simulate(sketch.design()).trace({ from: at(0).subnet, to: at(1).subnet, protocol: 'some' })
    expect([forward().forward.disposition, forward().works]).toEqual(['delivered', false])
    sketch.set(acl, { Entries: [open(true), open(false)] })
    expect(forward().works).toBe(true)
  })
  it('prefers no zone for what comes over a peering: the first attachment subnet stands for any', () => {
    const sketch = new Sketch()
    const [near, far] = [sketch.add('transit-gateway', 'near'), sketch.add('transit-gateway', 'far', { AmazonSideAsn: 64_600 })]
    const peering = sketch.add('transit-gateway-peering-attachment', 'peering', { TransitGatewayId: near, PeerTransitGatewayId: far })
    const sides = [{ gateway: near, cidr: '10.0.0.0/16', other: '10.1.0.0/16' }, { gateway: far, cidr: '10.1.0.0/16', other: '10.0.0.0/16' }].map(({ gateway, cidr, other }, index) => {
      const made = sketch.vpc(`v${index}`, cidr, ['a', 'b'], { routes: [{ DestinationCidrBlock: other, target: gateway }] })
      const attachment = sketch.add('transit-gateway-vpc-attachment', `v${index}`, { TransitGatewayId: gateway, VpcId: made.vpc, SubnetIds: made.subnets })
      sketch.add('transit-gateway-route-table', `t${index}`, { TransitGatewayId: gateway, Associations: [attachment, peering], Propagations: [attachment], Routes: [{ DestinationCidrBlock: other, attachment: peering }] })
      return made
    })
    const [from, to] = sides.map(({ subnets }) => subnets[1] as ResourceId) as [ResourceId, ResourceId]
    expect(works(sketch, from, to)).toBe(true)
    // The first attachment subnet there lets nothing on to other subnets.
    sketch.add('network-acl', 'closed', { VpcId: sides[1]?.vpc, Associations: [{ SubnetId: sides[1]?.subnets[0] }], Entries: [] })
    expect(works(sketch, from, to)).toBe(false)
  })
  it('does not learn a block that overlaps one that is there, not even a longer one', () => {
    const { sketch, at, table } = hub(['a', 'b', 'c'], ['10.0.0.0/16', '10.1.0.0/16', '10.1.1.0/24'])
    sketch.set(at(2).subnet, { CidrBlock: '10.1.1.0/25' })
    table('t', [0, 1, 2].map((index) => at(index).attachment), [0, 1, 2].map((index) => at(index).attachment))
    expect(works(sketch, at(0).subnet, at(1).subnet)).toBe(true)
    expect(works(sketch, at(0).subnet, at(2).subnet)).toBe(false)
  })
  it('carries references to security groups only when that is switched on', () => {
    const { sketch, tgw, at, table } = hub(['a', 'b'])
    table('t', [at(0).attachment, at(1).attachment], [at(0).attachment, at(1).attachment])
    const web = sketch.add('security-group', 'web', { VpcId: at(0).vpc })
    const db = sketch.add('security-group', 'db', { VpcId: at(1).vpc, IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: web }] }] })
    const host = sketch.add('instance', 'host', { SubnetId: at(0).subnet, PrivateIpAddress: '10.0.1.20', SecurityGroupIds: [web] })
    const server = sketch.add('instance', 'server', { SubnetId: at(1).subnet, PrivateIpAddress: '10.1.1.20', SecurityGroupIds: [db] })
    expect(works(sketch, host, server)).toBe(false)
    sketch.set(tgw, { SecurityGroupReferencingSupport: 'enable' })
    expect(works(sketch, host, server)).toBe(true)
  })
  it('does not isolate VPCs whose traffic a site sends back to it', () => {
    const { sketch, tgw, at, table } = hub(['a', 'b'])
    const device = sketch.add('customer-gateway', 'cgw', { site: sketch.site('hq', '192.168.0.0/16', []), announcedPrefixes: ['192.168.0.0/16', '10.0.0.0/8'] })
    const vpn = sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, TransitGatewayId: tgw })
    table('isolated', [at(0).attachment, at(1).attachment], [vpn])
    table('outside', [vpn], [at(0).attachment, at(1).attachment])
    expect(works(sketch, at(0).subnet, at(1).subnet)).toBe(true)
    sketch.set(device, { announcedPrefixes: ['192.168.0.0/16'] })
    expect(works(sketch, at(0).subnet, at(1).subnet)).toBe(false)
  })
  it('gives VPCs a central way out through NAT, with a way back to them', () => {
    const { sketch, tgw, at, table } = hub(['a', 'egress'])
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: at(1).vpc }] })
    const open = sketch.add('subnet', 'open', { VpcId: at(1).vpc, CidrBlock: '10.1.9.0/24', AvailabilityZone: 'eu-west-1a' })
    const nat = sketch.add('nat-gateway', 'nat', { SubnetId: open })
    const back = sketch.add('route-table', 'open', { VpcId: at(1).vpc, Associations: [{ SubnetId: open }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }, { DestinationCidrBlock: '10.0.0.0/8', target: tgw }] })
    sketch.set(at(1).table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    table('t', [at(0).attachment, at(1).attachment], [at(0).attachment, at(1).attachment], [{ DestinationCidrBlock: '0.0.0.0/0', attachment: at(1).attachment }])
    const out = () => simulate(sketch.design()).trace({ from: at(0).subnet, to: 'internet', protocol: 6, port: 443 }).works
    expect(out()).toBe(true)
    sketch.set(back, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    expect(out()).toBe(false)
  })
})

describe('a static route of a transit gateway', () => {
  it('to a connection that is not attached to it is a blackhole', () => {
    const { sketch, at, table } = hub(['a'])
    const device = sketch.add('customer-gateway', 'cgw', { site: sketch.site('hq', '192.168.0.0/16', []) })
    const vpn = sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: sketch.add('vpn-gateway', 'vgw') })
    table('t', [at(0).attachment], [at(0).attachment], [{ DestinationCidrBlock: '192.168.0.0/16', attachment: vpn }])
    expect(simulate(sketch.design()).trace({ from: at(0).subnet, to: 'site:hq' as ResourceId, protocol: 'some' }).forward.disposition).toBe('blackhole')
  })
})

describe('VPC peering', () => {
  it('does not come about between VPCs with any overlapping block', () => {
    const sketch = new Sketch()
    const peering = 'vpc-peering-connection:p' as ResourceId
    const a = sketch.vpc('a', '10.0.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: peering }] })
    const b = sketch.vpc('b', '10.1.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '10.0.0.0/16', target: peering }] })
    sketch.add('vpc-peering-connection', 'p', { RequesterVpcId: a.vpc, AccepterVpcId: b.vpc })
    expect(works(sketch, a.subnets[0]!, b.subnets[0]!)).toBe(true)
    for (const [vpc, own] of [[a.vpc, '10.0.0.0/16'], [b.vpc, '10.1.0.0/16']] as const) sketch.set(vpc, { CidrBlocks: [own, '100.64.0.0/24'] })
    expect(works(sketch, a.subnets[0]!, b.subnets[0]!)).toBe(false)
  })
})

describe('a VGW that does not say its Region', () => {
  it('fails with that of its VPC, and two sites lose each other', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a'])
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const sites = [0, 1].map((index) => {
      const site = sketch.site(`branch${index}`, `192.168.${index}.0/24`, [])
      sketch.add('vpn-connection', `vpn${index}`, { CustomerGatewayId: sketch.add('customer-gateway', `cgw${index}`, { site, BgpAsn: 65_001 + index }), VpnGatewayId: vgw })
      return site
    })
    const simulation = simulate(sketch.design())
    const flow = { from: sites[0] as ResourceId, to: sites[1] as ResourceId, protocol: 'some' as const }
    expect([simulation.trace(flow).works, simulation.trace(flow, ['region:eu-west-1']).works]).toEqual([true, false])
  })
})

describe('customer routers', () => {
  const throughRouter = (asns: readonly [number, number], announcedPrefixes: readonly string[]) => {
    const sketch = new Sketch()
    const site = sketch.site('hq', '192.168.0.0/16', [])
    const device = sketch.add('customer-gateway', 'router', { site, announcedPrefixes })
    const subnets = asns.map((AmazonSideAsn, index) => {
      const vgw = sketch.add('vpn-gateway', `vgw${index}`, { AmazonSideAsn })
      const made = sketch.vpc(`vpc${index}`, `10.${index}.0.0/16`, ['a'], { propagating: [vgw] })
      sketch.set(vgw, { VpcAttachments: [{ VpcId: made.vpc }] })
      sketch.add('vpn-connection', `vpn${index}`, { CustomerGatewayId: device, VpnGatewayId: vgw })
      return made.subnets[0] as ResourceId
    })
    return works(sketch, subnets[0] as ResourceId, subnets[1] as ResourceId)
  }
  it('pass on what they learned with its AS path: two VGWs on the same ASN drop it, a summary gets through', () => {
    const exact = ['192.168.0.0/16', '10.0.0.0/16', '10.1.0.0/16']
    expect(throughRouter([64_700, 64_701], exact)).toBe(true)
    expect(throughRouter([64_512, 64_512], exact)).toBe(false)
    expect(throughRouter([64_512, 64_512], ['192.168.0.0/16', '10.0.0.0/8'])).toBe(true)
  })
  it('carry no IPv6 over a VPN to a VGW', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { propagating: [vgw] })
    sketch.set(vpc, { Ipv6CidrBlocks: ['2001:db8:1::/56'] })
    sketch.set(subnets[0] as ResourceId, { Ipv6CidrBlock: '2001:db8:1::/64' })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const site = sketch.add('site', 'hq', { prefixes: ['192.168.0.0/16', '2001:db8:9::/48'] })
    const device = sketch.add('customer-gateway', 'cgw', { site })
    sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw })
    expect(works(sketch, subnets[0] as ResourceId, site)).toBe(true)
    expect(works(sketch, subnets[0] as ResourceId, site, { toAddress: '2001:db8:9::5' })).toBe(false)
    sketch.add('virtual-interface', 'vif', { customerRouter: device, VirtualGatewayId: vgw })
    expect(works(sketch, subnets[0] as ResourceId, site, { toAddress: '2001:db8:9::5' })).toBe(true)
    sketch.set(device, { bgp: false })
    expect(works(sketch, subnets[0] as ResourceId, site)).toBe(false)
  })
})

describe('a Direct Connect gateway', () => {
  it('lets VPCs of two transit gateways reach each other when the site announces a supernet', () => {
    const sketch = new Sketch()
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw')
    const router = sketch.add('customer-gateway', 'router', { site: sketch.site('hq', '192.168.0.0/16', []), announcedPrefixes: ['192.168.0.0/16', '10.0.0.0/8'] })
    sketch.add('virtual-interface', 'vif', { VirtualInterfaceType: 'transit', customerRouter: router, DirectConnectGatewayId: dxgw })
    const subnets = [0, 1].map((index) => {
      const tgw = sketch.add('transit-gateway', `tgw${index}`, { AmazonSideAsn: 64_600 + index })
      const made = sketch.vpc(`vpc${index}`, `10.${index}.0.0/16`, ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: tgw }] })
      const attachment = sketch.add('transit-gateway-vpc-attachment', `vpc${index}`, { TransitGatewayId: tgw, VpcId: made.vpc, SubnetIds: made.subnets })
      const association = sketch.add('direct-connect-gateway-association', `dx${index}`, { DirectConnectGatewayId: dxgw, TransitGatewayId: tgw, AllowedPrefixes: [`10.${index}.0.0/16`] })
      sketch.add('transit-gateway-route-table', `t${index}`, { TransitGatewayId: tgw, Associations: [attachment, association], Propagations: [attachment, association] })
      return made.subnets[0] as ResourceId
    })
    expect(works(sketch, subnets[0] as ResourceId, subnets[1] as ResourceId)).toBe(true)
    sketch.set(router, { announcedPrefixes: ['192.168.0.0/16'] })
    expect(works(sketch, subnets[0] as ResourceId, subnets[1] as ResourceId)).toBe(false)
  })
  it('gives to a VGW what is for its VPC, and nothing on to a site behind it', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { propagating: [vgw] })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw')
    sketch.add('direct-connect-gateway-association', 'assoc', { DirectConnectGatewayId: dxgw, VpnGatewayId: vgw })
    const hq = sketch.site('hq', '192.168.0.0/16', [])
    sketch.add('virtual-interface', 'vif', { customerRouter: sketch.add('customer-gateway', 'router', { site: hq }), DirectConnectGatewayId: dxgw })
    const branch = sketch.site('branch', '10.0.1.0/24', [])
    sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: sketch.add('customer-gateway', 'cgw', { site: branch, BgpAsn: 65_009 }), VpnGatewayId: vgw })
    expect(works(sketch, hq, subnets[0] as ResourceId)).toBe(true)
  })
  it('may have the ASN of a VGW behind it', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw', { AmazonSideAsn: 64_512 })
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { propagating: [vgw] })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64_512 })
    sketch.add('direct-connect-gateway-association', 'assoc', { DirectConnectGatewayId: dxgw, VpnGatewayId: vgw })
    const site = sketch.site('hq', '192.168.0.0/16', [])
    sketch.add('virtual-interface', 'vif', { customerRouter: sketch.add('customer-gateway', 'router', { site }), DirectConnectGatewayId: dxgw })
    expect(works(sketch, site, subnets[0] as ResourceId)).toBe(true)
  })
})

describe('equal routes of a transit gateway', () => {
  it.each([['enable', 'equal: other flows may take it (ECMP); this trace follows one'], ['disable', 'equal; one of several is used at a time']] as const)('share the load where ECMP is on (%s)', (VpnEcmpSupport, reason) => {
    const sketch = new Sketch()
    const tgw = sketch.add('transit-gateway', 'tgw', { VpnEcmpSupport })
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: tgw }] })
    const attachment = sketch.add('transit-gateway-vpc-attachment', 'att', { VpcId: vpc, TransitGatewayId: tgw, SubnetIds: subnets })
    const site = sketch.site('hq', '192.168.0.0/16', [])
    const vpn = sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: sketch.add('customer-gateway', 'cgw', { site }), TransitGatewayId: tgw })
    sketch.add('transit-gateway-route-table', 'table', { TransitGatewayId: tgw, Associations: [attachment, vpn], Propagations: [attachment, vpn] })
    const { forward } = simulate(sketch.design()).trace({ from: subnets[0]!, to: site, protocol: 'some' })
    const steps = forward.hops.flatMap((hop) => hop.steps).flatMap((step) => (step.kind === 'route' && step.fact === 'F-TGW-28' ? step.candidates : []))
    expect(steps.map(({ chosen, reason: why }) => (chosen ? 'chosen' : why))).toEqual(['chosen', reason])
  })
})
