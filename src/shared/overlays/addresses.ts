import { type DesignIndex, displayName } from '../document/query.ts'
import type { Remark } from '../drawing/remarks.ts'
import type { ResourceId } from '../model/id.ts'
import type { Resource } from '../model/index.ts'
import { findOverlaps, type Held } from '../net/overlap.ts'
import { formatPrefix, parsePrefixes } from '../net/prefix.ts'
import type { OverlayMaker } from './overlay.ts'

/** Parts of a line, those that are there. */
const line = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ')

const asn = (number: number | undefined): string | undefined => (number === undefined ? undefined : `ASN ${number}`)

/** The addresses and ASNs of a thing, all of them; empty where it has none of its own. */
function addressesOf(resource: Resource): string {
  switch (resource.kind) {
    case 'site':
      return resource.prefixes.join(', ')
    case 'vpc':
      return [...resource.CidrBlocks, ...resource.Ipv6CidrBlocks].join(', ')
    case 'subnet':
      return [resource.CidrBlock, resource.Ipv6CidrBlock].filter((block) => block !== undefined).join(', ')
    case 'customer-gateway':
      return line(asn(resource.BgpAsn), resource.IpAddress)
    case 'instance':
    case 'network-interface':
      return line(resource.PrivateIpAddress, resource.PublicIpAddress, ...(resource.Ipv6Addresses ?? []))
    case 'nat-gateway':
      return line(...resource.NatGatewayAddresses.flatMap(({ PrivateIp, PublicIp }) => [PrivateIp, PublicIp]))
    case 'vpn-gateway':
    case 'direct-connect-gateway':
    case 'route-server':
      return `ASN ${resource.AmazonSideAsn}`
    case 'transit-gateway':
      return line(`ASN ${resource.AmazonSideAsn}`, resource.TransitGatewayCidrBlocks.join(', '))
    case 'client-vpn-endpoint':
      return resource.ClientCidrBlock
    case 'user-group':
      return resource.prefix ?? ''
    case 'server':
    case 'directory':
      return resource.IpAddress ?? ''
    case 'vpc-endpoint':
      return resource.PrivateIpAddresses?.join(', ') ?? ''
    case 'vpn-connection':
      return line(...resource.TunnelOptions.map(({ TunnelInsideCidr }) => TunnelInsideCidr))
    case 'virtual-interface':
      return line(resource.CustomerAddress && resource.AmazonAddress ? `${resource.CustomerAddress} – ${resource.AmazonAddress}` : (resource.CustomerAddress ?? resource.AmazonAddress), asn(resource.Asn), `VLAN ${resource.Vlan}`)
    case 'transit-gateway-connect-peer':
      return line(resource.InsideCidrBlocks.join(', '), asn(resource.PeerAsn))
    case 'direct-connect-gateway-association':
      return resource.AllowedPrefixes.join(', ')
    case 'software-vpn':
      return line(resource.nearPrefixes.join(', '), resource.farPrefixes.join(', '))
    default:
      return ''
  }
}

/** Address spaces that stand beside each other: of VPCs, sites and remote users, and subnets within their VPC. */
function spacesOf(index: DesignIndex): readonly (readonly Held<ResourceId>[])[] {
  const held = (id: ResourceId, blocks: readonly (string | undefined)[]): Held<ResourceId>[] => parsePrefixes(blocks.filter((block) => block !== undefined)).map((prefix) => ({ prefix, holder: id }))
  const networks = [
    ...index.all('vpc').flatMap(({ id, CidrBlocks, Ipv6CidrBlocks }) => held(id, [...CidrBlocks, ...Ipv6CidrBlocks])),
    ...index.all('site').flatMap(({ id, prefixes }) => held(id, prefixes)),
    ...index.all('client-vpn-endpoint').flatMap(({ id, ClientCidrBlock }) => held(id, [ClientCidrBlock])),
    // A default route that a site announces is a way out and no address space.
  ].filter(({ prefix }) => prefix.length > 0)
  const subnets = index.all('vpc').map(({ id }) => index.childrenOf('subnet', id).flatMap((subnet) => held(subnet.id, [subnet.CidrBlock, subnet.Ipv6CidrBlock])))
  return [networks, ...subnets]
}

/** Who overlaps whom, with the block of the other one. */
function overlapsOf(index: DesignIndex): ReadonlyMap<ResourceId, readonly string[]> {
  const found = new Map<ResourceId, string[]>()
  const note = (id: ResourceId, { holder, prefix }: Held<ResourceId>): void => {
    const other = index.get(holder)
    const words = `${other ? displayName(other) : holder} (${formatPrefix(prefix)})`
    const known = found.get(id) ?? []
    if (!known.includes(words)) found.set(id, [...known, words])
  }
  for (const { inner, outer } of spacesOf(index).flatMap((space) => findOverlaps(space))) {
    note(inner.holder, outer)
    note(outer.holder, inner)
  }
  return found
}

/** Everything with its blocks, inside addresses and ASNs; address space that is somebody else's too is hatched. */
export const addressesOverlay: OverlayMaker = function* ({ network: { index } }) {
  yield 0
  const overlaps = overlapsOf(index)
  const at = new Map<string, Remark>()
  for (const resource of Object.values(index.design.resources)) {
    const [text, others] = [addressesOf(resource), overlaps.get(resource.id) ?? []]
    if (text === '' && others.length === 0) continue
    if (others.length === 0) at.set(resource.id, { text, hint: text })
    else at.set(resource.id, { text: `overlaps: ${text}`, sign: 'overlap', isHatched: true, hint: `${text}; overlaps ${others.join(', ')}` })
  }
  const summary = overlaps.size === 0 ? ['No address space of VPCs, sites and remote users overlaps'] : [`${overlaps.size} overlap in their address space`, 'VPCs, sites, pools of remote users, and subnets within a VPC']
  return { overlay: 'addresses', at, summary }
}
