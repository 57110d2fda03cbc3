import fc from 'fast-check'
import type { Design } from '../../src/shared/document/design.ts'
import { parseDesign } from '../../src/shared/document/parse.ts'
import { designArbitrary } from '../unit/arbitraries/design.ts'
import type { ExtraName } from '../unit/arbitraries/plan-extras.ts'
import { Hands, type Table } from './hands.ts'
import { MORE_TWISTS, type Twist } from './twists-more.ts'

const blocks = (hands: Hands) => hands.all('vpc').flatMap((vpc) => vpc['CidrBlocks'] as string[])

/** Changes that bring in what the plain random designs leave out. */
const TWISTS: Record<string, Twist> = {
  stopped: (h) => h.set(h.pick('instance'), { stopped: true }),
  'same ASN everywhere': (h) => [...h.all('vpn-gateway'), ...h.all('direct-connect-gateway'), ...h.all('transit-gateway')].forEach((gateway) => h.set(gateway, { AmazonSideAsn: 64_512 })),
  'other ASNs': (h) => h.all('vpn-gateway').forEach((gateway, index) => h.set(gateway, { AmazonSideAsn: 64_700 + index })),
  'announces a summary': (h) => h.set(h.pick('customer-gateway'), { announcedPrefixes: ['192.168.0.0/24', '10.0.0.0/8'] }),
  'passes on': (h) => h.set(h.pick('customer-gateway'), { announcedPrefixes: ['192.168.0.0/24', ...blocks(h)] }),
  'announces a default': (h) => h.set(h.pick('customer-gateway'), { announcedPrefixes: ['0.0.0.0/0'] }),
  'announces part of a VPC': (h) => h.set(h.pick('customer-gateway'), { announcedPrefixes: ['10.0.1.0/24', '192.168.0.0/24'] }),
  'local replaced': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: '10.0.0.0/16', target: (h.pick('network-interface') ?? h.pick('instance'))?.['id'] }),
  'subnet to a middlebox': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: h.pick('subnet')?.['CidrBlock'], target: (h.pick('instance') ?? h.pick('nat-gateway'))?.['id'] }),
  'subnet to nothing': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: h.pick('subnet')?.['CidrBlock'] }),
  'prefix list': (h) => {
    const list = h.add('prefix-list', 'twist', { AddressFamily: 'IPv4', Entries: [{ Cidr: '192.168.0.0/16' }, { Cidr: '10.0.0.0/8' }, { Cidr: '10.0.1.0/24' }] })
    h.push(h.pick('route-table'), 'Routes', { DestinationPrefixListId: list, target: (h.pick('transit-gateway') ?? h.pick('internet-gateway') ?? h.pick('vpn-gateway'))?.['id'] })
  },
  'static over propagated': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: '192.168.0.0/24', target: (h.pick('vpn-gateway') ?? h.pick('internet-gateway'))?.['id'] }),
  'no zone': (h) => delete h.pick('subnet')?.['AvailabilityZone'],
  'zone ids': (h) => h.all('subnet').forEach((subnet) => h.set(subnet, { AvailabilityZoneId: `az-${String(subnet['AvailabilityZone']).slice(-1)}` })),
  'no public addresses': (h) => h.all('subnet').forEach((subnet) => h.set(subnet, { MapPublicIpOnLaunch: false })),
  'address of the NAT gateway': (h) => h.all('nat-gateway').filter((nat) => nat['SubnetId']).forEach((nat) => h.set(nat, { NatGatewayAddresses: [{ PrivateIp: String(h.resources[String(nat['SubnetId'])]?.['CidrBlock']).replace(/\d+\/\d+$/, '120') }] })),
  'all to NAT': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: '0.0.0.0/0', target: h.pick('nat-gateway')?.['id'] }),
  'all to the hub': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: '0.0.0.0/0', target: h.pick('transit-gateway')?.['id'] }),
  'private way back': (h) => h.route(h.pick('route-table'), { DestinationCidrBlock: '10.0.0.0/8', target: h.pick('transit-gateway')?.['id'] }),
  'references over the hub': (h) => h.set(h.pick('transit-gateway'), { SecurityGroupReferencingSupport: 'enable' }),
  inferred: (h) => h.set(h.pick('site'), { prefixesInferred: true, prefixes: ['10.0.0.0/16', '192.168.0.0/24'] }),
  'hub default to a connection': (h) => h.route(h.pick('transit-gateway-route-table'), { DestinationCidrBlock: '0.0.0.0/0', attachment: (h.pick('vpn-connection') ?? h.pick('transit-gateway-vpc-attachment'))?.['id'] }),
  'hub default to a VPC': (h) => h.route(h.pick('transit-gateway-route-table'), { DestinationCidrBlock: '0.0.0.0/0', attachment: h.pick('transit-gateway-vpc-attachment')?.['id'] }),
  'hub summary': (h) => h.route(h.pick('transit-gateway-route-table'), { DestinationCidrBlock: '10.0.0.0/8', attachment: h.pick('transit-gateway-vpc-attachment')?.['id'] }),
  'hub blackhole': (h) => h.route(h.pick('transit-gateway-route-table'), { DestinationCidrBlock: '10.1.0.0/16', blackhole: true }),
  'not associated': (h) => h.set(h.pick('transit-gateway-route-table'), { Associations: [] }),
  'not propagated': (h) => h.set(h.pick('transit-gateway-route-table'), { Propagations: [] }),
  'one foot': (h) => h.all('transit-gateway-vpc-attachment').forEach((link) => h.set(link, { SubnetIds: (link['SubnetIds'] as string[]).slice(-1) })),
  'no BGP': (h) => h.set(h.pick('customer-gateway'), { bgp: false }),
  'BGP elsewhere': (h) => h.set(h.pick('vpn-connection'), { bgpDevice: h.pick('customer-gateway', 1)?.['id'] }),
  'another VGW on the DX gateway': (h) => {
    const [gateway, vgw] = [h.pick('direct-connect-gateway'), h.pick('vpn-gateway', 1)]
    if (gateway && vgw) h.add('direct-connect-gateway-association', 'twist', { DirectConnectGatewayId: gateway['id'], VpnGatewayId: vgw['id'], AllowedPrefixes: [] })
  },
  'edge table of a VGW': (h) => {
    const vgw = h.pick('vpn-gateway')
    const vpc = (vgw?.['VpcAttachments'] as { VpcId: string }[] | undefined)?.[0]?.VpcId
    const target = [...h.all('instance'), ...h.all('network-interface')].find((host) => h.resources[String(host['SubnetId'])]?.['VpcId'] === vpc)
    const subnet = h.all('subnet').find((other) => other['VpcId'] === vpc)
    if (vpc && target && subnet) h.add('route-table', 'twist-edge', { VpcId: vpc, Associations: [{ GatewayId: vgw?.['id'] }], Routes: [{ DestinationCidrBlock: subnet['CidrBlock'], target: target['id'] }], PropagatingVgws: [] })
  },
  'detached VGW': (h) => h.set(h.pick('vpn-gateway'), { VpcAttachments: [] }),
  'detached internet gateway': (h) => h.set(h.pick('internet-gateway'), { Attachments: [] }),
  'hosts may forward': (h) => h.all('instance').forEach((instance) => h.set(instance, { SourceDestCheck: false })),
  'IPv6 hosts': (h) => h.all('instance').forEach((instance, index) => {
    const block = h.resources[String(instance['SubnetId'])]?.['Ipv6CidrBlock']
    if (typeof block === 'string') h.set(instance, { Ipv6Addresses: [block.replace(/::\/\d+$/, `::${index + 16}`)] })
  }),
  'IPv6 everywhere': (h) => h.all('vpc').forEach((vpc, index) => {
    h.set(vpc, { Ipv6CidrBlocks: [`2001:db8:${index + 1}00::/56`] })
    h.all('subnet').filter((subnet) => subnet['VpcId'] === vpc['id']).forEach((subnet, number) => h.set(subnet, { Ipv6CidrBlock: `2001:db8:${index + 1}00:${number}::/64` }))
    for (const table of h.all('route-table')) if (table['VpcId'] === vpc['id'] && h.pick('transit-gateway')) h.push(table, 'Routes', { DestinationIpv6CidrBlock: '2001:db8::/32', target: h.pick('transit-gateway')?.['id'] })
  }),
  'IPv6 site': (h) => h.push(h.pick('site'), 'prefixes', '2001:db8:9::/48'),
  'closed ACL': (h) => h.set(h.pick('network-acl'), { Entries: [{ RuleNumber: 1, Egress: false, Protocol: '17', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', PortRange: { From: 50, To: 60 } }, { RuleNumber: 2, Egress: false, Protocol: '-1', RuleAction: 'deny', CidrBlock: '10.0.0.0/8' }, { RuleNumber: 1, Egress: true, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }] }),
}

/** What stands at the doors of a VPC. */
const DOORS: Record<string, Twist> = {
  'public access blocked': (h) => h.all('vpc').forEach((vpc) => h.set(vpc, { InternetGatewayBlockMode: 'block-bidirectional' })),
  'public access outward': (h) => h.all('vpc').forEach((vpc) => h.set(vpc, { InternetGatewayBlockMode: 'block-ingress' })),
  'public access for a subnet': (h) => (h.all('vpc').forEach((vpc) => h.set(vpc, { InternetGatewayBlockMode: 'block-bidirectional' })), h.set(h.pick('subnet'), { InternetGatewayBlockMode: 'off' }), h.set(h.pick('subnet', 1), { InternetGatewayBlockMode: 'block-ingress' })),
  'references not over attachments': (h) => (h.all('transit-gateway').forEach((gateway) => h.set(gateway, { SecurityGroupReferencingSupport: 'enable' })), h.set(h.pick('transit-gateway-vpc-attachment'), { SecurityGroupReferencingSupport: 'disable' })),
  'a zone without references': (h) => (h.all('transit-gateway').forEach((gateway) => h.set(gateway, { SecurityGroupReferencingSupport: 'enable' })), h.set(h.pick('subnet'), { AvailabilityZoneId: 'use1-az3' })),
  'balancers face the internet': (h) => h.all('load-balancer').forEach((balancer) => h.set(balancer, { Scheme: 'internet-facing', Type: 'application', CrossZone: true, SubnetIds: (balancer['SubnetIds'] as string[]).slice(0, 1) })),
  'peering not accepted': (h) => h.set(h.pick('vpc-peering-connection'), { Status: 'pending-acceptance' }),
  'everybody in groups that know each other': (h) => h.all('instance').forEach((instance) => {
    const own = h.all('security-group').find((group) => group['VpcId'] === h.resources[String(instance['SubnetId'])]?.['VpcId'])
    if (own) h.set(instance, { SecurityGroupIds: [own['id']] })
    const all = h.all('security-group').map(({ id }) => ({ GroupId: id }))
    if (own) h.set(own, { IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: all }], IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })
  }),
}

const twistsOf = (twists: Readonly<Record<string, unknown>>) => fc.array(fc.record({ what: fc.constantFrom(...Object.keys(twists)), at: fc.nat(99) }), { minLength: 1, maxLength: 4 })
const ALL_TWISTS = { ...TWISTS, ...MORE_TWISTS, ...DOORS }

/** Random designs with some of the rarer things that people draw, or get wrong. */
export function twistedDesign(size: number, extras: readonly ExtraName[] = []): fc.Arbitrary<Design> {
  return fc.tuple(designArbitrary(size, extras), twistsOf(extras.length === 0 ? TWISTS : { ...TWISTS, ...MORE_TWISTS })).map(twisted)
}

/** Random designs with something at their doors: Block Public Access, and references between security groups. */
export function guardedDesign(size: number, extras: readonly ExtraName[] = [], always?: keyof typeof DOORS): fc.Arbitrary<Design> {
  return fc.tuple(designArbitrary(size, extras), twistsOf(TWISTS), twistsOf(DOORS)).map(([design, twists, doors]) => twisted([design, [...twists.slice(0, 2), ...doors, ...(always === undefined ? [] : [{ what: always, at: 0 }])]]))
}

function twisted([design, twists]: readonly [Design, readonly { readonly what: string; readonly at: number }[]]): Design {
  const resources = JSON.parse(JSON.stringify(design.resources)) as Table
  for (const { what, at } of twists) ALL_TWISTS[what]?.(new Hands(resources, at))
  const parsed = parseDesign(JSON.parse(JSON.stringify({ ...design, resources })))
  if (!parsed.ok) throw new Error(`${twists.map(({ what }) => what).join(', ')}: ${JSON.stringify(parsed.problems[0])}`)
  return parsed.value
}
