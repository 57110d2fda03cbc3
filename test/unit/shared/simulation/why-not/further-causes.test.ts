import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Flow } from '../../../../../src/shared/simulation/types.ts'
import { Sketch } from '../sketch.ts'
import { asked } from './asked.ts'

const web = (from: ResourceId, to: ResourceId): Flow => ({ from, to, protocol: 6, port: 443 })

describe('what would let remote users through a Client VPN endpoint', () => {
  function remote(fields: object = {}) {
    const sketch = new Sketch()
    const { vpc, subnets } = sketch.vpc('app', '10.1.0.0/16', ['a'])
    const [subnet] = subnets as [ResourceId]
    const group = sketch.add('security-group', 'vpn', { VpcId: vpc })
    const endpoint = sketch.add('client-vpn-endpoint', 'door', { VpcId: vpc, SecurityGroupIds: [group], ClientVpnTargetNetworks: [{ SubnetId: subnet }], AuthorizationRules: [{ DestinationCidr: '10.1.0.0/16' }], ...fields })
    const users = sketch.add('user-group', 'staff', { AccessGroupId: 'staff' })
    sketch.add('remote-access', 'access', { users, ClientVpnEndpointId: endpoint })
    return { sketch, subnet, users, group }
  }

  it('works as drawn', () => {
    const { sketch, users, subnet } = remote()
    expect(asked(sketch.design(), web(users, subnet)).answer.outcome).toBe('works')
  })

  it('an authorization rule for their group', () => {
    const { sketch, users, subnet } = remote({ AuthorizationRules: [] })
    expect(asked(sketch.design(), web(users, subnet)).words).toEqual([['authorize staff for 10.1.0.0/16 on door']])
  })

  it('an associated subnet', () => {
    const { sketch, users, subnet } = remote({ ClientVpnTargetNetworks: [] })
    expect(asked(sketch.design(), web(users, subnet)).words).toEqual([['associate door with app-a']])
  })

  it('a rule out of the group of the endpoint', () => {
    const { sketch, users, subnet, group } = remote()
    sketch.set(group, { IpPermissionsEgress: [] })
    expect(asked(sketch.design(), web(users, subnet)).words).toEqual([['allow tcp/443 to 10.1.1.0/24 out of vpn']])
  })
})

describe('what would let a flow through two peered transit gateways', () => {
  it('the static routes of each, and the acceptance of the peering', () => {
    const sketch = new Sketch()
    const sides = (['10.1.0.0/16', '10.2.0.0/16'] as const).map((cidr, number) => {
      const region = number === 0 ? 'eu-west-1' : 'us-east-1'
      const tgw = sketch.add('transit-gateway', `hub${number}`, { Region: region, AmazonSideAsn: 64_600 + number })
      const made = sketch.vpc(`vpc${number}`, cidr, ['a'], { region, routes: [{ DestinationCidrBlock: '10.0.0.0/8', target: tgw }] })
      const attachment = sketch.add('transit-gateway-vpc-attachment', `att${number}`, { TransitGatewayId: tgw, VpcId: made.vpc, SubnetIds: made.subnets })
      return { tgw, attachment, subnet: made.subnets[0] as ResourceId }
    })
    const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]]
    const peering = sketch.add('transit-gateway-peering-attachment', 'peering', { TransitGatewayId: a.tgw, PeerTransitGatewayId: b.tgw })
    const tables = [a, b].map(({ tgw, attachment }, number) => sketch.add('transit-gateway-route-table', `rt${number}`, { TransitGatewayId: tgw, Associations: [attachment, peering], Propagations: [attachment] })) as [ResourceId, ResourceId]
    const flow = web(a.subnet, b.subnet)
    const { words } = asked(sketch.design(), flow)
    expect(words[0]).toEqual(['add 10.2.0.0/16 → peering to rt0', 'add 10.1.0.0/16 → peering to rt1'])

    sketch.set(tables[0], { Routes: [{ DestinationCidrBlock: '10.2.0.0/16', attachment: peering }] })
    sketch.set(tables[1], { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', attachment: peering }] })
    expect(asked(sketch.design(), flow).answer.outcome).toBe('works')
    sketch.set(peering, { State: 'pendingAcceptance' })
    expect(asked(sketch.design(), flow).words).toEqual([['accept peering']])
  })
})

describe('what would let a flow through a software VPN', () => {
  it('the way of its appliance to the internet', () => {
    const sketch = new Sketch()
    const site = sketch.site('hq', '192.168.0.0/16', ['isp'])
    const router = sketch.add('customer-gateway', 'router', { site, BgpAsn: 65_010, IpAddress: '203.0.113.20' })
    const { vpc, subnets, table } = sketch.vpc('app', '10.1.0.0/16', ['a', 'b'])
    sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    const appliance = sketch.add('instance', 'appliance', { SubnetId: subnets[1], PrivateIpAddress: '10.1.2.10', PublicIpAddress: '198.51.100.9', SourceDestCheck: false, role: 'vpn-appliance', BgpAsn: 65_020 })
    sketch.add('software-vpn', 'tunnel', { near: router, far: appliance, protocol: 'ipsec', routing: 'bgp' })
    sketch.add('route-table', 'outside', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }] })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: appliance }] })
    const { words } = asked(sketch.design(), web(site, subnets[0] as ResourceId))
    expect(words).toContainEqual(['add 0.0.0.0/0 → igw to outside'])
  })
})
