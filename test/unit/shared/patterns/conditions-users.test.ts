import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { appliance, device, directory, gate, isp, region, UA, zone } from './elements.ts'
import { broken, changed, edited, stating, truthOf } from './judged.ts'

describe('C1', () => {
  it('with one associated subnet its zone is one', () => {
    expect(truthOf(changed('c1-client-vpn', { 'client-vpn-endpoint:1': { ClientVpnTargetNetworks: [{ SubnetId: 'subnet:1' }] } }))).toEqual({ [UA]: [zone('a')] })
  })

  it('only who is authorised gets in', () => {
    const ruled = (AccessGroupId: string | undefined, group: string | undefined) => changed('c1-client-vpn', { 'client-vpn-endpoint:1': { AuthorizationRules: [{ DestinationCidr: '10.0.0.0/16', AccessGroupId }] }, 'user-group:1': { AccessGroupId: group } })
    expect(broken(changed('c1-client-vpn', { 'client-vpn-endpoint:1': { AuthorizationRules: [] } }))).toEqual([UA])
    expect(broken(ruled('staff', 'staff'))).toEqual([])
    expect(broken(ruled('staff', 'guests'))).toEqual([UA])
  })

  const peered = {
    'vpc:2': { CidrBlocks: ['10.1.0.0/16'], Region: 'eu-west-1' },
    'subnet:x': { VpcId: 'vpc:2', CidrBlock: '10.1.0.0/24', AvailabilityZone: 'eu-west-1a' },
    'vpc-peering-connection:1': { RequesterVpcId: 'vpc:1', AccepterVpcId: 'vpc:2' },
    'route-table:1': { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: 'vpc-peering-connection:1' }] },
    'route-table:x': { VpcId: 'vpc:2', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '10.0.0.0/16', target: 'vpc-peering-connection:1' }] },
  }
  const [rules, routes] = [{ AuthorizationRules: ['10.0.0.0/16', '10.1.0.0/16'].map((DestinationCidr) => ({ DestinationCidr })) }, { Routes: [{ DestinationCidr: '10.1.0.0/16' }] }]
  const UB = 'user-group:1 -> vpc:2'

  it('what the VPC reaches needs a route and a rule, and beyond only a route to the VPC', () => {
    const with_ = (endpoint: object) => stating(changed('c1-client-vpn', { ...peered, 'client-vpn-endpoint:1': { ...endpoint } }), UB)
    expect(broken(with_({ ...rules, ...routes }))).toEqual([])
    expect(broken(with_(rules))).toEqual([UB])
    expect(broken(with_(routes))).toEqual([UB])
  })

  const transit = (back: boolean) => {
    const route = { DestinationCidrBlock: '172.24.0.0/22', target: 'transit-gateway:1' }
    return changed('c1-client-vpn', {
      'transit-gateway:1': { Region: 'eu-west-1', AssociationDefaultRouteTableId: 'transit-gateway-route-table:1', PropagationDefaultRouteTableId: 'transit-gateway-route-table:1' },
      'transit-gateway-vpc-attachment:1': { TransitGatewayId: 'transit-gateway:1', VpcId: 'vpc:1', SubnetIds: ['subnet:1', 'subnet:2'] },
      'transit-gateway-route-table:1': { TransitGatewayId: 'transit-gateway:1', Associations: ['transit-gateway-vpc-attachment:1', 'client-vpn-endpoint:1'], Propagations: ['transit-gateway-vpc-attachment:1', 'client-vpn-endpoint:1'] },
      'client-vpn-endpoint:1': { VpcId: undefined, TransitGatewayId: 'transit-gateway:1', ClientVpnTargetNetworks: [], SecurityGroupIds: [], Routes: [{ DestinationCidr: '10.0.0.0/16' }] },
      'route-table:1': { Routes: back ? [route] : [] },
    })
  }

  it('on a transit gateway users keep their addresses, and the VPC needs a route back to them', () => {
    expect(truthOf(transit(true))).toEqual({ [UA]: [] })
    expect(broken(transit(false))).toEqual([UA])
    const { forward } = simulate(transit(true)).trace({ from: 'user-group:1' as ResourceId, to: 'subnet:1' as ResourceId, protocol: 'some' })
    expect(forward.hops.flatMap(({ steps }) => steps).filter(({ kind }) => kind === 'translate')).toEqual([])
  })

  it('with a directory at a site the sign-in needs the way there', () => {
    const design = changed('c1-client-vpn', {
      'site:1': { prefixes: ['192.168.0.0/24'] },
      'isp-link:1': { site: 'site:1' },
      'customer-gateway:1': { site: 'site:1', ispLinks: ['isp-link:1'] },
      'vpn-gateway:1': { VpcAttachments: [{ VpcId: 'vpc:1' }], Region: 'eu-west-1' },
      'vpn-connection:1': { CustomerGatewayId: 'customer-gateway:1', VpnGatewayId: 'vpn-gateway:1' },
      'route-table:1': { PropagatingVgws: ['vpn-gateway:1'] },
      'directory:1': { site: 'site:1', IpAddress: '192.168.0.10', port: 636 },
      'client-vpn-endpoint:1': { authentication: 'directory', directory: 'directory:1' },
    })
    expect(truthOf(design)).toEqual({ [UA]: [...gate(1), directory].sort() })
    expect(broken(edited(design, { 'route-table:1': { PropagatingVgws: [] } }))).toEqual([UA])
  })
})

describe('C2', () => {
  const all = [appliance(1), zone('a')].sort()
  const pool = { DestinationCidrBlock: '172.24.0.0/22', target: 'instance:1' }
  const open = { DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:1' }
  const plain = { 'instance:1': { translatesClients: false, SourceDestCheck: false }, 'route-table:1': { Routes: [pool] }, 'route-table:2': { Routes: [open, pool] } }

  it('without translation the VPC routes the pool to the server, whose check is off', () => {
    expect(truthOf(changed('c2-software-remote-access', plain))).toEqual({ [UA]: all })
    expect(broken(changed('c2-software-remote-access', { ...plain, 'route-table:1': {} }))).toEqual([UA])
    expect(broken(changed('c2-software-remote-access', { ...plain, 'instance:1': { ...plain['instance:1'], SourceDestCheck: true } }))).toEqual([UA])
  })

  it('over a virtual private gateway only translation works', () => {
    const fields = {
      'site:1': { prefixes: ['192.168.0.0/24'] },
      'customer-gateway:1': { site: 'site:1' },
      'vpn-gateway:1': { VpcAttachments: [{ VpcId: 'vpc:1' }], Region: 'eu-west-1' },
      'vpn-connection:1': { CustomerGatewayId: 'customer-gateway:1', VpnGatewayId: 'vpn-gateway:1' },
      'route-table:2': { PropagatingVgws: ['vpn-gateway:1'] },
    }
    const US = 'user-group:1 -> site:1'
    expect(broken(stating(changed('c2-software-remote-access', fields), US))).toEqual([])
    expect(broken(stating(changed('c2-software-remote-access', { ...plain, ...fields, 'route-table:2': { Routes: [open, pool], PropagatingVgws: ['vpn-gateway:1'] } }), US))).toEqual([US])
  })

  it.each([
    ['a public address', { 'instance:1': { PublicIpAddress: undefined } }],
    ['a way to the internet', { 'route-table:2': { Routes: [] } }],
  ])('the server needs %s', (_, fields) => {
    expect(broken(changed('c2-software-remote-access', fields))).toEqual([UA])
  })
})

describe('C3', () => {
  const US = 'user-group:1 -> site:1'

  it('without the way to the directory nobody new signs in, though the VPC is there', () => {
    expect(broken(changed('c3-remote-access-directory', { 'route-table:2': { PropagatingVgws: [] } }))).toContain(UA)
  })

  it('with users of its own the server needs the site no longer', () => {
    expect(truthOf(changed('c3-remote-access-directory', { 'instance:1': { directory: undefined } }))).toEqual({ [UA]: [appliance(1), zone('a')].sort(), [US]: [appliance(1), zone('a'), ...gate(1), region].sort() })
  })

  it('a directory on the internet does not depend on the site', () => {
    expect(truthOf(changed('c3-remote-access-directory', { 'directory:1': { site: undefined, IpAddress: undefined } }))[UA]).not.toContain(device(1))
  })
})

describe('C4', () => {
  const remote = 'user-group:2 -> vpc:1'

  it('remote users reach the VPC only when their pool is announced', () => {
    expect(broken(changed('c4-users-through-customer-network', { 'customer-gateway:1': { announcedPrefixes: ['192.168.0.0/24'] } }))).toEqual([remote])
  })

  it('a pool inside the network of the office needs no announcement of its own', () => {
    const design = changed('c4-users-through-customer-network', { 'customer-gateway:1': { announcedPrefixes: [] }, 'customer-gateway:2': { remoteUserPool: '192.168.0.128/25' } })
    expect(truthOf(design)[remote]).toEqual([device(1), device(2), isp(1)])
  })

  it('an ISP link that the device does not use is no help', () => {
    const design = changed('c4-users-through-customer-network', { 'isp-link:x': { site: 'site:1' }, 'customer-gateway:2': { ispLinks: ['isp-link:1'] } })
    expect(truthOf(design)[remote]).toContain(isp(1))
    const free = edited(design, { 'customer-gateway:2': { ispLinks: [] }, 'customer-gateway:1': { ispLinks: [] } })
    expect(truthOf(free)[remote]).toEqual([device(1), device(2)])
  })

  it('users in the office are reached there, and servers too', () => {
    expect(broken(stating(changed('c4-users-through-customer-network', { 'server:1': { site: 'site:1', IpAddress: '192.168.0.20' } }), 'user-group:2 -> server:1', 'vpc:1 -> server:1', 'vpc:1 -> user-group:1'))).toEqual([])
  })

  it('two devices to dial in to are none', () => {
    const design = changed('c4-users-through-customer-network', { 'remote-access:x': { users: 'user-group:2', device: 'customer-gateway:x' }, 'customer-gateway:x': { site: 'site:1', remoteUserPool: '172.24.4.0/22' }, 'customer-gateway:1': { announcedPrefixes: ['192.168.0.0/24', '172.24.0.0/22', '172.24.4.0/22'] } })
    expect(truthOf(design)[remote]).toEqual([device(1), isp(1)])
  })

  it('over Direct Connect the office needs no internet, and remote users still do', () => {
    const design = changed('c4-users-through-customer-network', {
      'vpn-connection:1': null,
      'direct-connect-connection:1': { Location: 'EqDB2', Region: 'eu-west-1' },
      'virtual-interface:1': { ConnectionId: 'direct-connect-connection:1', customerRouter: 'customer-gateway:1', Asn: 65_000, VirtualGatewayId: 'vpn-gateway:1' },
    })
    expect(truthOf(design)[UA]).not.toContain(isp(1))
    expect(truthOf(design)[remote]).toEqual(expect.arrayContaining([isp(1), device(2), device(1)]))
  })
})
