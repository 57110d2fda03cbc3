import { type Design, emptyDesign, type Intent, intentSchema } from '../../src/shared/document/design.ts'
import { intentId, makeResourceId, type ResourceId } from '../../src/shared/model/id.ts'
import { definitionOf, type Kind, type Resource } from '../../src/shared/model/index.ts'

const SITES = [
  { name: 'dublin', prefix: '172.16.0.0/16', devices: 2 },
  { name: 'frankfurt', prefix: '172.17.0.0/16', devices: 2 },
  { name: 'branch', prefix: '172.18.0.0/16', devices: 1 },
] as const

const ZONES = ['a', 'b'] as const

/** The block of a VPC or subnet: 2,048 addresses per VPC, counted from 10.0.0.0. */
function block(vpc: number, offset: number, length: number): string {
  const value = vpc * 2048 + offset
  return `10.${value >> 16}.${(value >> 8) & 255}.0/${length}`
}

/**
 * A network of VPCs behind one transit gateway: two zones and one server per VPC, two sites with two devices and one with a
 * single device, each device with an ISP link and a BGP VPN of its own. Every VPC has one accepted intent with one of the
 * sites, in turn. The same number gives the same design.
 */
export function hubOf(vpcs: number): Design {
  const resources: Record<ResourceId, Resource> = {}
  const intents: Record<string, Intent> = {}
  const add = (kind: Kind, name: string, fields: Readonly<Record<string, unknown>>): ResourceId => {
    const id = makeResourceId(kind, name)
    const { schema, defaults } = definitionOf(kind)
    resources[id] = schema.parse({ ...defaults(), id, kind, name, ...fields }) as unknown as Resource
    return id
  }
  const tgw = add('transit-gateway', 'hub', { Region: 'eu-west-1', AmazonSideAsn: 64512 })
  const attachments: ResourceId[] = []
  const sites = SITES.map(({ name, prefix, devices }, at) => {
    const site = add('site', name, { prefixes: [prefix] })
    for (let device = 1; device <= devices; device++) {
      const link = add('isp-link', `${name}-isp${device}`, { site })
      const router = add('customer-gateway', `${name}-router${device}`, { site, BgpAsn: 65001 + at, ispLinks: [link] })
      attachments.push(add('vpn-connection', `${name}-vpn${device}`, { CustomerGatewayId: router, TransitGatewayId: tgw }))
    }
    return site
  })
  for (let number = 0; number < vpcs; number++) {
    const name = `v${String(number).padStart(4, '0')}`
    const vpc = add('vpc', name, { CidrBlocks: [block(number, 0, 21)], Region: 'eu-west-1' })
    const subnets = ZONES.map((zone, at) => add('subnet', `${name}-${zone}`, { VpcId: vpc, CidrBlock: block(number, at * 1024, 24), AvailabilityZone: `eu-west-1${zone}` }))
    add('instance', `${name}-server`, { SubnetId: subnets[0] })
    add('route-table', `${name}-main`, { VpcId: vpc, Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '172.16.0.0/12', target: tgw }] })
    attachments.push(add('transit-gateway-vpc-attachment', `${name}-hub`, { VpcId: vpc, TransitGatewayId: tgw, SubnetIds: subnets }))
    const intent = intentSchema.parse({ id: intentId.parse(`intent:${name}`), from: sites[number % sites.length], to: vpc, expect: 'reach', direction: 'both', status: 'accepted' })
    intents[intent.id] = intent
  }
  add('transit-gateway-route-table', 'hub-main', { TransitGatewayId: tgw, Associations: attachments, Propagations: attachments })
  return { ...emptyDesign(`${vpcs} VPCs`), resources, intents }
}
