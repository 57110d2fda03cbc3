import { type Design, emptyDesign } from '../../src/shared/document/design.ts'
import { applyEdit } from '../../src/shared/document/edit.ts'
import { parseDesign } from '../../src/shared/document/parse.ts'
import { serializeDesign } from '../../src/shared/document/serialize.ts'
import { layoutDesign } from '../../src/shared/layout/index.ts'
import { definitionOf, isKind } from '../../src/shared/model/index.ts'
import type { Generated } from '../docs.ts'

type Fields = Readonly<Record<string, unknown>>

/** A resource: its kind's defaults, then what the sample says of it. */
function resource(id: string, fields: Fields): Fields {
  const kind = id.slice(0, id.indexOf(':'))
  if (!isKind(kind)) throw new Error(`there is no kind ${kind}`)
  return { ...definitionOf(kind).defaults(), kind, id, ...fields }
}

function sample(name: string, resources: Readonly<Record<string, Fields>>, intents: readonly Fields[]): string {
  const parsed = parseDesign({
    ...emptyDesign(name),
    resources: Object.fromEntries(Object.entries(resources).map(([id, fields]) => [id, resource(id, fields)])),
    intents: Object.fromEntries(intents.map((intent) => [intent['id'], { expect: 'reach', direction: 'both', status: 'accepted', ...intent }])),
  })
  if (!parsed.ok) throw new Error(`the sample ${name} is not a design: ${JSON.stringify(parsed.problems)}`)
  const design: Design = parsed.value
  const placed = applyEdit(design, layoutDesign(design))
  if (!placed.ok) throw new Error(`the sample ${name} cannot be laid out`)
  return serializeDesign(placed.value)
}

const tunnels = (first: number) => [first, first + 1].map((third) => ({ configured: true, TunnelInsideCidr: `169.254.${third}.0/30` }))

/** A site with one device and one ISP link, and a VPN to a VPC in two zones: small, and with single points of failure to find. */
const hybridVpn = sample('Hybrid VPN', {
  'site:hq': { name: 'Headquarters', prefixes: ['192.168.0.0/16'], siteType: 'headquarters' },
  'isp-link:hq': { name: 'Fibre', site: 'site:hq', provider: 'Telco One', bandwidthMbps: 500 },
  'customer-gateway:hq': { name: 'hq-router', site: 'site:hq', IpAddress: '203.0.113.17', BgpAsn: 65010 },
  'vpc:app': { name: 'Application', Region: 'eu-central-1', CidrBlocks: ['10.0.0.0/16'] },
  'subnet:app-a': { name: 'app-a', VpcId: 'vpc:app', CidrBlock: '10.0.0.0/24', AvailabilityZone: 'eu-central-1a', AvailabilityZoneId: 'euc1-az2' },
  'subnet:app-b': { name: 'app-b', VpcId: 'vpc:app', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-central-1b', AvailabilityZoneId: 'euc1-az3' },
  'instance:web-a': { name: 'web-a', SubnetId: 'subnet:app-a', PrivateIpAddress: '10.0.0.10' },
  'instance:web-b': { name: 'web-b', SubnetId: 'subnet:app-b', PrivateIpAddress: '10.0.1.10' },
  'vpn-gateway:app': { name: 'app-vgw', Region: 'eu-central-1', VpcAttachments: [{ VpcId: 'vpc:app' }] },
  'vpn-connection:hq': { name: 'hq-vpn', CustomerGatewayId: 'customer-gateway:hq', VpnGatewayId: 'vpn-gateway:app', TunnelOptions: tunnels(10) },
  'route-table:app': { name: 'app-routes', VpcId: 'vpc:app', Associations: [{ Main: true }], PropagatingVgws: ['vpn-gateway:app'] },
}, [
  { id: 'intent:hq-app-a', name: 'Headquarters reaches app-a', from: 'site:hq', to: 'subnet:app-a' },
  { id: 'intent:hq-app-b', name: 'Headquarters reaches app-b', from: 'site:hq', to: 'subnet:app-b' },
])

const spoke = (key: string, name: string, second: number): Readonly<Record<string, Fields>> => ({
  [`vpc:${key}`]: { name, Region: 'eu-west-1', CidrBlocks: [`10.${second}.0.0/16`] },
  ...Object.fromEntries(['a', 'b'].flatMap((zone, at) => [
    [`subnet:${key}-${zone}`, { name: `${key}-${zone}`, VpcId: `vpc:${key}`, CidrBlock: `10.${second}.${at}.0/24`, AvailabilityZone: `eu-west-1${zone}`, AvailabilityZoneId: `euw1-az${at + 1}` }],
    [`instance:${key}-${zone}`, { name: `${key}-app-${zone}`, SubnetId: `subnet:${key}-${zone}`, PrivateIpAddress: `10.${second}.${at}.10` }],
  ])),
  [`transit-gateway-vpc-attachment:${key}`]: { name: `${key}-attachment`, TransitGatewayId: 'transit-gateway:hub', VpcId: `vpc:${key}`, SubnetIds: [`subnet:${key}-a`, `subnet:${key}-b`] },
  [`route-table:${key}`]: {
    name: `${key}-routes`,
    VpcId: `vpc:${key}`,
    Associations: [{ Main: true }],
    Routes: [{ DestinationCidrBlock: '172.16.0.0/12', target: 'transit-gateway:hub' }, { DestinationCidrBlock: '10.0.0.0/8', target: 'transit-gateway:hub' }],
  },
})

const attachments = ['transit-gateway-vpc-attachment:prod', 'transit-gateway-vpc-attachment:shared', 'vpn-connection:dc-1', 'vpn-connection:dc-2']

/** Two VPCs behind a transit gateway, and a data centre with two devices, two ISP links and two VPNs: nothing in it fails alone. */
const transitHub = sample('Transit hub', {
  'site:dc': { name: 'Data centre', prefixes: ['172.16.0.0/16'], siteType: 'data-center' },
  'isp-link:one': { name: 'Carrier one', site: 'site:dc', bandwidthMbps: 1000 },
  'isp-link:two': { name: 'Carrier two', site: 'site:dc', bandwidthMbps: 1000 },
  'customer-gateway:dc-1': { name: 'dc-edge-1', site: 'site:dc', IpAddress: '198.51.100.10', BgpAsn: 65020, ispLinks: ['isp-link:one'] },
  'customer-gateway:dc-2': { name: 'dc-edge-2', site: 'site:dc', IpAddress: '203.0.113.10', BgpAsn: 65020, ispLinks: ['isp-link:two'] },
  'transit-gateway:hub': { name: 'hub', Region: 'eu-west-1', AmazonSideAsn: 64512, AssociationDefaultRouteTableId: 'transit-gateway-route-table:hub', PropagationDefaultRouteTableId: 'transit-gateway-route-table:hub' },
  'transit-gateway-route-table:hub': { name: 'hub-routes', TransitGatewayId: 'transit-gateway:hub', Associations: attachments, Propagations: attachments },
  'vpn-connection:dc-1': { name: 'vpn-1', CustomerGatewayId: 'customer-gateway:dc-1', TransitGatewayId: 'transit-gateway:hub', TunnelOptions: tunnels(20) },
  'vpn-connection:dc-2': { name: 'vpn-2', CustomerGatewayId: 'customer-gateway:dc-2', TransitGatewayId: 'transit-gateway:hub', TunnelOptions: tunnels(24) },
  ...spoke('prod', 'Production', 20),
  ...spoke('shared', 'Shared services', 21),
}, [
  { id: 'intent:dc-prod', name: 'Data centre reaches production', from: 'site:dc', to: 'subnet:prod-a' },
  { id: 'intent:dc-shared', name: 'Data centre reaches shared services', from: 'site:dc', to: 'subnet:shared-a' },
  { id: 'intent:prod-shared', name: 'Production reaches shared services', from: 'subnet:prod-b', to: 'subnet:shared-b' },
])

/** The sample designs that the product ships with. */
export default function generate(): Generated {
  return { 'resources/samples/hybrid-vpn.causeway.json': hybridVpn, 'resources/samples/transit-hub.causeway.json': transitHub }
}
