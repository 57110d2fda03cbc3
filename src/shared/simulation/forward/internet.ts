import type { ResourceId } from '../../model/id.ts'
import { type Address, equalAddress, formatAddress, parseAddress } from '../../net/address.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsAddress } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import type { Network } from '../network.ts'
import { arrive, type Context, destinationText, type Place, stop, translate } from './context.ts'
import { putBack, unusedPublicAddress } from './nat.ts'
import { isTranslated, passPublicAccess } from './public-access.ts'
import { noteInternet } from './quality.ts'
import { followTable } from './vpc.ts'

interface PublicSource {
  readonly address: Address | undefined
  readonly why: string
  readonly unknown?: true
}

/** The public IPv4 address that an internet gateway puts in place of a private source (F-EDGE-1). */
function publicSourceOf(context: Context, vpc: ResourceId): PublicSource {
  const { network, packet } = context
  const text = formatAddress(packet.source)
  const subnetId = network.fragment('vpc', vpc)?.subnetByAddress.longest(packet.source)[0]
  const host = network.fragment('subnet', subnetId)?.hosts.get(text)
  const own = host && network.publicAddressOf(host)
  if (own !== undefined && host?.addresses[0] === text) return { address: parseAddress(own), why: 'public address of the sender' }
  // In a VPC with an internet gateway AWS gives the interfaces of a Client VPN endpoint public addresses (F-CVPN-7, F-CVPN-32).
  if (host?.kind === 'client-vpn-endpoint') return { address: unusedPublicAddress(network), why: 'public address of the Client VPN endpoint' }
  const natTranslation = context.translations.findLast((entry) => equalAddress(entry.outside, packet.source))
  const nat = network.index.getOf('nat-gateway', natTranslation?.at)
  if (nat) return natPublic(network, nat)
  const standIn = subnetId !== undefined && context.standIns.get(text) === subnetId ? standInPublic(network, network.index.getOf('subnet', subnetId)) : undefined
  if (standIn?.address) return standIn
  const translator = translatorIn(context, vpc)
  if (translator !== undefined) return { address: undefined, why: `the design does not say whether ${translator} puts its own address in place of ${text}`, unknown: true }
  if (standIn) return standIn
  if (subnetId === undefined) return { address: undefined, why: `${text} is not an address of this VPC, so the internet gateway has no public address for it` }
  return { address: undefined, why: `${text} has no public IPv4 address` }
}

/** The name of an instance of the VPC that passed the packet on and has a public address, as one that translates would. */
function translatorIn({ network, forwarder }: Context, vpc: ResourceId): string | undefined {
  const instance = network.index.getOf('instance', forwarder) ?? network.index.getOf('network-interface', forwarder)
  return instance && network.fragment('subnet', instance.SubnetId)?.vpc === vpc ? instance.name || instance.id : undefined
}

function natPublic(network: Network, nat: ResourceOf<'nat-gateway'>): PublicSource {
  if (nat.ConnectivityType === 'private') return { address: undefined, why: 'a private NAT gateway has no public address' }
  const given = nat.NatGatewayAddresses.find((address) => address.PublicIp !== undefined)?.PublicIp
  return { address: given === undefined ? unusedPublicAddress(network) : parseAddress(given), why: 'Elastic IP of the NAT gateway' }
}

function standInPublic(network: Network, subnet: ResourceOf<'subnet'> | undefined): PublicSource {
  if (subnet?.MapPublicIpOnLaunch === true) return { address: unusedPublicAddress(network), why: 'public address assigned at launch' }
  if (subnet?.MapPublicIpOnLaunch === false) return { address: undefined, why: 'hosts of the subnet get no public IPv4 address' }
  return { address: undefined, why: 'the design does not say whether hosts of the subnet get public IPv4 addresses', unknown: true }
}

/** Out through an internet gateway. */
export function leaveThroughInternetGateway(context: Context, place: Extract<Place, { at: 'internet-gateway' }>): Place {
  const { network, packet, journey } = context
  journey.visit(place.vpc).visit(place.gateway)
  if (network.fragment('vpc', place.vpc)?.internetGateway !== place.gateway) return stop('blackhole', 'the internet gateway is not attached to this VPC', 'F-EDGE-1')
  if (!isPublicAddress(packet.destination)) return stop('no-route', `the internet does not carry the private address ${destinationText(context)}`, 'F-EDGE-1')
  const isOwn = network.fragment('vpc', place.vpc)?.prefixes.some((prefix) => containsAddress(prefix, packet.source)) === true
  if (packet.source.family === 6 && !isOwn) return stop('no-route', `${formatAddress(packet.source)} is not an address of this VPC, and the internet gateway serves only those`, 'F-EDGE-1')
  const isRegional = isPublicAddressOfOurs(context)
  const source = packet.source.family === 4 && !isRegional ? publicSourceOf(context, place.vpc) : undefined
  if (source && !source.address && !source.unknown) return stop('no-route', source.why, 'F-EDGE-1')
  const blocked = passPublicAccess(context, { vpc: place.vpc, address: isRegional ? undefined : packet.source, direction: 'out', isEgress: isTranslated(context, packet.source) })
  if (blocked) return blocked
  if (source) {
    if (!source.address) return stop('unknown', source.why, 'F-EDGE-1')
    context.translations.push({ at: place.gateway, inside: packet.source, outside: source.address })
    translate(context, 'source', source.address, `the internet gateway puts the public address in place of the source (${source.why})`, 'F-EDGE-1')
  }
  noteInternet(context, place.gateway)
  return { at: 'internet' }
}

/** True when the source is already a public address that a regional NAT gateway put there. */
const isPublicAddressOfOurs = (context: Context) =>
  context.translations.some((entry) => {
    const nat = context.network.index.getOf('nat-gateway', entry.at)
    return nat !== undefined && nat.SubnetId === undefined && equalAddress(entry.outside, context.packet.source)
  })

/** A reply to the address under which a site went out to the internet goes back to that site. */
function returnToSite(context: Context): Place | undefined {
  const { network, packet } = context
  const translation = packet.reply ? context.translations.findLast((entry) => equalAddress(entry.outside, packet.destination)) : undefined
  const site = network.index.getOf('site', translation?.at)
  if (!translation || !site) return undefined
  translate(context, 'destination', translation.inside, 'the site knows the connection and puts the private address back', 'F-VPN-40')
  return { at: 'site', site: site.id }
}

/** Who of the design answers to the packet's public destination, a reply's translations included. */
function ownerOf(context: Context): { readonly vpc: ResourceId; readonly inside: Address | undefined; readonly nat?: ResourceId } | undefined {
  const { network, packet } = context
  if (packet.reply) {
    const translation = context.translations.findLast((entry) => equalAddress(entry.outside, packet.destination))
    const gateway = network.index.getOf('internet-gateway', translation?.at)
    const vpc = gateway?.Attachments[0]?.VpcId
    if (translation && vpc !== undefined) return { vpc, inside: translation.inside }
    const nat = network.index.getOf('nat-gateway', translation?.at)
    if (translation && nat?.VpcId !== undefined) return { vpc: nat.VpcId, inside: translation.inside, nat: nat.id }
  }
  const known = network.whoHas().publicAddresses.get(destinationText(context))
  if (known) return { vpc: known.vpc, inside: known.privateAddress === undefined ? undefined : parseAddress(known.privateAddress), ...(known.host ? {} : { nat: known.owner }) }
  if (packet.destination.family === 4) return undefined
  const vpc = network.index.all('vpc').find((candidate) => network.fragment('vpc', candidate.id)?.prefixes.some((prefix) => containsAddress(prefix, packet.destination)))
  return vpc ? { vpc: vpc.id, inside: packet.destination } : undefined
}

/** On the internet: back into the design when somebody there has the address, else out of the modelled network. */
export function crossInternet(context: Context): Place {
  const { network, packet, journey } = context
  journey.visit('internet')
  if (!isPublicAddress(packet.destination)) return stop('no-route', `the internet does not carry the private address ${destinationText(context)}`)
  const endpoint = network.whoHas().tunnelEndpoints.get(destinationText(context))
  if (endpoint !== undefined) {
    journey.visit(endpoint)
    return arrive('delivered', 'the AWS end of a VPN tunnel; it answers only IKE and ESP', { on: 'gateway', gateway: endpoint }, 'F-VPN-41')
  }
  const home = returnToSite(context)
  if (home) return home
  const owner = ownerOf(context)
  if (!owner) return arrive('left-network', 'it leaves the modelled network towards the internet', { on: 'internet' })
  const egressOnly = packet.reply && packet.destination.family === 6 ? network.index.childrenOf('egress-only-internet-gateway', owner.vpc).find(({ id }) => context.tracked.has(id)) : undefined
  if (egressOnly) {
    journey.visit(egressOnly.id)
    return passPublicAccess(context, { vpc: owner.vpc, address: packet.destination, direction: 'in', isEgress: true }) ?? { at: 'vpc', vpc: owner.vpc, arrival: { by: 'internet-gateway' } }
  }
  const gateway = network.fragment('vpc', owner.vpc)?.internetGateway
  if (gateway === undefined) return stop('no-route', 'the VPC with this address has no internet gateway', 'F-EDGE-1')
  journey.visit(gateway)
  const isEgress = packet.reply && isTranslated(context, owner.nat === undefined ? (owner.inside ?? packet.destination) : packet.destination)
  const blocked = passPublicAccess(context, { vpc: owner.vpc, address: owner.nat === undefined || !isEgress ? owner.inside : undefined, direction: 'in', isEgress })
  if (blocked) return blocked
  if (owner.nat !== undefined && owner.inside !== undefined && packet.reply) {
    journey.visit(owner.nat)
    putBack(context, owner.inside, 'the NAT gateway knows the connection and puts the source back', 'F-EDGE-20')
    return { at: 'vpc', vpc: owner.vpc, arrival: { by: 'nat-gateway' } }
  }
  if (owner.inside === undefined) {
    if (owner.nat !== undefined) journey.visit(owner.nat)
    return stop('denied', 'a NAT gateway takes nothing that was not asked for from behind it', 'F-EDGE-10')
  }
  if (!equalAddress(owner.inside, packet.destination)) translate(context, 'destination', owner.inside, 'the internet gateway puts the private address in place of the public one', 'F-EDGE-1')
  const edge = network.index.edgeTableOf(gateway)
  if (edge) return followTable(context, owner.vpc, edge.id, undefined)
  return { at: 'vpc', vpc: owner.vpc, arrival: { by: 'internet-gateway' } }
}
