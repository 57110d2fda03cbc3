import type { ResourceId } from '../../model/id.ts'
import { type Address, equalAddress, formatAddress, parseAddress } from '../../net/address.ts'
import { parsePrefix, type Prefix, sampleAddress } from '../../net/prefix.ts'
import type { HostInterface } from '../compile/fragment.ts'
import { instanceInterfaces } from '../compile/subnet.ts'
import type { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { RouteView } from '../routes/index.ts'
import type { Flow, Path, Trace } from '../types.ts'
import type { Context, Landing, Place, Translation } from './context.ts'
import { internetHosts } from './internet-host.ts'
import { Journey } from './journey.ts'
import { unusedAddress } from './nat.ts'
import { CLIENT_PORT, type Packet } from './packet.ts'
import { EVERY_PACKET } from './possible.ts'
import { type Misdelivery, walk } from './walk.ts'

/** Stands for a host behind a default route (RFC 5737). */
const UNNAMED_HOST = parseAddress('192.0.2.10')

/** One end of a flow: where it is and the addresses it can use; the problem in words when it can have none. */
interface End {
  readonly addresses: readonly Address[]
  readonly publicAddresses?: readonly Address[]
  readonly standIn?: ResourceId
  readonly start: Place | undefined
  readonly problem?: string
}

const texts = (values: readonly (string | undefined)[]): Address[] => values.flatMap((text) => (text === undefined ? [] : (parseAddress(text) ?? [])))

function hostEnd(interfaces: readonly HostInterface[], wanted: Address | undefined): End {
  const withWanted = wanted === undefined ? undefined : interfaces.find((entry) => entry.addresses.includes(formatAddress(wanted)))
  const host = withWanted ?? interfaces[0]
  if (!host) return { addresses: [], start: undefined, problem: 'it has no network interface' }
  return {
    addresses: texts(host.addresses),
    publicAddresses: texts([host.publicAddress]),
    start: { at: 'host', host },
    ...(host.addresses.length === 0 ? { problem: 'the design gives it no address' } : {}),
  }
}

function subnetEnd(network: Network, subnet: ResourceId, skip: number): End {
  const addresses = ([4, 6] as const).flatMap((family) => unusedAddress(network, subnet, family, skip) ?? [])
  return { addresses, standIn: subnet, start: { at: 'subnet', subnet }, ...(addresses.length === 0 ? { problem: 'the subnet has no CIDR' } : {}) }
}

function siteEnd(prefixes: readonly Prefix[], start: Place, unnamed?: { readonly site: ResourceId; readonly address: Address }): End {
  const samples = ([4, 6] as const).flatMap((family) => prefixes.find((prefix) => prefix.family === family) ?? []).map(sampleAddress)
  if (samples.length === 0 && unnamed) return { addresses: [unnamed.address], start, standIn: unnamed.site }
  return { addresses: samples, start, ...(samples.length === 0 ? { problem: 'the site has no prefixes' } : {}) }
}

/** A site without prefixes of its own whose devices announce something all the same (an imported default route) has hosts behind it: one stands for them. */
function unnamedNetwork(network: Network, site: ResourceId): { readonly site: ResourceId; readonly address: Address } | undefined {
  const announced = (network.fragment('site', site)?.devices ?? []).flatMap((device) => network.fragment('router', device)?.announced ?? [])
  const prefix = announced.find((candidate) => candidate.family === 4)
  const address = prefix?.length === 0 ? UNNAMED_HOST : prefix && sampleAddress(prefix)
  return address ? { site, address } : undefined
}

function deviceEnd(network: Network, id: ResourceId): End {
  const device = network.fragment('router', id)
  const prefixes = network.fragment('site', device?.site)?.prefixes ?? []
  const start: Place = { at: 'device', device: id, from: 'lan' }
  const inside = (device?.connections ?? []).flatMap((connection) => {
    const cidr = network.index.getOf('vpn-connection', connection)?.TunnelOptions[0]?.TunnelInsideCidr
    const prefix = cidr === undefined ? undefined : parsePrefix(cidr)
    // The customer end is the second usable address of the inside block (F-VPN-36).
    return prefix ? [{ family: prefix.family, value: prefix.value + 2n }] : []
  })
  const end = siteEnd(prefixes, start)
  return prefixes.length > 0 || inside.length === 0 ? end : { addresses: inside.slice(0, 1), start, standIn: id }
}

function endOf(network: Network, id: ResourceId | 'internet', wanted: Address | undefined, skip: number): End {
  if (id === 'internet') return { addresses: internetHosts(network), start: { at: 'internet' } }
  const resource = network.index.get(id)
  switch (resource?.kind) {
    case 'instance':
      return hostEnd(instanceInterfaces(resource), wanted)
    case 'network-interface':
      return hostEnd([...(network.fragment('subnet', resource.SubnetId)?.hosts.values() ?? [])].filter((host) => host.owner === id), wanted)
    case 'nat-gateway':
      return { ...hostEnd([...(network.fragment('subnet', resource.SubnetId)?.hosts.values() ?? [])].filter((host) => host.owner === id), wanted), start: undefined }
    case 'subnet':
      return subnetEnd(network, id, skip)
    case 'vpc': {
      const first = network.fragment('vpc', id)?.subnets[0]
      return first === undefined ? { addresses: [], start: undefined, problem: 'the VPC has no subnet' } : subnetEnd(network, first, skip)
    }
    case 'site':
      return siteEnd(network.fragment('site', id)?.prefixes ?? [], { at: 'site', site: id }, unnamedNetwork(network, id))
    case 'customer-gateway':
      return deviceEnd(network, id)
    case 'vpc-endpoint': {
      const list = network.index.getOf('prefix-list', resource.prefixList)
      const addresses = (list?.Entries ?? []).flatMap(({ Cidr }) => parsePrefix(Cidr) ?? []).map(sampleAddress)
      return { addresses, start: undefined, ...(addresses.length === 0 ? { problem: "the design does not hold the service's prefix list" } : {}) }
    }
    case 'vpn-gateway': {
      // As if a packet came out of one of its tunnels.
      const link = network.fragment('vpn-gateway', id)?.connections[0] ?? id
      return { addresses: texts(['169.254.6.2']), start: { at: 'vpn-gateway', gateway: id, from: link } }
    }
    default:
      return { addresses: [], start: undefined, problem: 'a packet can neither start nor end there' }
  }
}

function unknownPath(network: Network, at: ResourceId | 'internet', detail: string): Path {
  return new Journey(network).visit(at).end('unknown', detail)
}

/** The packet that a flow sends first: its addresses and where it starts. */
interface Plan {
  readonly source: Address
  readonly destination: Address
  readonly start: Place
  readonly standIns: ReadonlyMap<string, ResourceId>
  readonly senderGroups: readonly ResourceId[]
}

/** The packet that stands for a flow, or why the flow can have none. */
export function planFlow(network: Network, flow: Flow): Plan | { readonly at: ResourceId | 'internet'; readonly problem: string } {
  const sourceAddress = flow.sourceAddress === undefined ? undefined : parseAddress(flow.sourceAddress)
  const toAddress = flow.toAddress === undefined ? undefined : parseAddress(flow.toAddress)
  const to = toAddress ? undefined : flow.to === undefined ? undefined : endOf(network, flow.to, undefined, 1)
  // A sender's stand-in must not have the very address that is asked for.
  const asked = toAddress ? [toAddress] : (to?.addresses ?? [])
  const collides = (end: End) => end.standIn !== undefined && end.addresses.some((address) => asked.some((other) => equalAddress(address, other)))
  const senders = [0, 1, 2].map((skip) => endOf(network, flow.from, sourceAddress, skip))
  const from = senders.find((end) => !collides(end)) ?? endOf(network, flow.from, sourceAddress, 0)
  const { start } = from
  if (!start || (from.problem !== undefined && !sourceAddress)) return { at: flow.from, problem: from.problem ?? 'a packet cannot start there' }
  if (to?.problem !== undefined && flow.to !== undefined) return { at: flow.to, problem: to.problem }
  const targets = toAddress ? [toAddress] : (flow.from === 'internet' ? (to?.publicAddresses ?? to?.addresses) : to?.addresses) ?? []
  const sources = sourceAddress ? [sourceAddress] : from.addresses
  for (const destination of targets) {
    const source = sources.find((candidate) => candidate.family === destination.family)
    if (!source) continue
    const standIns = new Map<string, ResourceId>()
    if (from.standIn !== undefined) standIns.set(formatAddress(source), from.standIn)
    if (to?.standIn !== undefined) standIns.set(formatAddress(destination), to.standIn)
    return { source, destination, start, standIns, senderGroups: start.at === 'host' ? start.host.securityGroups : [] }
  }
  const reason = flow.from === 'internet' && to?.publicAddresses?.length === 0 ? 'it has no public address, so nothing on the internet can address it' : 'the ends have no address family in common'
  return { at: flow.to ?? flow.from, problem: reason }
}

function replyStart(landed: Landing): Place | undefined {
  switch (landed.on) {
    case 'host':
      return { at: 'host', host: landed.host }
    case 'subnet':
      return { at: 'subnet', subnet: landed.subnet }
    case 'site':
      return { at: 'site', site: landed.site }
    case 'device':
      return { at: 'device', device: landed.device, from: 'lan' }
    case 'internet':
      return { at: 'internet' }
    case 'service':
      return { at: 'vpc', vpc: landed.vpc, arrival: { by: 'service' } }
    case 'gateway':
      return undefined
  }
}

/**
 * Traces a flow there and its reply back.
 * Models: routes (facts 2.7, 3.11, 4.10, 5.10), security groups, network ACLs, NAT, source/destination checks.
 * Does not model: MTU, bandwidth, encryption, DNS, load balancers, appliances that translate.
 */
export function traceFlow(routing: RouteView, health: Health, flow: Flow): Trace {
  const { network } = health
  const dead = [flow.from, flow.to].find((end) => end !== undefined && end !== 'internet' && !health.isRunning(end))
  if (dead !== undefined) return { forward: new Journey(network).visit(dead).end('element-down', 'it is down itself'), works: false }
  const planned = planFlow(network, flow)
  if ('problem' in planned) {
    const isNoRoute = planned.problem.startsWith('it has no public address')
    const forward = isNoRoute ? new Journey(network).visit('internet').end('no-route', planned.problem, 'F-EDGE-1') : unknownPath(network, planned.at, planned.problem)
    return { forward, works: false }
  }
  const translations: Translation[] = []
  const tracked = new Set<string>()
  const packet: Packet = {
    source: planned.source,
    destination: planned.destination,
    protocol: flow.protocol,
    sourcePort: flow.sourcePort ?? CLIENT_PORT,
    destinationPort: flow.port,
    possible: [EVERY_PACKET],
    reply: false,
    senderGroups: planned.senderGroups,
  }
  const context = (packetOnWay: Packet): Context => ({ network, health, routing, journey: new Journey(network), packet: packetOnWay, standIns: planned.standIns, translations, tracked, zone: undefined })
  const out = walk(context(packet), planned.start, misdelivery(network, flow.to))
  const start = out.landed ? replyStart(out.landed) : undefined
  if (!out.landed) return { forward: out.path, works: false }
  if (!start) return { forward: out.path, works: out.path.success }
  const reply: Packet = { ...packet, source: packet.destination, destination: packet.source, sourcePort: flow.port, destinationPort: packet.sourcePort, reply: true, senderGroups: [] }
  const replyContext = context(reply)
  if (out.landed.on === 'service') replyContext.journey.visit(out.landed.endpoint)
  const back = walk(replyContext, start, (landed) => misdelivery(network, flow.from)(landed) ?? strangeReply(reply.source, planned.destination))
  return { forward: out.path, return: back.path, works: out.path.success && back.path.success }
}

/** A reply that comes from another address than was asked belongs to no connection of the sender's. */
function strangeReply(source: Address, asked: Address): string | undefined {
  return equalAddress(source, asked) ? undefined : `the reply comes from ${formatAddress(source)}, but ${formatAddress(asked)} was asked`
}

/** What a landing belongs to: the resource itself and what holds it. */
function landedOn(network: Network, landed: Landing): readonly (ResourceId | 'internet')[] {
  switch (landed.on) {
    case 'host':
      return [landed.host.owner, landed.host.subnet, network.fragment('subnet', landed.host.subnet)?.vpc ?? landed.host.subnet]
    case 'subnet':
      return [landed.subnet, network.fragment('subnet', landed.subnet)?.vpc ?? landed.subnet]
    case 'site':
      return [landed.site, ...(network.fragment('site', landed.site)?.devices ?? [])]
    case 'device':
      return [landed.device]
    case 'internet':
      return ['internet']
    case 'service':
      return [landed.endpoint]
    case 'gateway':
      return [landed.gateway]
  }
}

/** Tells when a packet reached somebody else with the same address. A device's own network is its site. */
function misdelivery(network: Network, meant: ResourceId | 'internet' | undefined): Misdelivery {
  return (landed) => {
    const reached = landedOn(network, landed)
    const [first] = reached
    if (meant === undefined || first === undefined || reached.includes(meant)) return undefined
    // A gateway sends on behalf of whatever is behind its tunnels.
    if (meant !== 'internet' && network.index.getOf('vpn-gateway', meant) !== undefined) return undefined
    const name = (id: ResourceId | 'internet') => (id === 'internet' ? 'the internet' : network.index.get(id)?.name || id)
    return `it ends at ${name(first)}, which has the same address; ${name(meant)} is never reached`
  }
}
