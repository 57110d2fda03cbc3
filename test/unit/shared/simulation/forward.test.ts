import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { type Flow, simulate, type Trace } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

const lastDetail = (trace: Trace) => {
  const step = trace.forward.hops.at(-1)?.steps.at(-1)
  return step?.kind === 'end' ? step.detail : ''
}

/** Two instances in two subnets of one VPC. */
function twoHosts() {
  const sketch = new Sketch()
  const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'])
  const web = sketch.add('instance', 'web', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.10' })
  const db = sketch.add('instance', 'db', { SubnetId: subnets[1], PrivateIpAddress: '10.0.2.10' })
  const trace = (fields: Partial<Flow> = {}) => simulate(sketch.design()).trace({ from: web, to: db, protocol: 6, port: 5432, ...fields })
  return { sketch, vpc, subnets, table, web, db, trace }
}

describe('security groups', () => {
  const withGroup = (permission: object) => {
    const made = twoHosts()
    const group = made.sketch.add('security-group', 'db', { VpcId: made.vpc, IpPermissions: [permission] })
    made.sketch.set(made.db, { SecurityGroupIds: [group] })
    return { ...made, group }
  }
  it('let in what a rule names, and the reply out although no outbound rule does', () => {
    const { trace, sketch, group } = withGroup({ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '10.0.1.0/24' }] })
    sketch.set(group, { IpPermissionsEgress: [] })
    expect(trace().works).toBe(true)
    expect(trace({ port: 5433 }).forward.disposition).toBe('denied')
    expect(trace({ protocol: 17 }).forward.disposition).toBe('denied')
  })
  it('of which only all-protocol rules match "any"', () => {
    expect(withGroup({ IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }).trace({ protocol: 'any' }).forward.disposition).toBe('denied')
    expect(withGroup({ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }).trace({ protocol: 'any' }).works).toBe(true)
  })
  it('answer "some" when any port would do', () => {
    expect(withGroup({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }).trace({ protocol: 'some' }).works).toBe(true)
    expect(withGroup({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '172.16.0.0/16' }] }).trace({ protocol: 'some' }).works).toBe(false)
  })
  it('follow a reference to the group of the sender', () => {
    const { sketch, vpc, web, trace } = withGroup({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'security-group:web' }] })
    expect(trace().forward.disposition).toBe('denied')
    sketch.set(web, { SecurityGroupIds: [sketch.add('security-group', 'web', { VpcId: vpc })] })
    expect(trace().works).toBe(true)
  })
  it('take icmp as echo: a rule for echo request matches, one for echo reply does not', () => {
    const ping = { protocol: 1 as const }
    expect(withGroup({ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }).trace(ping).works).toBe(true)
    expect(withGroup({ IpProtocol: 'icmp', FromPort: 0, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }).trace(ping).works).toBe(false)
  })
})

describe('network ACLs', () => {
  const entry = (RuleNumber: number, Egress: boolean, fields: object = {}) => ({ RuleNumber, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', ...fields })
  const withAcl = (entries: object[]) => {
    const made = twoHosts()
    made.sketch.add('network-acl', 'acl', { VpcId: made.vpc, Associations: [{ SubnetId: made.subnets[1] }], Entries: entries })
    return made
  }
  it('are stateless: the reply needs a rule for the client port', () => {
    const inbound = entry(100, false, { Protocol: '6', PortRange: { From: 5432, To: 5432 } })
    const { trace } = withAcl([inbound])
    expect(trace().forward.disposition).toBe('delivered')
    expect(trace().return?.disposition).toBe('denied')
    expect(withAcl([inbound, entry(100, true, { Protocol: '6', PortRange: { From: 1024, To: 65_535 } })]).trace().works).toBe(true)
    expect(withAcl([inbound, entry(100, true, { Protocol: '6', PortRange: { From: 1024, To: 40_000 } })]).trace().works).toBe(false)
  })
  it('let the lowest number decide', () => {
    const open = [entry(200, false), entry(200, true)]
    expect(withAcl([...open, entry(100, false, { RuleAction: 'deny', CidrBlock: '10.0.1.0/24' })]).trace().forward.disposition).toBe('denied')
    expect(withAcl([...open, entry(300, false, { RuleAction: 'deny', CidrBlock: '10.0.1.0/24' })]).trace().works).toBe(true)
  })
  it('do not apply inside a subnet', () => {
    const { sketch, subnets, db } = withAcl([])
    const near = sketch.add('instance', 'near', { SubnetId: subnets[1], PrivateIpAddress: '10.0.2.11' })
    expect(simulate(sketch.design()).trace({ from: near, to: db, protocol: 6, port: 1 }).works).toBe(true)
  })
})

describe('VPC route tables', () => {
  const hybrid = (announced: readonly string[], routes: readonly object[] = []) => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw], routes })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const site = sketch.add('site', 'hq', { prefixes: announced })
    const device = sketch.add('customer-gateway', 'cgw', { site })
    sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw })
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    const host = sketch.add('instance', 'host', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.10', PublicIpAddress: '52.1.1.1' })
    const trace = (toAddress: string) => simulate(sketch.design()).trace({ from: host, toAddress, protocol: 6, port: 443 })
    return { sketch, site, igw, table, subnets, host, trace }
  }
  it('never let a propagated route beat local, even a longer one', () => {
    const { trace } = hybrid(['10.0.2.0/24'])
    const result = trace('10.0.2.20')
    expect(result.forward.disposition).toBe('no-host')
    expect(JSON.stringify(result.forward.hops)).toContain('never beats local')
  })
  it('prefer the longest prefix, then static to propagated', () => {
    const { trace, sketch, table, igw } = hybrid(['8.8.0.0/16'])
    expect(trace('8.8.8.8').forward.hops.at(-1)?.name).toBe('hq')
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    expect(trace('8.8.8.8').forward.disposition).toBe('delivered')
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '8.8.0.0/16', target: igw }] })
    expect(trace('8.8.8.8').forward.disposition).toBe('left-network')
  })
  it('drop at a blackhole without falling back to a shorter prefix', () => {
    const { trace, sketch, table, igw } = hybrid(['172.16.0.0/12'])
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '8.8.8.0/24' }, { DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    expect(trace('8.8.8.8').forward.disposition).toBe('blackhole')
    expect(trace('8.8.4.4').forward.disposition).toBe('left-network')
  })
  it('ignore a static route inside the VPC that AWS would refuse', () => {
    const { trace, sketch, table, igw } = hybrid(['172.16.0.0/12'])
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '10.0.2.0/24', target: igw }] })
    expect(trace('10.0.2.20').forward.disposition).toBe('no-host')
  })
  it('do not let a site use the internet gateway of the VPC', () => {
    const { sketch, site } = hybrid(['172.16.0.0/12'])
    sketch.set('customer-gateway:cgw' as ResourceId, { announcedPrefixes: ['172.16.0.0/12'] })
    const trace = simulate(sketch.design()).trace({ from: site, toAddress: '9.9.9.9', protocol: 6, port: 443 })
    expect(trace.works).toBe(false)
  })
})

describe('the internet edge', () => {
  it('lets a host with a public address out and its reply back, and nobody without one', () => {
    const sketch = new Sketch()
    const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a'])
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    const open = sketch.add('instance', 'open', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.10', PublicIpAddress: '52.1.1.1' })
    const closed = sketch.add('instance', 'closed', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.11' })
    const simulation = simulate(sketch.design())
    expect(simulation.trace({ from: open, to: 'internet', protocol: 6, port: 443 })).toMatchObject({ works: true, forward: { disposition: 'left-network' }, return: { disposition: 'delivered' } })
    expect(lastDetail(simulation.trace({ from: closed, to: 'internet', protocol: 6, port: 443 }))).toContain('no public IPv4')
    expect(simulation.trace({ from: 'internet', to: open, protocol: 6, port: 22 }).works).toBe(true)
    expect(simulation.trace({ from: 'internet', to: closed, protocol: 6, port: 22 }).forward.disposition).toBe('no-route')
    expect(simulation.trace({ from: subnets[0]!, to: 'internet', protocol: 'some' }).forward.disposition).toBe('unknown')
  })
  it('translates twice behind a NAT gateway and finds the way back', () => {
    const sketch = new Sketch()
    const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'])
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    const nat = sketch.add('nat-gateway', 'nat', { SubnetId: subnets[1], NatGatewayAddresses: [{ PrivateIp: '10.0.2.5', PublicIp: '52.1.1.2' }] })
    sketch.add('route-table', 'public', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    const host = sketch.add('instance', 'host', { SubnetId: subnets[0], PrivateIpAddress: '10.0.1.10' })
    const simulation = simulate(sketch.design())
    const trace = simulation.trace({ from: host, toAddress: '8.8.8.8', protocol: 6, port: 80 })
    expect(trace.works).toBe(true)
    const translations = trace.forward.hops.flatMap((hop) => hop.steps).flatMap((step) => (step.kind === 'translate' ? [`${step.before} ${step.after}`] : []))
    expect(translations).toEqual(['10.0.1.10 10.0.2.5', '10.0.2.5 52.1.1.2'])
    expect(simulation.trace({ from: host, toAddress: '8.8.8.8', protocol: 107 }).forward.disposition).toBe('denied')
    expect(simulation.trace({ from: 'internet', toAddress: '52.1.1.2', protocol: 6, port: 80 }).forward.disposition).toBe('denied')
  })
})

describe('a site', () => {
  const summarised = (prefixesInferred: boolean) => {
    const sketch = new Sketch()
    const tgw = sketch.add('transit-gateway', 'tgw')
    const { vpc, subnets } = sketch.vpc('prod', '10.100.0.0/16', ['a'], { routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: tgw }] })
    const attachment = sketch.add('transit-gateway-vpc-attachment', 'att', { VpcId: vpc, TransitGatewayId: tgw, SubnetIds: subnets })
    const dxgw = sketch.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64600 })
    const association = sketch.add('direct-connect-gateway-association', 'assoc', { DirectConnectGatewayId: dxgw, TransitGatewayId: tgw, AllowedPrefixes: ['10.0.0.0/8'] })
    sketch.add('transit-gateway-route-table', 'table', { TransitGatewayId: tgw, Associations: [attachment, association], Propagations: [attachment, association] })
    const site = sketch.add('site', 'hq', { prefixes: ['10.0.0.0/8'], prefixesInferred })
    const router = sketch.add('customer-gateway', 'router', { site })
    sketch.add('virtual-interface', 'vif', { VirtualInterfaceType: 'transit', customerRouter: router, DirectConnectGatewayId: dxgw })
    return simulate(sketch.design()).trace({ from: site, sourceAddress: '10.10.0.4', to: subnets[0]!, protocol: 'some' })
  }
  it('keeps what is in its own prefix, unless that was only inferred and AWS announces the same', () => {
    expect(summarised(true).works).toBe(true)
    expect(summarised(false).works).toBe(false)
  })
  it('is reached behind an announced default even when its networks are not named, and a device by its own address', () => {
    const sketch = new Sketch()
    const vgw = sketch.add('vpn-gateway', 'vgw')
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { propagating: [vgw] })
    sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
    const site = sketch.add('site', 'hq', { prefixes: [] })
    const device = sketch.add('customer-gateway', 'cgw', { site, announcedPrefixes: ['0.0.0.0/0'] })
    sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw, TunnelOptions: [{ configured: true, TunnelInsideCidr: '169.254.59.16/30' }, { configured: true }] })
    const simulation = simulate(sketch.design())
    expect(simulation.trace({ from: subnets[0]!, to: site, protocol: 'some' }).works).toBe(true)
    expect(simulation.trace({ from: device, to: subnets[0]!, protocol: 'some' }).works).toBe(true)
    expect(simulation.trace({ from: subnets[0]!, toAddress: '8.8.8.8', protocol: 'some' }).forward.disposition).toBe('unknown')
    expect(simulation.verdicts()[0]).toMatchObject({ holds: true, singlePointsOfFailure: [{ element: `customer-device:${device}` }] })
  })
})
