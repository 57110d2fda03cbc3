import type { ResourceId } from '../../model/id.ts'
import { type Address, equalAddress, formatAddress, parseAddress } from '../../net/address.ts'
import { addressAt, containsAddress, parsePrefix } from '../../net/prefix.ts'
import type { Network } from '../network.ts'
import { standInAddress } from '../public-addresses.ts'
import { type Context, pass, type Place, stop, translate } from './context.ts'
import { checkNetworkAcl } from './filters.ts'
import { EVERY_PACKET, within } from './possible.ts'

/** Protocols that a NAT gateway translates: ICMP, TCP, UDP (F-EDGE-10). */
const NAT_PROTOCOLS: readonly number[] = [1, 6, 17]

/** Holds IPv4 addresses in its last 32 bits (NAT64, RFC 6052). */
const NAT64 = parsePrefix('64:ff9b::/96')

/** The IPv4 address in a NAT64 address; undefined for any other. */
const embeddedIn = (address: Address): Address | undefined => (NAT64 && containsAddress(NAT64, address) ? { family: 4, value: address.value - NAT64.value } : undefined)

/** Gives a reply back to whom its translation stands for: a sender with IPv6 gets it from the NAT64 address that it asked. */
export function putBack(context: Context, inside: Address, why: string, fact: string): void {
  const { packet } = context
  if (inside.family === 6 && packet.source.family === 4 && NAT64) translate(context, 'source', { family: 6, value: NAT64.value + packet.source.value }, 'the NAT gateway puts the NAT64 address in place of the source', 'F-ADDR-23')
  translate(context, 'destination', inside, why, fact)
}

/** An unused address of a subnet, to stand for something that has none yet. The fourth usable one and up, so that it looks like a host. */
export function unusedAddress(network: Network, subnet: ResourceId, family: 4 | 6, skip = 0): Address | undefined {
  const fragment = network.fragment('subnet', subnet)
  const prefix = fragment?.prefixes.find((candidate) => candidate.family === family)
  if (!fragment || !prefix) return undefined
  let left = skip
  // At most as many addresses are taken as there are hosts, so one of the first (hosts + skip + 1) is free.
  for (let offset = 10n; offset <= 10n + BigInt(fragment.hosts.size + skip); offset++) {
    const address = addressAt(prefix, offset)
    if (!address) return addressAt(prefix, 4n)
    if (fragment.hosts.has(formatAddress(address))) continue
    if (left-- === 0) return address
  }
  return undefined
}

/** The private address that a NAT gateway translates to: its own, or a stand-in when the design gives none. */
function natAddress(network: Network, nat: ResourceId, subnet: ResourceId): Address | undefined {
  const given = network.index.getOf('nat-gateway', nat)?.NatGatewayAddresses.find((address) => address.PrivateIp !== undefined)?.PrivateIp
  return given === undefined ? unusedAddress(network, subnet, 4, 1) : parseAddress(given)
}

/** A route points at a NAT gateway: translate the source and go on from the gateway's own subnet. */
export function enterNat(context: Context, nat: ResourceId, vpc: ResourceId, fromSubnet: ResourceId | undefined): Place {
  const { network, packet, journey, health } = context
  const gateway = network.index.getOf('nat-gateway', nat)
  if (!gateway) return stop('blackhole', 'the NAT gateway is gone', 'F-RT-25')
  if ((network.fragment('subnet', gateway.SubnetId)?.vpc ?? gateway.VpcId) !== vpc) return stop('blackhole', 'the NAT gateway is in another VPC', 'F-RT-20')
  if (gateway.SubnetId !== fromSubnet) journey.visit(vpc)
  journey.visit(nat)
  if (!health.isUp(nat)) return stop('blackhole', 'the NAT gateway is down', 'F-AVL-51')
  const embedded = embeddedIn(packet.destination)
  if (packet.destination.family === 6 && !embedded) return stop('no-route', 'a NAT gateway does not translate plain IPv6', 'F-ADDR-23')
  if (gateway.SubnetId !== undefined && gateway.SubnetId !== fromSubnet) {
    const denied = pass(context, checkNetworkAcl(network, gateway.SubnetId, packet, 'in'))
    if (denied) return denied
  }
  if (packet.reply) return stop('denied', 'a NAT gateway drops replies to connections that it did not open', 'F-EDGE-10')
  const possible = NAT_PROTOCOLS.flatMap((protocol) => within(packet.possible, { ...EVERY_PACKET, protocol: [protocol, protocol] }))
  const passes = packet.protocol === 'some' ? possible.length > 0 : packet.protocol !== 'any' && NAT_PROTOCOLS.includes(packet.protocol)
  packet.possible = possible
  const denied = pass(context, { kind: 'filter', filter: 'nat', direction: 'in', allowed: passes, detail: passes ? 'TCP, UDP and ICMP are translated' : 'a NAT gateway passes only TCP, UDP and ICMP', fact: 'F-EDGE-10' })
  if (denied) return denied
  if (embedded) translate(context, 'destination', embedded, 'the NAT gateway takes the IPv4 address out of the NAT64 address', 'F-ADDR-23')
  if (gateway.SubnetId === undefined) {
    const internetGateway = network.fragment('vpc', vpc)?.internetGateway
    if (internetGateway === undefined) return stop('no-route', 'the VPC has no internet gateway for its regional NAT gateway', 'F-EDGE-20')
    const outside = parseAddress(gateway.NatGatewayAddresses[0]?.PublicIp ?? '') ?? unusedPublicAddress(network)
    context.translations.push({ at: nat, inside: packet.source, outside })
    translate(context, 'source', outside, 'the regional NAT gateway puts its public address in place of the source', 'F-EDGE-20')
    return { at: 'internet-gateway', vpc, gateway: internetGateway }
  }
  const outside = natAddress(network, nat, gateway.SubnetId)
  if (!outside) return stop('unknown', "the NAT gateway's subnet has no IPv4 block")
  context.translations.push({ at: nat, inside: packet.source, outside })
  translate(context, 'source', outside, 'the NAT gateway puts its own address in place of the source', 'F-EDGE-10')
  return { at: 'subnet', subnet: gateway.SubnetId }
}

/** Stands for a public address that AWS assigns and the design does not name. */
export const unusedPublicAddress = (network: Network): Address => standInAddress((text) => network.whoHas().publicAddresses.has(text))

/** A reply that reaches a translated address goes back to whom it stands for; undefined when it is not one. */
export function returnThroughNat(context: Context, subnet: ResourceId): Place | undefined {
  const { packet, journey, health } = context
  if (!packet.reply) return undefined
  const translation = context.translations.findLast((entry) => equalAddress(entry.outside, packet.destination) && context.network.index.getOf('nat-gateway', entry.at)?.SubnetId === subnet)
  if (!translation) return undefined
  journey.visit(translation.at)
  if (!health.isUp(translation.at)) return stop('blackhole', 'the NAT gateway is down', 'F-AVL-51')
  putBack(context, translation.inside, 'the NAT gateway knows the connection and puts the source back', 'F-EDGE-10')
  return { at: 'subnet', subnet }
}
