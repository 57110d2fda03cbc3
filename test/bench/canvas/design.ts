import { emptyDesign, type Design, type Intent, intentSchema } from '../../../src/shared/document/design.ts'
import { arrange } from '../../../src/main/arrange.ts'
import { intentId, makeResourceId, type ResourceId } from '../../../src/shared/model/id.ts'
import { definitionOf, type Kind, type Resource } from '../../../src/shared/model/index.ts'

const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2'] as const
const ZONES = ['a', 'b'] as const
/** A subnet of each tier in each zone; hosts are in all but the public ones. */
const TIERS = ['public', 'app', 'data'] as const
const HOSTS_PER_SUBNET = 4
/** Resources of one VPC with all that belongs to it. */
const PER_VPC = 1 + 1 + ZONES.length * (TIERS.length + 1 + 1 + HOSTS_PER_SUBNET * (TIERS.length - 1)) + 1 + 1 + 1 + 1
const VPCS_PER_SITE = 8

/** The address block of a VPC, or a part of it: 16,384 addresses per VPC, counted from 10.0.0.0. */
function block(vpc: number, offset: number, length: number): string {
  const value = vpc * 16_384 + offset
  return `10.${(value >> 16) & 255}.${(value >> 8) & 255}.0/${length}`
}

/** Adds resources to a design until it has as many as it shall have. */
class Builder {
  readonly resources: Record<ResourceId, Resource> = {}
  readonly intents: Record<string, Intent> = {}
  readonly #most: number
  #count = 0

  constructor(most: number) {
    this.#most = most
  }

  get left(): number {
    return this.#most - this.#count
  }

  add(kind: Kind, name: string, fields: Readonly<Record<string, unknown>>): ResourceId {
    const id = makeResourceId(kind, name)
    const { schema, defaults } = definitionOf(kind)
    this.resources[id] = schema.parse({ ...defaults(), id, kind, name, ...fields }) as unknown as Resource
    this.#count++
    return id
  }

  want(name: string, from: ResourceId, to: ResourceId): void {
    const id = intentId.parse(`intent:${name}`)
    this.intents[id] = intentSchema.parse({ id, from, to, expect: 'reach', direction: 'both', status: 'accepted' })
  }
}

/** A VPC in two zones with three tiers, a NAT gateway per zone, a load balancer before its application hosts, and its attachment. */
function addVpc(builder: Builder, number: number, Region: string, hub: ResourceId): ResourceId {
  const name = `${Region}-v${String(number).padStart(4, '0')}`
  const vpc = builder.add('vpc', name, { CidrBlocks: [block(number, 0, 18)], Region })
  const gateway = builder.add('internet-gateway', `${name}-igw`, { Attachments: [{ VpcId: vpc }], Region })
  const [inner, targets]: [ResourceId[], ResourceId[]] = [[], []]
  for (const [zone, letter] of ZONES.entries()) {
    const subnets = TIERS.map((tier, at) => builder.add('subnet', `${name}-${tier}-${letter}`, { VpcId: vpc, CidrBlock: block(number, (at * ZONES.length + zone) * 1024, 24), AvailabilityZone: `${Region}${letter}` }))
    const nat = builder.add('nat-gateway', `${name}-nat-${letter}`, { SubnetId: subnets[0] })
    for (const subnet of subnets.slice(1)) {
      inner.push(subnet)
      for (let host = 1; host <= HOSTS_PER_SUBNET; host++) {
        const id = builder.add('instance', `${name}-${subnet.slice(-5)}-${host}`, { SubnetId: subnet })
        if (subnet === subnets[1]) targets.push(id)
      }
    }
    builder.add('route-table', `${name}-rt-${letter}`, {
      VpcId: vpc,
      Associations: subnets.slice(1).map((SubnetId) => ({ SubnetId })),
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }, { DestinationCidrBlock: '172.16.0.0/12', target: hub }],
    })
  }
  builder.add('route-table', `${name}-rt-public`, { VpcId: vpc, Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: gateway }] })
  builder.add('security-group', `${name}-sg`, { VpcId: vpc })
  builder.add('load-balancer', `${name}-nlb`, { VpcId: vpc, SubnetIds: inner, Targets: targets.map((Id) => ({ Id })) })
  builder.add('transit-gateway-vpc-attachment', `${name}-attachment`, { VpcId: vpc, TransitGatewayId: hub, SubnetIds: inner.filter((_, at) => at % 2 === 0) })
  return vpc
}

/** A site with a router, its line to the internet and a VPN connection to a hub. */
function addSite(builder: Builder, number: number, hub: ResourceId): ResourceId {
  const name = `site-${String(number).padStart(3, '0')}`
  const site = builder.add('site', name, { prefixes: [`172.${16 + (number >> 8)}.${number & 255}.0/24`] })
  const line = builder.add('isp-link', `${name}-isp`, { site })
  const router = builder.add('customer-gateway', `${name}-router`, { site, BgpAsn: 65001 + number, ispLinks: [line] })
  builder.add('vpn-connection', `${name}-vpn`, { CustomerGatewayId: router, TransitGatewayId: hub })
  return site
}

/**
 * A design of so many resources, as AWS accounts are made: Regions with a transit gateway each, peered with each other, VPCs behind them in
 * turn, and a site for every eight VPCs with an intent. What is left over are hosts. The same number gives the same design, with places.
 */
export function designOf(resources: number): Design {
  const builder = new Builder(resources)
  const regions = REGIONS.slice(0, Math.max(1, Math.min(REGIONS.length, Math.floor(resources / 100))))
  const hubs = regions.map((Region, at) => ({ Region, id: builder.add('transit-gateway', `${Region}-hub`, { Region, AmazonSideAsn: 64512 + at }) }))
  for (const [at, { Region, id }] of hubs.entries()) {
    for (const other of hubs.slice(at + 1)) builder.add('transit-gateway-peering-attachment', `${Region}-${other.Region}`, { TransitGatewayId: id, PeerTransitGatewayId: other.id })
  }
  for (let number = 0; builder.left >= PER_VPC + 4; number++) {
    const hub = hubs[number % hubs.length]
    if (!hub) break
    const vpc = addVpc(builder, number, hub.Region, hub.id)
    if (number % VPCS_PER_SITE < hubs.length && Math.floor(number / hubs.length) % 2 === 0) builder.want(`site-${number}`, addSite(builder, number, hub.id), vpc)
  }
  const subnets = Object.values(builder.resources).filter(({ kind }) => kind === 'subnet')
  for (let at = 0; builder.left > 0; at++) {
    const subnet = subnets[(at * 6 + 1) % Math.max(1, subnets.length)]
    if (!subnet) break
    builder.add('instance', `extra-${at}`, { SubnetId: subnet.id })
  }
  return arrange({ ...emptyDesign(`${resources} resources`), resources: builder.resources, intents: builder.intents })
}
