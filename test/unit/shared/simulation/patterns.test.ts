import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import type { Intent } from '../../../../src/shared/document/design.ts'
import { Sketch } from './sketch.ts'

/** Whether the intent holds and the elements that alone break it. */
function verdict(sketch: Sketch, intent: Intent) {
  const { holds, singlePointsOfFailure, reason } = simulate(sketch.design()).judge(intent)
  return { holds, spofs: singlePointsOfFailure.map((spof) => spof.element).sort(), ...(reason === undefined ? {} : { reason }) }
}

const vgwPattern = (options: { devices: number; isps: readonly string[]; isStatic?: boolean; tunnels?: number; sharedSite?: boolean }) => {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const site = sketch.site('hq', '192.168.0.0/16', options.isps)
  for (let number = 1; number <= options.devices; number++) {
    const device = sketch.add('customer-gateway', `cgw${number}`, { site, ...(options.devices > 1 && options.isps.length > 1 ? { ispLinks: [`isp-link:${options.isps[number - 1]}`] } : {}) })
    sketch.add('vpn-connection', `vpn${number}`, {
      CustomerGatewayId: device,
      VpnGatewayId: vgw,
      StaticRoutesOnly: options.isStatic === true,
      Routes: options.isStatic === true ? [{ DestinationCidrBlock: '192.168.0.0/16' }] : [],
      TunnelOptions: [{ configured: true }, { configured: options.tunnels !== 1 }],
    })
  }
  return { sketch, intent: sketch.intent(site, vpc), vpc, site, vgw }
}

describe('A1 managed VPN, one customer gateway', () => {
  it.each([false, true])('breaks with the device and the only ISP link, not with a tunnel or a zone (static: %s)', (isStatic) => {
    const { sketch, intent } = vgwPattern({ devices: 1, isps: ['isp'], isStatic })
    expect(verdict(sketch, intent)).toEqual({ holds: true, spofs: ['customer-device:customer-gateway:cgw1', 'isp-link:isp-link:isp'] })
  })
  it('breaks with the tunnel when only one is configured', () => {
    const { sketch, intent } = vgwPattern({ devices: 1, isps: ['isp1', 'isp2'], tunnels: 1 })
    expect(verdict(sketch, intent).spofs).toEqual(['customer-device:customer-gateway:cgw1', 'vpn-tunnel:vpn-connection:vpn1/1'])
  })
  it('does not hold without propagation or a route', () => {
    const { sketch, intent } = vgwPattern({ devices: 1, isps: [] })
    sketch.set('route-table:prod-main' as ResourceId, { PropagatingVgws: [] })
    expect(verdict(sketch, intent)).toMatchObject({ holds: false, spofs: [], reason: expect.stringContaining('no route') })
  })
})

describe('A2 managed VPN, several customer gateways', () => {
  it('has no single point of failure with two ISP links', () => {
    const { sketch, intent } = vgwPattern({ devices: 2, isps: ['isp1', 'isp2'] })
    expect(verdict(sketch, intent)).toEqual({ holds: true, spofs: [] })
  })
  it('breaks with the ISP link when both devices share it', () => {
    const { sketch, intent } = vgwPattern({ devices: 2, isps: ['isp'] })
    expect(verdict(sketch, intent).spofs).toEqual(['isp-link:isp-link:isp'])
  })
  it('holds with static routing: tunnel health steers', () => {
    const { sketch, intent } = vgwPattern({ devices: 2, isps: ['isp1', 'isp2'], isStatic: true })
    expect(verdict(sketch, intent)).toEqual({ holds: true, spofs: [] })
  })
})

const hub = (options: { devices: number; isStatic?: boolean; attachmentZones?: readonly string[] }) => {
  const sketch = new Sketch()
  const tgw = sketch.add('transit-gateway', 'tgw', { Region: 'eu-west-1' })
  const toHub = [{ DestinationCidrBlock: '0.0.0.0/0', target: tgw }]
  const vpcs = ['10.0.0.0/16', '10.1.0.0/16'].map((cidr, index) => sketch.vpc(`vpc${index}`, cidr, ['a', 'b'], { routes: toHub }))
  const zones = options.attachmentZones ?? ['a', 'b']
  const attachments = vpcs.map(({ vpc, subnets }, index) => sketch.add('transit-gateway-vpc-attachment', `att${index}`, { VpcId: vpc, TransitGatewayId: tgw, SubnetIds: subnets.filter((_, position) => zones.includes('ab'[position] ?? '')) }))
  const site = sketch.site('hq', '192.168.0.0/16', options.devices > 1 ? ['isp1', 'isp2'] : ['isp1'])
  const connections = Array.from({ length: options.devices }, (_, index) => {
    const device = sketch.add('customer-gateway', `cgw${index + 1}`, { site, ispLinks: [`isp-link:isp${index + 1}`] })
    return sketch.add('vpn-connection', `vpn${index + 1}`, { CustomerGatewayId: device, TransitGatewayId: tgw, StaticRoutesOnly: options.isStatic === true })
  })
  const all = [...attachments, ...connections]
  const routes = options.isStatic === true ? [{ DestinationCidrBlock: '192.168.0.0/16', attachment: connections[0] }] : []
  const table = sketch.add('transit-gateway-route-table', 'table', { TransitGatewayId: tgw, Associations: all, Propagations: all, Routes: routes })
  return { sketch, tgw, vpcs, site, table, connections, attachments }
}

describe('A3 and A4 transit gateway and VPN', () => {
  it('A3: device and ISP link, never a zone; VPCs reach each other without a single point of failure', () => {
    const { sketch, site, vpcs } = hub({ devices: 1 })
    expect(verdict(sketch, sketch.intent(site, vpcs[0]!.vpc))).toEqual({ holds: true, spofs: ['customer-device:customer-gateway:cgw1', 'isp-link:isp-link:isp1'] })
    expect(verdict(sketch, sketch.intent(vpcs[0]!.vpc, vpcs[1]!.vpc))).toEqual({ holds: true, spofs: [] })
  })
  it('A3: subnets in a zone without an attachment subnet cannot send, though packets reach them', () => {
    const { sketch, vpcs } = hub({ devices: 1, attachmentZones: ['a'] })
    const simulation = simulate(sketch.design())
    const [first, second] = vpcs
    const trace = simulation.trace({ from: first!.subnets[0]!, to: second!.subnets[1]!, protocol: 'some' })
    expect(trace.forward.disposition).toBe('delivered')
    expect(trace.return).toMatchObject({ disposition: 'no-route' })
    expect(trace.works).toBe(false)
  })
  it('A4: none with BGP; with static VPNs the routed device and its ISP link', () => {
    const dynamic = hub({ devices: 2 })
    expect(verdict(dynamic.sketch, dynamic.sketch.intent(dynamic.site, dynamic.vpcs[0]!.vpc))).toEqual({ holds: true, spofs: [] })
    const fixed = hub({ devices: 2, isStatic: true })
    expect(verdict(fixed.sketch, fixed.sketch.intent(fixed.site, fixed.vpcs[0]!.vpc))).toEqual({ holds: true, spofs: ['customer-device:customer-gateway:cgw1', 'isp-link:isp-link:isp1'] })
  })
  it('expects nothing of subnets that only hold transit gateway interfaces, while those that share a table with others count', () => {
    const { sketch, vpcs, attachments } = hub({ devices: 1 })
    const own = vpcs.map(({ vpc }, index) => {
      const subnet = sketch.add('subnet', `tgw-${index}`, { VpcId: vpc, CidrBlock: `10.${index}.255.0/28`, AvailabilityZone: 'eu-west-1a' })
      sketch.set(attachments[index]!, { SubnetIds: [subnet, vpcs[index]!.subnets[1]!] })
      return sketch.add('route-table', `tgw-${index}`, { VpcId: vpc, Associations: [{ SubnetId: subnet }] })
    })
    const intent = sketch.intent(vpcs[0]!.vpc, vpcs[1]!.vpc)
    expect(verdict(sketch, intent)).toEqual({ holds: true, spofs: [] })
    sketch.set(own[0]!, { Associations: [{ SubnetId: 'subnet:tgw-0' }, { SubnetId: vpcs[0]!.subnets[0] }] })
    expect(verdict(sketch, intent)).toMatchObject({ holds: false, reason: expect.stringContaining('no route') })
  })
  it('isolates VPCs whose tables do not know each other', () => {
    const { sketch, vpcs, table, attachments } = hub({ devices: 1 })
    sketch.set(table, { Propagations: [attachments[0]] })
    expect(verdict(sketch, sketch.intent(vpcs[0]!.vpc, vpcs[1]!.vpc)).holds).toBe(false)
  })
})

const directConnect = (connections: readonly { location: string; device: string; router: string }[], options: { allowed?: readonly string[] } = {}) => {
  const sketch = new Sketch()
  const tgw = sketch.add('transit-gateway', 'tgw', { Region: 'eu-west-1' })
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: tgw }] })
  const attachment = sketch.add('transit-gateway-vpc-attachment', 'att', { VpcId: vpc, TransitGatewayId: tgw, SubnetIds: subnets })
  const dxgw = sketch.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64600 })
  const association = sketch.add('direct-connect-gateway-association', 'assoc', { DirectConnectGatewayId: dxgw, TransitGatewayId: tgw, AllowedPrefixes: options.allowed ?? ['10.0.0.0/16'] })
  sketch.add('transit-gateway-route-table', 'table', { TransitGatewayId: tgw, Associations: [attachment, association], Propagations: [attachment, association] })
  const site = sketch.site('hq', '192.168.0.0/16', [])
  for (const [index, plan] of connections.entries()) {
    const router = `customer-gateway:${plan.router}` as ResourceId
    if (!(router in sketch.resources)) sketch.add('customer-gateway', plan.router, { site, BgpAsn: 65010 })
    const connection = sketch.add('direct-connect-connection', `dx${index}`, { Location: plan.location, AwsLogicalDeviceId: plan.device })
    sketch.add('virtual-interface', `vif${index}`, { VirtualInterfaceType: 'transit', ConnectionId: connection, customerRouter: router, DirectConnectGatewayId: dxgw, Asn: 65010 })
  }
  return { sketch, intent: sketch.intent(site, vpc), site, vpc, tgw }
}

describe('A5 to A8 Direct Connect', () => {
  it('A8 with one connection: location, device, connection and router', () => {
    const { sketch, intent } = directConnect([{ location: 'EqDC2', device: 'd1', router: 'r1' }])
    expect(verdict(sketch, intent)).toEqual({ holds: true, spofs: ['customer-device:customer-gateway:r1', 'dx-connection:direct-connect-connection:dx0', 'dx-device:EqDC2/d1', 'dx-location:EqDC2'] })
  })
  it('A6a two connections at one location, two devices: the location and the shared router', () => {
    const { sketch, intent } = directConnect([{ location: 'EqDC2', device: 'd1', router: 'r1' }, { location: 'EqDC2', device: 'd2', router: 'r1' }])
    expect(verdict(sketch, intent).spofs).toEqual(['customer-device:customer-gateway:r1', 'dx-location:EqDC2'])
  })
  it('A6b two locations and two routers: none', () => {
    const { sketch, intent } = directConnect([{ location: 'EqDC2', device: 'd1', router: 'r1' }, { location: 'EqLD5', device: 'd1', router: 'r2' }])
    expect(verdict(sketch, intent)).toEqual({ holds: true, spofs: [] })
  })
  it('does not reach a VPC that the allowed prefixes leave out', () => {
    const { sketch, intent } = directConnect([{ location: 'EqDC2', device: 'd1', router: 'r1' }], { allowed: ['10.9.0.0/16'] })
    expect(verdict(sketch, intent).holds).toBe(false)
  })
  it('A7: a private VIF to a DX gateway reaches each VPC, and no VPC reaches another unless a supernet is announced', () => {
    const sketch = new Sketch()
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw')
    const vpcs = ['10.0.0.0/16', '10.1.0.0/16'].map((cidr, index) => {
      const vgw = sketch.add('vpn-gateway', `vgw${index}`, { AmazonSideAsn: 64700 + index })
      const made = sketch.vpc(`vpc${index}`, cidr, ['a'], { propagating: [vgw], region: `eu-west-${index + 1}` })
      sketch.set(vgw, { VpcAttachments: [{ VpcId: made.vpc }] })
      sketch.add('direct-connect-gateway-association', `assoc${index}`, { DirectConnectGatewayId: dxgw, VpnGatewayId: vgw, AllowedPrefixes: [cidr] })
      return made.vpc
    })
    const site = sketch.site('hq', '192.168.0.0/16', [])
    const router = sketch.add('customer-gateway', 'router', { site })
    const connection = sketch.add('direct-connect-connection', 'dx', { Location: 'EqDC2', AwsLogicalDeviceId: 'd1' })
    sketch.add('virtual-interface', 'vif', { VirtualInterfaceType: 'private', ConnectionId: connection, customerRouter: router, DirectConnectGatewayId: dxgw })
    for (const vpc of vpcs) expect(verdict(sketch, sketch.intent(site, vpc)).holds).toBe(true)
    expect(verdict(sketch, sketch.intent(vpcs[0]!, vpcs[1]!)).holds).toBe(false)
    sketch.set(router, { announcedPrefixes: ['192.168.0.0/16', '10.0.0.0/8'] })
    expect(verdict(sketch, sketch.intent(vpcs[0]!, vpcs[1]!)).holds).toBe(true)
  })
})

describe('A11 CloudHub', () => {
  const cloudHub = (asns: readonly number[], isStatic = false) => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw', { AmazonSideAsn: 64512, Region: 'eu-west-1' })
    const { vpc } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const sites = asns.map((BgpAsn, index) => {
      const site = sketch.site(`branch${index}`, `192.168.${index}.0/24`, [`isp${index}`])
      const device = sketch.add('customer-gateway', `cgw${index}`, { site, BgpAsn })
      sketch.add('vpn-connection', `vpn${index}`, { CustomerGatewayId: device, VpnGatewayId: vgw, StaticRoutesOnly: isStatic, Routes: isStatic ? [{ DestinationCidrBlock: `192.168.${index}.0/24` }] : [] })
      return site
    })
    return { sketch, vpc, sites }
  }
  it('joins sites with each other and the VPC; between sites the Region counts too', () => {
    const { sketch, vpc, sites } = cloudHub([65001, 65002])
    expect(verdict(sketch, sketch.intent(sites[0]!, vpc)).spofs).toEqual(['customer-device:customer-gateway:cgw0', 'isp-link:isp-link:isp0'])
    expect(verdict(sketch, sketch.intent(sites[0]!, sites[1]!))).toEqual({
      holds: true,
      spofs: ['customer-device:customer-gateway:cgw0', 'customer-device:customer-gateway:cgw1', 'isp-link:isp-link:isp0', 'isp-link:isp-link:isp1', 'region:eu-west-1'],
    })
  })
  it.each([['the same ASN', [65001, 65001], false], ['static routing', [65001, 65002], true]] as const)('with %s only site and VPC reach each other', (_name, asns, isStatic) => {
    const { sketch, vpc, sites } = cloudHub(asns, isStatic)
    expect(verdict(sketch, sketch.intent(sites[0]!, vpc)).holds).toBe(true)
    expect(verdict(sketch, sketch.intent(sites[0]!, sites[1]!)).holds).toBe(false)
  })
})

describe('B1 VPC peering', () => {
  it('joins the two peers only', () => {
    const sketch = new Sketch()
    const ids = ['a', 'b', 'c'].map((name) => `vpc:${name}` as ResourceId)
    const peer = (x: number, y: number) => sketch.resources[`vpc-peering-connection:${x}${y}` as ResourceId]?.id ?? (`vpc-peering-connection:${x}${y}` as ResourceId)
    const route = (to: number, pcx: ResourceId) => ({ DestinationCidrBlock: `10.${to}.0.0/16`, target: pcx })
    sketch.vpc('a', '10.0.0.0/16', ['a', 'b'], { routes: [route(1, peer(0, 1)), route(2, peer(0, 1))] })
    sketch.vpc('b', '10.1.0.0/16', ['a'], { routes: [route(0, peer(0, 1)), route(2, peer(1, 2))] })
    sketch.vpc('c', '10.2.0.0/16', ['a'], { routes: [route(1, peer(1, 2)), route(0, peer(1, 2))] })
    sketch.add('vpc-peering-connection', '01', { RequesterVpcId: ids[0], AccepterVpcId: ids[1] })
    sketch.add('vpc-peering-connection', '12', { RequesterVpcId: ids[1], AccepterVpcId: ids[2] })
    expect(verdict(sketch, sketch.intent(ids[0]!, ids[1]!))).toEqual({ holds: true, spofs: [] })
    expect(verdict(sketch, sketch.intent(ids[0]!, ids[2]!))).toMatchObject({ holds: false, reason: expect.stringContaining("own addresses only") })
  })
})

describe('B6 VPCs through the customer router', () => {
  it('works when the router announces each VPC to the other gateway, and breaks with the router and its ISP link', () => {
    const sketch = new Sketch()
    const site = sketch.site('hq', '192.168.0.0/16', ['isp'])
    const device = sketch.add('customer-gateway', 'router', { site, announcedPrefixes: ['192.168.0.0/16', '10.0.0.0/16', '10.1.0.0/16'] })
    const vpcs = ['10.0.0.0/16', '10.1.0.0/16'].map((cidr, index) => {
      const vgw = sketch.add('vpn-gateway', `vgw${index}`, { AmazonSideAsn: 64700 + index })
      const { vpc } = sketch.vpc(`vpc${index}`, cidr, ['a', 'b'], { propagating: [vgw] })
      sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
      sketch.add('vpn-connection', `vpn${index}`, { CustomerGatewayId: device, VpnGatewayId: vgw })
      return vpc
    })
    expect(verdict(sketch, sketch.intent(vpcs[0]!, vpcs[1]!))).toEqual({ holds: true, spofs: ['customer-device:customer-gateway:router', 'isp-link:isp-link:isp'] })
    sketch.set(device, { announcedPrefixes: [] })
    expect(verdict(sketch, sketch.intent(vpcs[0]!, vpcs[1]!)).holds).toBe(false)
    expect(verdict(sketch, sketch.intent(site, vpcs[0]!)).holds).toBe(true)
  })
})

describe('NAT gateway in one zone', () => {
  it('is a single point of failure of the other zone, and so is its zone', () => {
    const sketch = new Sketch()
    const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'])
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    const open = sketch.add('subnet', 'public', { VpcId: vpc, CidrBlock: '10.0.100.0/24', AvailabilityZone: 'eu-west-1a' })
    const nat = sketch.add('nat-gateway', 'nat', { SubnetId: open })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    sketch.add('route-table', 'public', { VpcId: vpc, Associations: [{ SubnetId: open }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    expect(verdict(sketch, sketch.intent(subnets[1]!, 'internet', { direction: 'one-way' }))).toEqual({ holds: true, spofs: ['availability-zone:eu-west-1/eu-west-1a', 'nat-gateway:nat-gateway:nat'] })
    expect(verdict(sketch, sketch.intent(subnets[0]!, 'internet', { direction: 'one-way' })).spofs).toEqual(['nat-gateway:nat-gateway:nat'])
  })
})
