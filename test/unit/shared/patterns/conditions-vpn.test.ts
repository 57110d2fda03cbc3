import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { AB, appliance, device, gate, isp, SA, SB, tunnel, zone } from './elements.ts'
import { broken, changed, stating, truthOf } from './judged.ts'

const STATIC = { StaticRoutesOnly: true, Routes: [{ DestinationCidrBlock: '192.168.0.0/24' }] }

describe('A1', () => {
  it('a tunnel is a single point of failure where the device uses only that one', () => {
    const design = changed('a1-managed-vpn', { 'vpn-connection:1': { TunnelOptions: [{ configured: true }, { configured: false }] } })
    expect(truthOf(design)).toEqual({ [SA]: [...gate(1), tunnel(1, 1)] })
  })

  it('static routing holds like BGP', () => {
    expect(truthOf(changed('a1-managed-vpn', { 'vpn-connection:1': STATIC }))).toEqual({ [SA]: gate(1) })
  })

  it('the VPC needs propagation or a static route', () => {
    const route = { DestinationCidrBlock: '192.168.0.0/24', target: 'vpn-gateway:1' }
    expect(truthOf(changed('a1-managed-vpn', { 'route-table:1': { PropagatingVgws: [], Routes: [route] } }))).toEqual({ [SA]: gate(1) })
    expect(broken(changed('a1-managed-vpn', { 'route-table:1': { PropagatingVgws: [] } }))).toEqual([SA])
  })
})

describe('A2', () => {
  it('a shared ISP link is a single point of failure', () => {
    expect(truthOf(changed('a2-managed-vpn-redundant', { 'customer-gateway:2': { ispLinks: ['isp-link:1'] } }))).toEqual({ [SA]: [isp(1)] })
  })

  it('a device that announces something else does not stand in', () => {
    expect(truthOf(changed('a2-managed-vpn-redundant', { 'customer-gateway:2': { announcedPrefixes: ['192.168.128.0/17'] } }))).toEqual({ [SA]: gate(1) })
  })

  it('static routing fails over by the health of the tunnels', () => {
    expect(truthOf(changed('a2-managed-vpn-redundant', { 'vpn-connection:1': STATIC, 'vpn-connection:2': STATIC }))).toEqual({ [SA]: [] })
  })
})

describe('A3', () => {
  it('tables that isolate the VPCs keep the site', () => {
    const attachments = ['transit-gateway-vpc-attachment:1', 'transit-gateway-vpc-attachment:2']
    const design = changed('a3-transit-gateway-vpn', {
      'transit-gateway-route-table:1': { Associations: attachments, Propagations: ['vpn-connection:1'] },
      'transit-gateway-route-table:x': { TransitGatewayId: 'transit-gateway:1', Associations: ['vpn-connection:1'], Propagations: attachments },
    })
    expect(truthOf(design)).toMatchObject({ [SA]: gate(1), [SB]: gate(1) })
    expect(broken(design)).toEqual([AB])
  })

  it('a zone without an attachment subnet is reached, and cannot answer', () => {
    const design = changed('a3-transit-gateway-vpn', { 'transit-gateway-vpc-attachment:1': { SubnetIds: ['subnet:1'] } })
    expect(broken(design)).toEqual([SA, AB])
    const { forward, works } = simulate(design).trace({ from: 'site:1' as ResourceId, to: 'subnet:2' as ResourceId, protocol: 'some' })
    expect([forward.success, works]).toEqual([true, false])
  })

  it('a VPC needs a route to the hub', () => {
    expect(broken(changed('a3-transit-gateway-vpn', { 'route-table:1': { Routes: [] } }))).toEqual([SA, AB])
  })
})

describe('A3 in the table of the hub', () => {
  const [production, development, vpn] = ['transit-gateway-vpc-attachment:1', 'transit-gateway-vpc-attachment:2', 'vpn-connection:1']
  const table = (fields: object) => changed('a3-transit-gateway-vpn', { 'transit-gateway:1': { AssociationDefaultRouteTableId: undefined, PropagationDefaultRouteTableId: undefined }, 'transit-gateway-route-table:1': { ...fields } })

  it.each([
    ['an attachment without a table cannot send', { Associations: [development, vpn] }, [SA, AB]],
    ['a VPC that does not propagate is not reached', { Propagations: [development, vpn] }, [SA, AB]],
    ['a VPN that does not propagate is not reached', { Propagations: [production, development] }, [SA, SB]],
    ['static routes do as well', { Propagations: [development, vpn], Routes: [{ DestinationCidrBlock: '10.0.0.0/16', attachment: production }] }, []],
  ])('%s', (_, fields, lost) => {
    expect(broken(table(fields))).toEqual(lost)
  })

  it('a blackhole route drops what is for a VPC, wherever it comes from', () => {
    expect(broken(table({ Routes: [{ DestinationCidrBlock: '10.1.0.0/24', blackhole: true }, { DestinationCidrBlock: '10.1.1.0/24', blackhole: true }] }))).toEqual([SB, AB])
  })
})

describe('A4', () => {
  it('static VPNs: the one that the table routes to is a single point of failure', () => {
    const design = changed('a4-transit-gateway-vpn-redundant', {
      'vpn-connection:1': STATIC,
      'vpn-connection:2': STATIC,
      'transit-gateway-route-table:1': { Propagations: ['transit-gateway-vpc-attachment:1', 'transit-gateway-vpc-attachment:2'], Routes: [{ DestinationCidrBlock: '192.168.0.0/24', attachment: 'vpn-connection:1' }] },
    })
    expect(truthOf(design)).toEqual({ [SA]: gate(1), [SB]: gate(1), [AB]: [] })
  })
})

describe('A11', () => {
  const hub = 'a11-vpn-cloudhub'
  const sites = ['site:1 <-> site:2', 'site:1 <-> site:3', 'site:2 <-> site:3']

  it('sites with one ASN lose each other, not the VPC', () => {
    expect(broken(changed(hub, { 'customer-gateway:2': { BgpAsn: 65_000 } }))).toEqual(['site:1 <-> site:2'])
  })

  it('a gateway without a VPC still joins the sites', () => {
    expect(broken(changed(hub, { 'vpn-gateway:1': { VpcAttachments: [] } })).sort()).toEqual([1, 2, 3].map((number) => `site:${number} <-> vpc:1`))
  })

  it('a static connection reaches the VPC and no other site', () => {
    const design = changed(hub, { 'vpn-connection:2': { StaticRoutesOnly: true, Routes: [{ DestinationCidrBlock: '192.168.1.0/24' }] } })
    expect(broken(design).sort()).toEqual(['site:1 <-> site:2', 'site:2 <-> site:3'])
  })

  it('sites that overlap do not reach each other', () => {
    expect(broken(changed(hub, { 'site:2': { prefixes: ['192.168.0.0/24'] } }))).toContain('site:1 <-> site:2')
  })

  it('two gateways of one site may share their ASN, and then neither is a single point of failure', () => {
    const design = changed(hub, {
      'isp-link:x': { site: 'site:1' },
      'customer-gateway:x': { site: 'site:1', BgpAsn: 65_000, ispLinks: ['isp-link:x'] },
      'vpn-connection:x': { CustomerGatewayId: 'customer-gateway:x', VpnGatewayId: 'vpn-gateway:1' },
    })
    expect(truthOf(design)).toMatchObject({ 'site:1 <-> vpc:1': [], 'site:2 <-> vpc:1': gate(2), 'site:1 <-> site:2': [...gate(2), 'region:eu-west-1'] })
  })

  it('a Direct Connect site joins with its virtual interface on the gateway itself, not behind a Direct Connect gateway', () => {
    const data = {
      'site:x': { prefixes: ['192.168.99.0/24'] },
      'customer-gateway:x': { site: 'site:x', BgpAsn: 65_099 },
      'direct-connect-connection:x': { Location: 'EqDB2', Region: 'eu-west-1' },
      'virtual-interface:x': { ConnectionId: 'direct-connect-connection:x', customerRouter: 'customer-gateway:x', Asn: 65_099, VirtualGatewayId: 'vpn-gateway:1' },
    }
    const behind = {
      ...data,
      'direct-connect-gateway:x': { AmazonSideAsn: 64_600 },
      'direct-connect-gateway-association:x': { DirectConnectGatewayId: 'direct-connect-gateway:x', VpnGatewayId: 'vpn-gateway:1' },
      'virtual-interface:x': { ...data['virtual-interface:x'], VirtualGatewayId: undefined, DirectConnectGatewayId: 'direct-connect-gateway:x' },
    }
    const wanted = ['site:x <-> site:1', 'site:x <-> vpc:1']
    expect(broken(stating(changed(hub, data), ...wanted))).toEqual([])
    expect(broken(stating(changed(hub, behind), ...wanted))).toEqual(['site:x <-> site:1'])
  })

  it('stands by for a wide area network, which the sites prefer', () => {
    const design = changed(hub, { 'wan-link:1': { site: 'site:1', peerSite: 'site:2', wanType: 'mpls' } })
    expect(truthOf(design)['site:1 <-> site:2']).toEqual([])
    const { forward } = simulate(design).trace({ from: 'site:1' as ResourceId, to: 'site:2' as ResourceId, protocol: 'some' })
    expect(forward.hops.map(({ kind }) => kind)).not.toContain('vpn-gateway')
    expect(sites.filter((statement) => broken(design).includes(statement))).toEqual([])
  })
})

describe('A11 beside a wide area network', () => {
  const backup = { 'wan-link:1': { site: 'site:1', peerSite: 'site:2', wanType: 'mpls', role: 'backup' } }
  const carriers = (down: readonly string[]) => {
    const { forward, works } = simulate(changed('a11-vpn-cloudhub', backup)).trace({ from: 'site:1' as ResourceId, to: 'site:2' as ResourceId, protocol: 'some' }, down)
    return [works, forward.hops.map(({ kind }) => kind).filter((kind) => kind === 'vpn-gateway' || kind === 'wan-link')]
  }

  it('comes first where the network is the backup, and the network takes over', () => {
    expect(carriers([])).toEqual([true, ['vpn-gateway']])
    expect(carriers([isp(1)])).toEqual([true, ['wan-link']])
  })
})

describe('A12', () => {
  const all = [appliance(1), zone('a'), ...gate(1)].sort()

  it('static routing holds like BGP', () => {
    expect(truthOf(changed('a12-software-vpn', { 'software-vpn:1': { routing: 'static' } }))).toEqual({ [SA]: all })
  })

  it.each([
    ['without an elastic IP', { 'instance:1': { PublicIpAddress: undefined } }],
    ['with the source/destination check on', { 'instance:1': { SourceDestCheck: true } }],
    ['in a subnet without a route to the internet gateway', { 'route-table:2': { Routes: [{ DestinationCidrBlock: '192.168.0.0/24', target: 'instance:1' }] } }],
    ['with the internet gateway detached', { 'internet-gateway:1': { Attachments: [] } }],
    ['in a VPC whose private subnets have no route to it', { 'route-table:1': { Routes: [] } }],
  ])('an appliance %s does not do', (_, fields) => {
    expect(broken(changed('a12-software-vpn', fields))).toEqual([SA])
  })

  it('a second ISP link of the device is none', () => {
    const design = changed('a12-software-vpn', { 'isp-link:x': { site: 'site:1' }, 'customer-gateway:1': { ispLinks: ['isp-link:1', 'isp-link:x'] } })
    expect(truthOf(design)).toEqual({ [SA]: [appliance(1), zone('a'), device(1)].sort() })
  })
})
