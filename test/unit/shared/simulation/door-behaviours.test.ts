import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { type Flow, simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'
import { asked } from './why-not/asked.ts'

/** How a flow ends there and back. */
function outcome(sketch: Sketch, flow: Partial<Flow> & Pick<Flow, 'from'>) {
  const { forward, return: back } = simulate(sketch.design()).trace({ protocol: 6, port: 443, ...flow })
  return [forward.disposition, back?.disposition]
}

/** What is said at the end of a flow's way. */
function ending(sketch: Sketch, flow: Partial<Flow> & Pick<Flow, 'from'>) {
  const { forward } = simulate(sketch.design()).trace({ protocol: 6, port: 443, ...flow })
  return forward.hops.at(-1)?.steps.at(-1)?.detail
}

const OUT = ['left-network', 'delivered']
const STOPPED = ['denied', undefined]

/** A VPC with a host that has a public address, and one behind a NAT gateway, dual-stack. */
function withInternet() {
  const sketch = new Sketch()
  const igw = sketch.add('internet-gateway', 'igw')
  const made = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }, { DestinationIpv6CidrBlock: '::/0', target: igw }] })
  const [open, closed] = made.subnets as [ResourceId, ResourceId]
  sketch.set(made.vpc, { Ipv6CidrBlocks: ['2001:4860:4860:100::/56'] })
  sketch.set(open, { Ipv6CidrBlock: '2001:4860:4860:100::/64' })
  sketch.set(closed, { Ipv6CidrBlock: '2001:4860:4860:101::/64' })
  sketch.set(igw, { Attachments: [{ VpcId: made.vpc }] })
  const web = sketch.add('instance', 'web', { SubnetId: open, PrivateIpAddress: '10.0.1.20', PublicIpAddress: '52.1.1.1', Ipv6Addresses: ['2001:4860:4860:100::20'] })
  const inner = sketch.add('instance', 'inner', { SubnetId: closed, PrivateIpAddress: '10.0.2.20', Ipv6Addresses: ['2001:4860:4860:101::20'] })
  const nat = sketch.add('nat-gateway', 'nat', { SubnetId: open })
  const eigw = sketch.add('egress-only-internet-gateway', 'eigw', { VpcId: made.vpc })
  const table = sketch.add('route-table', 'closed', { VpcId: made.vpc, Associations: [{ SubnetId: closed }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }, { DestinationIpv6CidrBlock: '::/0', target: eigw }] })
  const flows = {
    in: { from: 'internet', to: web } as const,
    out: { from: web, toAddress: '8.8.8.8' },
    out6: { from: web, toAddress: '2001:4860:4860::8888' },
    nat: { from: inner, toAddress: '8.8.8.8' },
    egressOnly: { from: inner, toAddress: '2001:4860:4860::8888' },
  }
  return { sketch, vpc: made.vpc, open, closed, table, flows, said: () => Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, outcome(sketch, flow)[0]])) }
}

describe('Block Public Access', () => {
  it('stops everything at both kinds of gateway when it is bidirectional', () => {
    const { sketch, vpc, said, flows } = withInternet()
    expect(said()).toEqual({ in: 'delivered', out: 'left-network', out6: 'left-network', nat: 'left-network', egressOnly: 'left-network' })
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-bidirectional' })
    expect(said()).toEqual({ in: 'denied', out: 'denied', out6: 'denied', nat: 'denied', egressOnly: 'denied' })
    expect(ending(sketch, flows.out)).toBe('Block Public Access drops it: Block Public Access is set to block-bidirectional for prod')
  })
  it('leaves alone what NAT and egress-only gateways open when it blocks ingress', () => {
    const { sketch, vpc, said, flows } = withInternet()
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-ingress' })
    expect(said()).toEqual({ in: 'denied', out: 'denied', out6: 'denied', nat: 'left-network', egressOnly: 'left-network' })
    expect(outcome(sketch, flows.nat)).toEqual(OUT)
    expect(outcome(sketch, flows.egressOnly)).toEqual(OUT)
  })
  it('does not hold for a subnet that is excluded, nor for what is behind a NAT gateway there', () => {
    const { sketch, vpc, open, closed, said } = withInternet()
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-bidirectional' })
    sketch.set(open, { InternetGatewayBlockMode: 'off' })
    expect(said()).toEqual({ in: 'delivered', out: 'left-network', out6: 'left-network', nat: 'left-network', egressOnly: 'denied' })
    sketch.set(open, { InternetGatewayBlockMode: 'block-ingress' })
    sketch.set(closed, { InternetGatewayBlockMode: 'block-ingress' })
    expect(said()).toEqual({ in: 'denied', out: 'denied', out6: 'denied', nat: 'left-network', egressOnly: 'left-network' })
  })
  it('holds for a regional NAT gateway as for the VPC', () => {
    const { sketch, vpc, table, flows } = withInternet()
    const nat = sketch.add('nat-gateway', 'regional', { VpcId: vpc, AvailabilityMode: 'regional', SubnetId: undefined })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-ingress' })
    expect(outcome(sketch, flows.nat)).toEqual(OUT)
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-bidirectional' })
    expect(outcome(sketch, flows.nat)).toEqual(STOPPED)
  })
  it('keeps tunnels of an appliance down', () => {
    const sketch = new Sketch()
    const igw = sketch.add('internet-gateway', 'igw')
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    sketch.set(igw, { Attachments: [{ VpcId: vpc }] })
    const subnet = subnets[0] as ResourceId
    const appliance = sketch.add('instance', 'vyos', { SubnetId: subnet, PrivateIpAddress: '10.0.1.9', PublicIpAddress: '52.1.1.9', role: 'vpn-appliance', BgpAsn: 64_900, SourceDestCheck: false })
    const site = sketch.site('hq', '192.168.0.0/24', ['isp'])
    const device = sketch.add('customer-gateway', 'fw', { site, IpAddress: '203.0.113.1' })
    sketch.add('software-vpn', 'vpn', { near: device, far: appliance })
    const flow: Flow = { from: site, to: appliance, protocol: 6, port: 22 }
    expect(outcome(sketch, flow)).toEqual(['delivered', 'delivered'])
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-ingress' })
    expect(outcome(sketch, flow)[0]).not.toBe('delivered')
    expect(asked(sketch.design(), flow).words).toContainEqual(['exclude prod-a from Block Public Access'])
  })
  it('can be lifted for the subnet that a flow needs', () => {
    const { sketch, vpc, flows } = withInternet()
    sketch.set(vpc, { InternetGatewayBlockMode: 'block-bidirectional' })
    expect(asked(sketch.design(), { ...flows.in, protocol: 6, port: 443 }).words).toEqual([['exclude prod-a from Block Public Access']])
  })
})

describe('a NAT gateway', () => {
  it('takes an IPv6 sender to the IPv4 address in a NAT64 address, and back', () => {
    const { sketch, vpc, table, flows } = withInternet()
    const asked64 = { ...flows.nat, toAddress: '64:ff9b::808:808' }
    sketch.set(table, { Routes: [{ DestinationIpv6CidrBlock: '64:ff9b::/96', target: 'nat-gateway:nat' }] })
    expect(outcome(sketch, asked64)).toEqual(OUT)
    sketch.set(table, { Routes: [{ DestinationIpv6CidrBlock: '64:ff9b::/96', target: sketch.add('nat-gateway', 'regional', { VpcId: vpc, AvailabilityMode: 'regional' }) }] })
    expect(outcome(sketch, asked64)).toEqual(OUT)
    sketch.set(table, { Routes: [{ DestinationIpv6CidrBlock: '::/0', target: 'nat-gateway:nat' }] })
    expect(outcome(sketch, flows.egressOnly)).toEqual(['no-route', undefined])
  })
})

/** Two VPCs behind a transit gateway; the second one's hosts admit members of the first one's group. */
function behindHub() {
  const sketch = new Sketch()
  const hub = sketch.add('transit-gateway', 'hub', { SecurityGroupReferencingSupport: 'enable' })
  const sides = ['one', 'two'].map((name, number) => {
    const { vpc, subnets } = sketch.vpc(name, `10.${number}.0.0/16`, ['a'], { routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: hub }] })
    const attachment = sketch.add('transit-gateway-vpc-attachment', name, { TransitGatewayId: hub, VpcId: vpc, SubnetIds: subnets })
    const group = sketch.add('security-group', name, { VpcId: vpc, IpPermissions: [], IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })
    const host = sketch.add('instance', name, { SubnetId: subnets[0], PrivateIpAddress: `10.${number}.1.20`, SecurityGroupIds: [group] })
    return { vpc, attachment, group, host, subnet: subnets[0] as ResourceId }
  }) as [Side, Side]
  const [one, two] = sides
  sketch.set(two.group, { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: one.group }] }] })
  sketch.add('transit-gateway-route-table', 'main', { TransitGatewayId: hub, Associations: [one.attachment, two.attachment], Propagations: [one.attachment, two.attachment] })
  return { sketch, hub, one, two, flow: { from: one.host, to: two.host } }
}
interface Side {
  readonly vpc: ResourceId
  readonly attachment: ResourceId
  readonly group: ResourceId
  readonly host: ResourceId
  readonly subnet: ResourceId
}

describe('a security group named across a transit gateway', () => {
  it('is known when the gateway and both attachments take references along', () => {
    const { sketch, hub, one, two, flow } = behindHub()
    expect(outcome(sketch, flow)).toEqual(['delivered', 'delivered'])
    sketch.set(hub, { SecurityGroupReferencingSupport: undefined })
    expect(outcome(sketch, flow)).toEqual(STOPPED)
    sketch.set(hub, { SecurityGroupReferencingSupport: 'enable' })
    for (const { attachment } of [one, two]) {
      sketch.set(attachment, { SecurityGroupReferencingSupport: 'disable' })
      expect(outcome(sketch, flow)).toEqual(STOPPED)
      sketch.set(attachment, { SecurityGroupReferencingSupport: 'enable' })
    }
    expect(outcome(sketch, flow)).toEqual(['delivered', 'delivered'])
  })
  it('is not known in the zone that does not support it', () => {
    const { sketch, two, flow } = behindHub()
    sketch.set(two.subnet, { AvailabilityZoneId: 'use1-az3' })
    expect(outcome(sketch, flow)).toEqual(STOPPED)
  })
  it('says where the reference was lost, and that it can be switched on', () => {
    const { sketch, hub, one, flow } = behindHub()
    sketch.set(hub, { SecurityGroupReferencingSupport: undefined })
    expect(ending(sketch, flow)).toBe('a security group drops it: no inbound rule lets it through; one names the group one, but security group referencing is off on hub (F-TGW-60)')
    expect(asked(sketch.design(), { ...flow, protocol: 6, port: 443 }).words).toContainEqual(['turn on security group referencing of hub'])
    sketch.set(one.attachment, { SecurityGroupReferencingSupport: 'disable' })
    expect(asked(sketch.design(), { ...flow, protocol: 6, port: 443 }).words).toContainEqual(['allow tcp/443 from 10.0.1.20/32 into two'])
  })
})

describe('a security group named across a peering', () => {
  it('in an outbound rule is known only once the peering is accepted', () => {
    const { sketch, one, two, flow } = behindHub()
    sketch.set(one.group, { IpPermissionsEgress: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: two.group }] }] })
    expect(outcome(sketch, flow)).toEqual(STOPPED)
    const peering = sketch.add('vpc-peering-connection', 'peering', { RequesterVpcId: one.vpc, AccepterVpcId: two.vpc, Status: 'pending-acceptance' })
    expect(outcome(sketch, flow)).toEqual(STOPPED)
    sketch.set(peering, { Status: 'active' })
    expect(outcome(sketch, flow)).toEqual(['delivered', 'delivered'])
  })
})
