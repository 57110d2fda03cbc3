import type { ResourceId } from '../../model/id.ts'
import { type Address, equalAddress, formatAddress, parseAddress } from '../../net/address.ts'
import { containsAddress } from '../../net/prefix.ts'
import type { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { RouteView } from '../routes/index.ts'
import type { Flow, Path, Trace } from '../types.ts'
import type { Context, Landing, Place, Translation } from './context.ts'
import { type End, receiversOf, sendersOf, standsAt } from './ends.ts'
import { Journey } from './journey.ts'
import { CLIENT_PORT, type Packet } from './packet.ts'
import { EVERY_PACKET, type Packets } from './possible.ts'
import { type Misdelivery, walk } from './walk.ts'

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
  readonly users: ResourceId | undefined
}

interface Problem {
  readonly at: ResourceId | 'internet'
  readonly problem: string
}

/** A packet from one end to another; what stands in the way when there can be none. */
function planBetween(network: Network, flow: Flow, from: End, to: End | undefined, sourceAddress: Address | undefined, toAddress: Address | undefined): Plan | Problem {
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
    const receiver = to?.standIn ?? unnamedHost(network, flow.to, destination)
    if (receiver !== undefined) standIns.set(formatAddress(destination), receiver)
    return { source, destination, start, standIns, senderGroups: start.at === 'host' ? start.host.securityGroups : [], users: from.users }
  }
  const reason = flow.from === 'internet' && to?.publicAddresses?.length === 0 ? 'it has no public address, so nothing on the internet can address it' : 'the ends have no address family in common'
  return { at: flow.to ?? flow.from, problem: reason }
}

/** Every packet that the flow may be, the likeliest first: remote users come in by several ways, a service has several interfaces; or why there is none. */
export function planFlow(health: Health, flow: Flow): readonly (Plan | Problem)[] {
  const { network } = health
  const sourceAddress = flow.sourceAddress === undefined ? undefined : parseAddress(flow.sourceAddress)
  const toAddress = flow.toAddress === undefined ? undefined : parseAddress(flow.toAddress)
  const receivers = (sender: End | undefined): readonly (End | undefined)[] => (toAddress || flow.to === undefined ? [undefined] : receiversOf(health, flow.to, sender))
  // A sender's stand-in must not have the very address that is asked for.
  const asked = toAddress ? [toAddress] : receivers(undefined).flatMap((end) => end?.addresses ?? [])
  const collides = (end: End) => end.standIn !== undefined && end.addresses.some((address) => asked.some((other) => equalAddress(address, other)))
  const attempts = [0, 1, 2].map((skip) => sendersOf(network, flow.from, sourceAddress, skip, flow.wayIn))
  const senders = attempts.find((ends) => !ends.some(collides)) ?? attempts[0] ?? []
  return senders.flatMap((from) => receivers(from).map((to) => planBetween(network, flow, from, to, sourceAddress, toAddress)))
}

/** A subnet that is asked for with an address that nobody there has: some host of it may have the address. */
function unnamedHost(network: Network, to: Flow['to'], address: Address): ResourceId | undefined {
  const subnet = to === 'internet' ? undefined : network.fragment('subnet', to)
  const isFree = subnet?.prefixes.some((prefix) => containsAddress(prefix, address)) === true && !subnet.hosts.has(formatAddress(address))
  return isFree && to !== 'internet' ? to : undefined
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
    case 'users':
      return undefined
  }
}

/** A traced flow, and which packets pass all filters there and back when the question was whether any does. */
export interface Followed {
  readonly trace: Trace
  readonly passing: readonly Packets[]
  /** Every packet that was followed before the answer was settled, the one of the answer included. */
  readonly tried: readonly Trace[]
}

const ended = (trace: Trace, { possible }: Pick<Packet, 'possible'> = { possible: [] }): Followed => ({ trace, passing: trace.works ? possible : [], tried: [trace] })

/** Routes that tell a journey what may sway the choices that it asks for. */
function noting(routing: RouteView, journey: Journey): RouteView {
  const depend = (address: Address) => journey.depend(routing.swaying(address))
  return {
    lookup: (speaker, address) => {
      depend(address)
      return routing.lookup(speaker, address)
    },
    propagated: (gateway, address) => {
      depend(address)
      return routing.propagated(gateway, address)
    },
    swaying: (address) => routing.swaying(address),
  }
}

function followPlan(routing: RouteView, health: Health, flow: Flow, planned: Plan | Problem): Followed {
  const { network } = health
  if ('problem' in planned) {
    const isNoRoute = planned.problem.startsWith('it has no public address') || planned.problem.startsWith('remote users open') || planned.problem.startsWith('nothing lets')
    const forward = isNoRoute ? new Journey(network).visit(planned.at).end('no-route', planned.problem, 'F-EDGE-1') : unknownPath(network, planned.at, planned.problem)
    return ended({ forward, works: false })
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
  const ask = (other: Flow) => traceFlow(routing, health, other)
  const context = (packetOnWay: Packet): Context => {
    const journey = new Journey(network)
    return { network, health, routing: noting(routing, journey), journey, packet: packetOnWay, standIns: planned.standIns, translations, tracked, users: planned.users, ask, forwarder: undefined, zone: undefined }
  }
  const [meant, sender] = [flow.to, flow.from].map((end) => (end === undefined ? undefined : standsAt(network, end)))
  const out = walk(context(packet), planned.start, misdelivery(network, meant))
  const start = out.landed ? replyStart(out.landed) : undefined
  if (!out.landed) return ended({ forward: out.path, works: false })
  if (!start) return ended({ forward: out.path, works: out.path.success }, packet)
  const reply: Packet = { ...packet, source: packet.destination, destination: packet.source, sourcePort: flow.port, destinationPort: packet.sourcePort, reply: true, senderGroups: [] }
  const replyContext = context(reply)
  if (out.landed.on === 'service') replyContext.journey.visit(out.landed.endpoint)
  const back = walk(replyContext, start, (landed) => misdelivery(network, sender)(landed) ?? strangeReply(reply.source, planned.destination))
  return ended({ forward: out.path, return: back.path, works: out.path.success && back.path.success }, reply)
}

/**
 * Traces a flow there and its reply back, and tells what passes. Where it may take several packets (remote users with several ways
 * in, a service with several interfaces) the first that works is the answer, else the first that cannot be told, else the first. With `all` those after it are followed
 * too, so that `passing` is what any of them lets through.
 * Models: routes (facts 2.7, 3.11, 4.10, 5.10), security groups, network ACLs, NAT, Block Public Access, source/destination checks, sign-ins, MTU, encryption.
 * Does not model: DNS, appliances that translate between networks, packet fragmentation.
 */
export function followFlow(routing: RouteView, health: Health, flow: Flow, all = false): Followed {
  const { network } = health
  const dead = [flow.from, flow.to].find((end) => end !== undefined && end !== 'internet' && !health.isRunning(end))
  if (dead !== undefined) return ended({ forward: new Journey(network).visit(dead).end('element-down', 'it is down itself'), works: false })
  const followed: Followed[] = []
  for (const planned of planFlow(health, flow)) {
    const next = followPlan(routing, health, flow, planned)
    followed.push(next)
    if (next.trace.works && !all) break
  }
  // While one of several cannot be told, nobody can say that none works.
  const isUnknown = ({ trace: { forward, return: back } }: Followed) => forward.disposition === 'unknown' || back?.disposition === 'unknown'
  const shown = followed.find(({ trace }) => trace.works) ?? followed.find(isUnknown) ?? followed[0]
  return shown ? { trace: shown.trace, passing: followed.flatMap(({ passing }) => passing), tried: followed.map(({ trace }) => trace) } : ended({ forward: unknownPath(network, flow.to ?? flow.from, 'there is no packet to send'), works: false })
}

/** Traces a flow there and its reply back. */
export const traceFlow = (routing: RouteView, health: Health, flow: Flow): Trace => followFlow(routing, health, flow).trace

/** A reply that comes from another address than was asked belongs to no connection of the sender's. */
function strangeReply(source: Address, asked: Address): string | undefined {
  return equalAddress(source, asked) ? undefined : `the reply comes from ${formatAddress(source)}, but ${formatAddress(asked)} was asked`
}

/** What a landing belongs to: the resource itself and what holds it. */
function landedOn(network: Network, landed: Landing): readonly (ResourceId | 'internet')[] {
  switch (landed.on) {
    case 'host':
      return [landed.host.owner, landed.host.subnet, network.fragment('subnet', landed.host.subnet)?.vpc ?? landed.host.subnet, ...(landed.beyond ?? [])]
    case 'subnet':
      return [landed.subnet, network.fragment('subnet', landed.subnet)?.vpc ?? landed.subnet]
    case 'site':
      return [landed.site, ...(network.fragment('site', landed.site)?.devices ?? [])]
    case 'device':
      return [landed.device]
    case 'internet':
      return ['internet']
    case 'users':
      return [landed.users]
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
