import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { type Flow, simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

/** How a flow ends there, how its reply ends, and whether it works. */
function outcome(sketch: Sketch, flow: Partial<Flow> & Pick<Flow, 'from'>, failed: readonly string[] = []) {
  const { forward, return: back, works } = simulate(sketch.design()).trace({ protocol: 6, port: 443, ...flow }, failed)
  return [forward.disposition, back?.disposition, works]
}
const WORKS = ['delivered', 'delivered', true]
const OUT = ['left-network', 'delivered', true]

/** A VPC with a host per subnet: h0 in zone a, h1 in zone b. */
function vpcWithHosts(sketch: Sketch, name: string, cidr: string, options: Parameters<Sketch['vpc']>[3] = {}) {
  const made = sketch.vpc(name, cidr, ['a', 'b'], options)
  const [x, y] = cidr.split('.')
  const hosts = made.subnets.map((subnet, index) => sketch.add('instance', `${name}-h${index}`, { SubnetId: subnet, PrivateIpAddress: `${x}.${y}.${index + 1}.20` }))
  return { ...made, hosts: hosts as [ResourceId, ResourceId], subnets: made.subnets as [ResourceId, ResourceId] }
}

describe('gateway endpoints', () => {
  it('are reached by the tables that they name, without a route drawn there', () => {
    const sketch = new Sketch()
    const { vpc, hosts, table } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    const list = sketch.add('prefix-list', 's3', { Entries: [{ Cidr: '52.216.0.0/15' }] })
    const endpoint = sketch.add('vpc-endpoint', 's3', { VpcId: vpc, VpcEndpointType: 'Gateway', ServiceName: 's3', RouteTableIds: [table], prefixList: list })
    expect(outcome(sketch, { from: hosts[0], toAddress: '52.216.0.9' })).toEqual(WORKS)
    sketch.set(endpoint, { RouteTableIds: [] })
    expect(outcome(sketch, { from: hosts[0], toAddress: '52.216.0.9' })[0]).toBe('no-route')
  })
})

describe('routes inside the VPC', () => {
  it('whose middlebox is gone are blackholes, not local', () => {
    const sketch = new Sketch()
    const { hosts, table } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '10.0.2.0/24' }] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1] })[0]).toBe('blackhole')
  })
  it('do not come from a VGW that is not attached to the VPC', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const igw = sketch.add('internet-gateway', 'igw')
    const { vpc, hosts } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16', { propagating: [vgw], routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
    sketch.set(hosts[0], { PublicIpAddress: '52.1.1.1' })
    const site = sketch.add('site', 'hq', { prefixes: ['9.9.0.0/16'] })
    sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: sketch.add('customer-gateway', 'cgw', { site }), VpnGatewayId: vgw })
    expect(outcome(sketch, { from: hosts[0], toAddress: '9.9.9.9' })).toEqual(OUT)
  })
  it('do not reach into another VPC', () => {
    const sketch = new Sketch()
    const far = vpcWithHosts(sketch, 'far', '10.1.0.0/16')
    const nat = sketch.add('nat-gateway', 'nat', { SubnetId: far.subnets[0], ConnectivityType: 'private' })
    const { hosts, table } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16', { routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: nat }] })
    expect(outcome(sketch, { from: hosts[0], to: far.hosts[1] })[0]).toBe('blackhole')
    sketch.set(far.hosts[0], { SourceDestCheck: false })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: far.hosts[0] }] })
    expect(outcome(sketch, { from: hosts[0], to: far.hosts[1] })[0]).toBe('blackhole')
  })
})

describe('replies', () => {
  it('pass an edge table as well: an appliance in front sees both directions', () => {
    const sketch = new Sketch()
    const igw = sketch.add('internet-gateway', 'igw')
    const { vpc, hosts, subnets } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16', { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
    sketch.set(hosts[1], { PublicIpAddress: '52.1.1.2' })
    expect(outcome(sketch, { from: hosts[1], toAddress: '8.8.8.8' })).toEqual(OUT)
    const appliance = sketch.add('network-interface', 'firewall', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.99' })
    sketch.add('route-table', 'edge', { VpcId: vpc, Associations: [{ GatewayId: igw }], Routes: [{ DestinationCidrBlock: '10.0.2.0/24', target: appliance }] })
    expect(outcome(sketch, { from: hosts[1], toAddress: '8.8.8.8' })).toEqual(['left-network', 'denied', false])
    sketch.set(appliance, { SourceDestCheck: false })
    expect(outcome(sketch, { from: hosts[1], toAddress: '8.8.8.8' })).toEqual(OUT)
  })
  it('do not leave through a NAT gateway that did not open the connection', () => {
    const sketch = new Sketch()
    const igw = sketch.add('internet-gateway', 'igw')
    const { vpc, hosts, subnets, table } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
    const nat = sketch.add('nat-gateway', 'nat', { SubnetId: subnets[0], NatGatewayAddresses: [{ PrivateIp: '10.0.1.5', PublicIp: '52.1.1.9' }] })
    sketch.add('route-table', 'public', { VpcId: vpc, Associations: [{ SubnetId: subnets[0] }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    sketch.set(hosts[1], { PublicIpAddress: '52.1.1.2' })
    expect(outcome(sketch, { from: 'internet', to: hosts[1] })).toEqual(['delivered', 'denied', false])
  })
  it('that come by another interface are new to its security groups', () => {
    const sketch = new Sketch()
    const { vpc, hosts, subnets } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    const group = sketch.add('security-group', 'closed', { VpcId: vpc })
    const appliance = sketch.add('instance', 'appliance', { SubnetId: sketch.add('subnet', 'middle', { VpcId: vpc, CidrBlock: '10.0.9.0/24', AvailabilityZone: 'eu-west-1a' }), PrivateIpAddress: '10.0.9.9', SourceDestCheck: false })
    sketch.add('route-table', 'back', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Routes: [{ DestinationCidrBlock: '10.0.1.0/24', target: appliance }] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1] })).toEqual(WORKS)
    sketch.set(appliance, { SecurityGroupIds: [group] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1] })).toEqual(['delivered', 'denied', false])
  })
  it('from the internet to a site come back by its ISP', () => {
    const sketch = new Sketch()
    const site = sketch.site('hq', '192.168.0.0/16', ['isp'])
    sketch.add('customer-gateway', 'cgw', { site, IpAddress: '203.0.113.77' })
    expect(outcome(sketch, { from: site, toAddress: '8.8.8.8' })).toEqual(OUT)
    expect(outcome(sketch, { from: site, toAddress: '8.8.8.8' }, ['isp-link:isp-link:isp'])[2]).toBe(false)
  })
})

describe('a packet to nobody', () => {
  it('is not answered by whatever stands for the sender', () => {
    const sketch = new Sketch()
    const { subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'])
    expect(outcome(sketch, { from: subnets[0]!, toAddress: '10.0.1.10' })[0]).toBe('no-host')
  })
  it('ends at a stopped instance', () => {
    const sketch = new Sketch()
    const { hosts } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    sketch.set(hosts[1], { stopped: true })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1] })[0]).toBe('element-down')
    expect(outcome(sketch, { from: hosts[0], toAddress: '10.0.2.20' })[0]).toBe('element-down')
  })
})

describe('whether some packet gets through', () => {
  it('is asked of one packet, not of each filter alone', () => {
    const sketch = new Sketch()
    const { vpc, hosts, subnets } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    const everywhere = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
    const group = sketch.add('security-group', 'dns', { VpcId: vpc, IpPermissions: [{ IpProtocol: 'udp', FromPort: 53, ToPort: 53, ...everywhere }] })
    sketch.set(hosts[1], { SecurityGroupIds: [group] })
    const entry = (RuleNumber: number, Egress: boolean, Protocol: string, From: number, To: number) => ({ RuleNumber, Egress, Protocol, RuleAction: 'allow', CidrBlock: '0.0.0.0/0', PortRange: { From, To } })
    const acl = sketch.add('network-acl', 'web', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Entries: [entry(1, false, '6', 443, 443), entry(1, true, '6', 1024, 65_535)] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1], protocol: 'some' })[0]).toBe('denied')
    sketch.set(acl, { Entries: [entry(1, false, '17', 0, 100), entry(1, true, '17', 1024, 65_535)] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1], protocol: 'some' })).toEqual(WORKS)
    sketch.set(acl, { Entries: [entry(1, false, '17', 0, 100), entry(1, true, '6', 1024, 65_535)] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1], protocol: 'some' })).toEqual(['delivered', 'denied', false])
  })
  it('is not answered by a later rule that allows all, when an earlier one denies all that is left', () => {
    const sketch = new Sketch()
    const { vpc, hosts, subnets } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    const group = sketch.add('security-group', 'web', { VpcId: vpc, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })
    sketch.set(hosts[1], { SecurityGroupIds: [group] })
    const all = { Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }
    const noTcp = { RuleNumber: 1, Egress: true, Protocol: '6', RuleAction: 'deny', CidrBlock: '10.0.0.0/16' }
    sketch.add('network-acl', 'no-tcp', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Entries: [noTcp, { ...all, RuleNumber: 2, Egress: true }, { ...all, RuleNumber: 2, Egress: false }] })
    expect(outcome(sketch, { from: hosts[0], to: hosts[1], protocol: 'some' })).toEqual(['delivered', 'denied', false])
  })
})

describe('a subnet asked for with an address', () => {
  it('takes it for a host of its that is not drawn, unless somebody has the address', () => {
    const sketch = new Sketch()
    const { vpc, hosts, subnets } = vpcWithHosts(sketch, 'prod', '10.0.0.0/16')
    sketch.set(hosts[1], { PrivateIpAddress: '10.0.2.20', SecurityGroupIds: [sketch.add('security-group', 'closed', { VpcId: vpc })] })
    const ask = (toAddress: string) => outcome(sketch, { from: hosts[0], to: subnets[1], toAddress, protocol: 'some' })
    expect(ask('10.0.2.77')).toEqual(WORKS)
    expect(ask('10.0.2.20')[0]).toBe('denied')
    expect(ask('10.0.3.77')[0]).toBe('no-route')
  })
})
