import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../../model/index.ts'
import { formatPrefix, firstFree, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import type { DesignIndex } from '../query.ts'

type Fields = Readonly<Record<string, unknown>>

/** Roles that an instance must have to be an end of a link. */
const ROLES: Readonly<Partial<Record<Kind, ResourceOf<'instance'>['role']>>> = {
  'vpn-connection': 'vpn-appliance',
  'software-vpn': 'vpn-appliance',
  'transit-gateway-connect-peer': 'vpn-appliance',
  'remote-access': 'remote-access-server',
}

/** Whether a link of the kind makes sense between these two, beyond that their kinds fit. */
export function suits(index: DesignIndex, kind: Kind, from: Resource, to: Resource): boolean {
  const ends = [from, to]
  if (ends.some((end) => end.kind === 'instance' && ROLES[kind] !== undefined && end.role !== ROLES[kind])) return false
  // From a device of a site a Connect peer runs over Direct Connect alone; without it a VPN is the only thing that can be meant.
  const tgw = ends.find((end) => end.kind === 'transit-gateway')
  if (kind === 'transit-gateway-connect-peer' && tgw && ends.some((end) => end.kind === 'customer-gateway')) return transportOf(index, ends.find((end) => end !== tgw), tgw.id) !== undefined
  if (kind === 'software-vpn') return ends.some((end) => end.kind === 'instance') // two devices of sites are joined by a WAN link
  // A circuit between sites leads to where the customer's router stands beside AWS's.
  if (kind === 'carrier-circuit' && from.kind === 'site' && to.kind === 'site') return ends.some((end) => end.kind === 'site' && end.siteType === 'colocation')
  return true
}

/** The segment that a new attachment of a core network joins: its first. */
export function firstSegment(index: DesignIndex, core: ResourceId): ResourceId | undefined {
  return index.childrenOf('core-network-segment', core)[0]?.id
}

/** The inside blocks of Connect peers are /29 of the link-local range, each its own (F-TGW-50). */
function insideBlock(index: DesignIndex): string | undefined {
  const pool = parsePrefix('169.254.6.0/23')
  const taken = parsePrefixes(index.all('transit-gateway-connect-peer').flatMap(({ InsideCidrBlocks }) => InsideCidrBlocks))
  const free = pool && firstFree(pool, taken, 29)
  return free && formatPrefix(free)
}

/** What carries the packets of a Connect peer: the attachment of the appliance's VPC, or a Direct Connect gateway for a device (F-TGW-50). */
function transportOf(index: DesignIndex, peer: Resource | undefined, tgw: ResourceId): ResourceId | undefined {
  const vpc = peer?.kind === 'instance' ? index.getOf('subnet', peer.SubnetId)?.VpcId : undefined
  return index.links(tgw).find((link) => (vpc === undefined ? peer?.kind === 'customer-gateway' && link.kind === 'direct-connect-gateway-association' : link.kind === 'transit-gateway-vpc-attachment' && link.VpcId === vpc))?.id
}

function interfaceFields(index: DesignIndex, ends: readonly Resource[]): Fields {
  const device = ends.find((end) => end.kind === 'customer-gateway')
  const gateway = ends.find((end) => end.kind === 'direct-connect-gateway')
  const asn = device ? { Asn: device.BgpAsn } : {}
  if (ends.some((end) => end.kind === 'aws-public-services')) {
    return { VirtualInterfaceType: 'public', RouteFilterPrefixes: device?.IpAddress === undefined ? [] : [`${device.IpAddress}/${device.IpAddress.includes(':') ? 128 : 32}`], ...asn }
  }
  const isTransit = gateway !== undefined && index.links(gateway.id).some((link) => link.kind === 'direct-connect-gateway-association' && (link.TransitGatewayId !== undefined || link.CoreNetworkId !== undefined))
  return { VirtualInterfaceType: isTransit ? 'transit' : 'private', ...asn }
}

/** The fields that a new link needs besides its ends, as they follow from the ends. */
export function linkFields(index: DesignIndex, kind: Kind, ends: readonly Resource[]): Fields {
  const device = ends.find((end) => end.kind === 'customer-gateway')
  const core = ends.find((end) => end.kind === 'core-network')
  const segment = core && firstSegment(index, core.id)
  const joined = segment === undefined ? {} : { segment }
  switch (kind) {
    case 'vpn-connection':
      return { StaticRoutesOnly: device?.bgp === false, ...joined }
    case 'software-vpn':
      return device?.bgp === false ? { routing: 'static' } : {}
    case 'virtual-interface':
      return interfaceFields(index, ends)
    case 'direct-connect-gateway-association':
    case 'core-network-attachment':
      return joined
    case 'transit-gateway-connect-peer': {
      const tgw = ends.find((end) => end.kind === 'transit-gateway')
      const transport = tgw && transportOf(index, ends.find((end) => end !== tgw), tgw.id)
      const inside = insideBlock(index)
      return { InsideCidrBlocks: inside === undefined ? [] : [inside], ...(transport === undefined ? {} : { TransportTransitGatewayAttachmentId: transport }) }
    }
    default:
      return {}
  }
}
