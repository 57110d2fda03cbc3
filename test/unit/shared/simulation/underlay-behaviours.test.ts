import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

/** A site without ISP links whose device has a VPN to a transit gateway with a VPC, and a router with a port at a Direct Connect location. */
function directConnect() {
  const sketch = new Sketch()
  const tgw = sketch.add('transit-gateway', 'tgw', { Region: 'eu-west-1', TransitGatewayCidrBlocks: ['100.65.0.0/24'] })
  const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: tgw }] })
  const attachment = sketch.add('transit-gateway-vpc-attachment', 'prod', { TransitGatewayId: tgw, VpcId: vpc, SubnetIds: subnets })
  const hq = sketch.site('hq', '192.168.0.0/24', [])
  const device = sketch.add('customer-gateway', 'cgw', { site: hq, IpAddress: '203.0.113.9', announcedPrefixes: ['192.168.0.0/24'] })
  const router = sketch.add('customer-gateway', 'router', { site: hq, announcedPrefixes: ['192.168.0.0/24', '192.168.7.0/24'] })
  const port = sketch.add('direct-connect-connection', 'port')
  const vpn = sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, TransitGatewayId: tgw })
  sketch.add('transit-gateway-route-table', 't', { TransitGatewayId: tgw, Associations: [attachment, vpn], Propagations: [attachment, vpn] })
  const works = (failed: readonly string[] = []) => simulate(sketch.design()).trace({ from: hq, to: subnets[0] as never, protocol: 'some' }, failed).works
  return { sketch, tgw, hq, device, router, port, vpn, works }
}

describe('what carries a tunnel', () => {
  it('is not a public virtual interface on a router that does not speak BGP, though no other line is drawn', () => {
    const { sketch, router, port, works } = directConnect()
    expect(works()).toBe(true)
    sketch.add('virtual-interface', 'public', { VirtualInterfaceType: 'public', ConnectionId: port, customerRouter: router, RouteFilterPrefixes: ['203.0.113.0/24'] })
    expect([works(), works([`dx-connection:${port}`])]).toEqual([true, false])
    sketch.set(router, { bgp: false })
    expect(works()).toBe(false)
  })

  it('is not a transit virtual interface that is down because its router announces more than it may', () => {
    const { sketch, tgw, router, port, vpn, works } = directConnect()
    const gateway = sketch.add('direct-connect-gateway', 'dxgw')
    const association = sketch.add('direct-connect-gateway-association', 'to-tgw', { DirectConnectGatewayId: gateway, TransitGatewayId: tgw, AllowedPrefixes: ['100.65.0.0/24'] })
    const vif = sketch.add('virtual-interface', 'transit', { VirtualInterfaceType: 'transit', ConnectionId: port, customerRouter: router, DirectConnectGatewayId: gateway, prefixAllocation: 2 })
    sketch.set(vpn, { OutsideIpAddressType: 'PrivateIpv4', TransportTransitGatewayAttachmentId: association })
    expect(works()).toBe(true)
    sketch.set(vif, { prefixAllocation: 1 })
    expect(works()).toBe(false)
  })

  it('is no public virtual interface between two sites, which AWS does not connect', () => {
    const { sketch, hq, device, router, port } = directConnect()
    const branch = sketch.site('branch', '192.168.5.0/24', [])
    const far = sketch.add('customer-gateway', 'far', { site: branch, IpAddress: '203.0.113.77', BgpAsn: 65_005 })
    const isp = sketch.add('isp-link', 'isp', { site: hq })
    sketch.add('virtual-interface', 'public', { VirtualInterfaceType: 'public', ConnectionId: port, customerRouter: router, RouteFilterPrefixes: ['203.0.113.0/24'] })
    sketch.add('software-vpn', 'between', { near: device, far })
    const works = (failed: readonly string[]) => simulate(sketch.design()).trace({ from: hq, to: branch, protocol: 'some' }, failed).works
    expect([works([]), works([`isp-link:${isp}`])]).toEqual([true, false])
  })
})

describe('what the internet and clients can address', () => {
  it('includes an IPv6 address of a host without a public IPv4 address', () => {
    const sketch = new Sketch()
    const { vpc, subnets, table } = sketch.vpc('web', '10.0.0.0/16', ['a'])
    sketch.set(vpc, { Ipv6CidrBlocks: ['2001:db8:7::/56'] })
    sketch.set(subnets[0] as never, { Ipv6CidrBlock: '2001:db8:7::/64' })
    const gateway = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    sketch.set(table, { Routes: [{ DestinationIpv6CidrBlock: '::/0', target: gateway }] })
    const host = sketch.add('instance', 'host', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.20', Ipv6Addresses: ['2001:db8:7::20'] })
    const trace = () => simulate(sketch.design()).trace({ from: 'internet', to: host, protocol: 6, port: 443 })
    expect([trace().forward.disposition, trace().works]).toEqual(['delivered', true])
    // Out by an egress-only gateway the answer to a connection from outside does not pass.
    const egress = sketch.add('egress-only-internet-gateway', 'eigw', { VpcId: vpc })
    sketch.set(table, { Routes: [{ DestinationIpv6CidrBlock: '::/0', target: egress }] })
    expect([trace().forward.disposition, trace().return?.disposition]).toEqual(['delivered', 'denied'])
  })

  it('is under the public address of the server when its users, whom it translates, go on to the internet', () => {
    const sketch = new Sketch()
    const { vpc, subnets, table } = sketch.vpc('dial', '10.0.0.0/16', ['a'])
    const gateway = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: gateway }] })
    const server = sketch.add('instance', 'ras', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.9', PublicIpAddress: '198.51.100.9', role: 'remote-access-server', clientPool: '172.25.0.0/24', translatesClients: true })
    const users = sketch.add('user-group', 'travellers')
    sketch.add('remote-access', 'dial', { users, server })
    const trace = simulate(sketch.design()).trace({ from: users, toAddress: '203.0.113.80', protocol: 6, port: 443 })
    expect([trace.forward.disposition, trace.works]).toEqual(['left-network', true])
    expect(trace.forward.hops.flatMap(({ steps }) => steps).flatMap((step) => (step.kind === 'translate' ? [step.after] : []))).toEqual(['10.0.1.9', '198.51.100.9'])
  })

  it('does not include an endpoint service behind endpoints of a Gateway Load Balancer, which only routes name', () => {
    const sketch = new Sketch()
    const { vpc, subnets } = sketch.vpc('one', '10.0.0.0/16', ['a'])
    const wall = sketch.add('instance', 'wall', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.30' })
    const balancer = sketch.add('load-balancer', 'gwlb', { VpcId: vpc, Type: 'gateway', SubnetIds: subnets, Targets: [{ Id: wall }], Listeners: [{ Port: 6081, Protocol: 'GENEVE' }] })
    const service = sketch.add('vpc-endpoint-service', 'walls', { VpcId: vpc, loadBalancers: [balancer] })
    const endpoint = sketch.add('vpc-endpoint', 'gate', { VpcId: vpc, VpcEndpointType: 'GatewayLoadBalancer', service, SubnetIds: subnets })
    const works = () => simulate(sketch.design()).trace({ from: subnets[0] as never, to: service, protocol: 'some' }).works
    expect(works()).toBe(false)
    sketch.set(endpoint, { VpcEndpointType: 'Interface' })
    sketch.set(balancer, { Type: 'network', Listeners: [{ Port: 443, Protocol: 'TCP' }] })
    expect(works()).toBe(true)
  })
})

it('a virtual private gateway does not tell a device back what it has from it, even one that takes its own ASN', () => {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc } = sketch.vpc('prod', '10.1.0.0/16', ['a'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const device = sketch.add('customer-gateway', 'cgw', { site: sketch.site('hq', '192.168.0.0/24', ['isp']), announcedPrefixes: ['192.168.0.0/24', '10.0.0.0/8'], allowOwnAs: true })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw })
  expect(simulate(sketch.design()).trace({ from: device, toAddress: '10.9.0.5', protocol: 1 }).forward.disposition).toBe('no-route')
})
