import { describe, expect, it } from 'vitest'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { AB, AC, appliance, BC, circuit, device, gate, line, member, SA, SB, tunnel, wan, wholeLine, zone } from './elements.ts'
import { broken, changed, stating, truthOf } from './judged.ts'

describe('B1', () => {
  it('a peering opens no way to what the peer is peered with', () => {
    const design = stating(changed('b1-vpc-peering', {
      'vpc:3': { CidrBlocks: ['10.3.0.0/16'], Region: 'eu-west-1' },
      'subnet:x': { VpcId: 'vpc:3', CidrBlock: '10.3.0.0/24', AvailabilityZone: 'eu-west-1a' },
      'vpc-peering-connection:x': { RequesterVpcId: 'vpc:2', AccepterVpcId: 'vpc:3' },
      'route-table:x': { VpcId: 'vpc:3', Associations: [{ Main: true }], Routes: ['10.0.0.0/16', '10.1.0.0/16'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:x' })) },
      'route-table:1': { Routes: ['10.1.0.0/16', '10.3.0.0/16'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:1' })) },
      'route-table:2': { Routes: [{ DestinationCidrBlock: '10.0.0.0/16', target: 'vpc-peering-connection:1' }, { DestinationCidrBlock: '10.3.0.0/16', target: 'vpc-peering-connection:x' }] },
    }), BC, AC)
    expect(broken(design)).toEqual([AC])
  })

  it('a peer cannot use the VPN gateway of the other', () => {
    const design = stating(changed('b1-vpc-peering', {
      'site:1': { prefixes: ['192.168.0.0/24'] },
      'customer-gateway:1': { site: 'site:1', announcedPrefixes: ['192.168.0.0/24'] },
      'vpn-gateway:1': { VpcAttachments: [{ VpcId: 'vpc:1' }], Region: 'eu-west-1' },
      'vpn-connection:1': { CustomerGatewayId: 'customer-gateway:1', VpnGatewayId: 'vpn-gateway:1' },
      'route-table:1': { PropagatingVgws: ['vpn-gateway:1'] },
      'route-table:2': { Routes: ['10.0.0.0/16', '192.168.0.0/24'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:1' })) },
    }), SA, SB)
    expect(broken(design)).toEqual([SB])
  })

  it('a peer cannot use the internet gateway of the other', () => {
    const design = changed('b1-vpc-peering', {
      'internet-gateway:1': { Attachments: [{ VpcId: 'vpc:1' }] },
      'route-table:1': { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: 'vpc-peering-connection:1' }, { DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:1' }] },
      'route-table:2': { Routes: ['10.0.0.0/16', '0.0.0.0/0'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:1' })) },
    })
    expect(broken(stating(design, 'vpc:2 -/-> internet'))).toEqual([])
  })

  it('a peer cannot use the NAT gateway of the other', () => {
    const [peer, out] = [{ DestinationCidrBlock: '10.1.0.0/16', target: 'vpc-peering-connection:1' }, { DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:1' }]
    const design = changed('b1-vpc-peering', {
      'internet-gateway:1': { Attachments: [{ VpcId: 'vpc:1' }] },
      'nat-gateway:1': { SubnetId: 'subnet:1' },
      'route-table:1': { Routes: [peer, { DestinationCidrBlock: '0.0.0.0/0', target: 'nat-gateway:1' }] },
      'route-table:x': { VpcId: 'vpc:1', Associations: [{ SubnetId: 'subnet:1' }], Routes: [peer, out] },
      'route-table:2': { Routes: ['10.0.0.0/16', '0.0.0.0/0'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:1' })) },
    })
    expect(broken(stating(design, 'subnet:2 -> internet', 'vpc:2 -/-> internet'))).toEqual([])
  })

  it('a peer cannot use the Direct Connect of the other', () => {
    const design = stating(changed('b1-vpc-peering', {
      'site:1': { prefixes: ['192.168.0.0/24'] },
      'customer-gateway:1': { site: 'site:1' },
      'direct-connect-connection:1': { Location: 'EqDB2', Region: 'eu-west-1' },
      'vpn-gateway:1': { VpcAttachments: [{ VpcId: 'vpc:1' }], Region: 'eu-west-1' },
      'virtual-interface:1': { ConnectionId: 'direct-connect-connection:1', customerRouter: 'customer-gateway:1', VirtualGatewayId: 'vpn-gateway:1' },
      'route-table:1': { PropagatingVgws: ['vpn-gateway:1'] },
      'route-table:2': { Routes: ['10.0.0.0/16', '192.168.0.0/24'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:1' })) },
    }), SA, SB)
    expect(broken(design)).toEqual([SB])
  })

  it('a peer cannot use the gateway endpoint of the other', () => {
    const list = { Entries: [{ Cidr: '198.18.0.0/24' }], AddressFamily: 'IPv4', awsManaged: true }
    const design = changed('b1-vpc-peering', {
      'prefix-list:s3': list,
      'vpc-endpoint:s3': { VpcId: 'vpc:1', RouteTableIds: ['route-table:1'], prefixList: 'prefix-list:s3' },
      'route-table:2': { Routes: ['10.0.0.0/16', '198.18.0.0/24'].map((DestinationCidrBlock) => ({ DestinationCidrBlock, target: 'vpc-peering-connection:1' })) },
    })
    expect(broken(stating(design, 'vpc:1 -> vpc-endpoint:s3', 'vpc:2 -/-> vpc-endpoint:s3'))).toEqual([])
  })

  it('routes are needed on both sides', () => {
    for (const table of ['route-table:1', 'route-table:2']) expect(broken(changed('b1-vpc-peering', { [table]: { Routes: [] } }))).toEqual([AB])
  })

  it('works across Regions, and not with blocks that overlap', () => {
    const design = (fields: object) => changed('b1-vpc-peering', { 'vpc:2': { Region: 'us-east-1' }, 'subnet:3': { AvailabilityZone: 'us-east-1a' }, 'subnet:4': { AvailabilityZone: 'us-east-1b' }, ...fields })
    expect(truthOf(design({}))).toEqual({ [AB]: [] })
    const same = design({ 'vpc:2': { CidrBlocks: ['10.0.0.0/16'] }, 'subnet:3': { CidrBlock: '10.0.0.0/24' }, 'subnet:4': { CidrBlock: '10.0.1.0/24' } })
    expect(broken(same)).toEqual([AB])
    expect(checkDesign(same, simulate(same)).map(({ rule }) => rule)).toContain('peering-overlap')
  })

  it('a peering that is not accepted carries nothing', () => {
    expect(broken(changed('b1-vpc-peering', { 'vpc-peering-connection:1': { Status: 'pending-acceptance' } }))).toEqual([AB])
  })
})

describe('B2', () => {
  it('a zone without an attachment subnet cannot send', () => {
    expect(broken(changed('b2-transit-gateway-hub', { 'transit-gateway-vpc-attachment:1': { SubnetIds: ['subnet:1'] } }))).toEqual([AB, AC])
  })

  it('reach is as the tables say', () => {
    const [first, second, third] = [1, 2, 3].map((number) => `transit-gateway-vpc-attachment:${number}`)
    const design = changed('b2-transit-gateway-hub', {
      'transit-gateway-route-table:1': { Associations: [first, third], Propagations: [first, second, third] },
      'transit-gateway-route-table:x': { TransitGatewayId: 'transit-gateway:1', Associations: [second], Propagations: [third] },
    })
    expect(broken(design)).toEqual([AB])
  })

  it.each(['transit-gateway-route-table:1', 'transit-gateway-route-table:2'])('peered hubs need static routes on both sides (%s has none)', (table) => {
    expect(broken(changed('b2b-transit-gateway-peering', { [table]: { Routes: [] } }))).toEqual([AC, BC])
  })

  it('hubs of one Region can be peered too', () => {
    const nearby = { Region: 'eu-west-1' }
    const zones = { 'subnet:5': { AvailabilityZone: 'eu-west-1a' }, 'subnet:6': { AvailabilityZone: 'eu-west-1b' } }
    expect(truthOf(changed('b2b-transit-gateway-peering', { 'transit-gateway:2': nearby, 'vpc:3': nearby, ...zones }))).toEqual({ [AB]: [], [AC]: [], [BC]: [] })
  })

  it('a peering that is not accepted carries nothing', () => {
    expect(broken(changed('b2b-transit-gateway-peering', { 'transit-gateway-peering-attachment:1': { State: 'pendingAcceptance' } }))).toEqual([AC, BC])
  })
})

describe('B3, B4, B5', () => {
  it('appliances in different zones: either zone is one', () => {
    const design = changed('b3-software-vpn-between-vpcs', { 'subnet:6': { AvailabilityZone: 'eu-west-1b' } })
    expect(truthOf(design)).toEqual({ [AB]: [appliance(1), appliance(2), zone('a'), zone('b')].sort() })
  })

  it('B5: the managed end is none, not even a tunnel, while both are used', () => {
    const one = { TunnelOptions: [{ configured: false }, { configured: true }] }
    expect(truthOf(changed('b5-software-vpn-to-managed-vpn', { 'vpn-connection:1': one }))).toEqual({ [AB]: [appliance(1), zone('a'), tunnel(1, 2)].sort() })
  })

  it('B5: static routing holds like BGP', () => {
    const design = changed('b5-software-vpn-to-managed-vpn', { 'vpn-connection:1': { StaticRoutesOnly: true, Routes: [{ DestinationCidrBlock: '10.0.0.0/16' }] } })
    expect(truthOf(design)).toEqual({ [AB]: [appliance(1), zone('a')].sort() })
  })
})

describe('B6, B7', () => {
  const equal = { 'vpn-gateway:2': { AmazonSideAsn: 64_512 } }
  const both = ['b6-managed-vpn-between-vpcs', 'b7-direct-connect-between-vpcs'] as const

  it.each(both)('%s: gateways with one ASN drop each other', (id) => {
    expect(broken(changed(id, equal))).toEqual([AB])
  })

  it.each(both)('%s: not when the router puts its own ASN in place of theirs', (id) => {
    expect(broken(changed(id, { ...equal, 'customer-gateway:1': { overrideAs: true } }))).toEqual([])
  })

  it.each(both)('%s: not when the router announces a summary of its own', (id) => {
    expect(broken(changed(id, { ...equal, 'customer-gateway:1': { announcedPrefixes: ['192.168.0.0/24', '10.0.0.0/8'] } }))).toEqual([])
  })

  it.each(both)('%s: the router must announce each VPC to the other gateway', (id) => {
    expect(broken(changed(id, { 'customer-gateway:1': { announcedPrefixes: ['192.168.0.0/24'] } }))).toEqual([AB])
  })

  it('B6: static connections list what lies behind the other', () => {
    const statics = (first: readonly string[], second: readonly string[]) => Object.fromEntries([first, second].map((prefixes, position) => [`vpn-connection:${position + 1}`, { StaticRoutesOnly: true, Routes: prefixes.map((DestinationCidrBlock) => ({ DestinationCidrBlock })) }]))
    const [site, near, far] = ['192.168.0.0/24', '10.0.0.0/16', '10.1.0.0/16']
    expect(truthOf(changed('b6-managed-vpn-between-vpcs', { ...equal, ...statics([site, far], [site, near]) }))).toEqual({ [SA]: gate(1), [SB]: gate(1), [AB]: gate(1) })
    expect(broken(changed('b6-managed-vpn-between-vpcs', statics([site], [site])))).toEqual([AB])
  })

  it('B7 with IPsec: the VPN runs over the same line, and the router counts once', () => {
    const over = [1, 2].map((number) => [`vpn-connection:${number}`, { CustomerGatewayId: 'customer-gateway:1', VpnGatewayId: `vpn-gateway:${number}` }])
    const design = changed('b7-direct-connect-between-vpcs', {
      'aws-public-services:1': {},
      'customer-gateway:1': { IpAddress: '203.0.113.1' },
      'virtual-interface:1': { VirtualInterfaceType: 'public', VirtualGatewayId: undefined, publicServices: 'aws-public-services:1', RouteFilterPrefixes: ['203.0.113.1/32'] },
      'virtual-interface:2': null,
      ...(Object.fromEntries(over) as Record<string, Record<string, string>>),
    })
    expect(truthOf(design)).toEqual({ [SA]: [...wholeLine].sort(), [SB]: [...wholeLine].sort(), [AB]: [...line].sort() })
  })

  it('B7 across Regions: a second WAN link between the locations leaves the lines', () => {
    const design = changed('b7b-direct-connect-between-regions', { 'wan-link:x': { site: 'site:2', peerSite: 'site:3' } })
    expect(truthOf(design)[AB]).not.toContain(wan)
    expect(truthOf(design)[SB]).toEqual([circuit(1), device(2), member(2), 'dx-device:direct-connect-connection:2', 'dx-location:EqLD5'].sort())
  })
})
