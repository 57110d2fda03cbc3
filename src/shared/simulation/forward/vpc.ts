import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { formatAddress } from '../../net/address.ts'
import { PROPAGATED_ROUTES } from '../../facts/routing.ts'
import { containsAddress, equalPrefix, formatPrefix, sampleAddress } from '../../net/prefix.ts'
import type { HostInterface, RouteTableFragment, TableEntry } from '../compile/fragment.ts'
import { routeWords } from '../routes/preference.ts'
import type { RouteCandidate } from '../types.ts'
import { applianceWay } from './appliance.ts'
import { arrive, type Context, destinationText, pass, type Place, stop } from './context.ts'
import { checkNetworkAcl, checkSecurityGroups } from './filters.ts'
import { returnThroughNat } from './nat.ts'
import { noteVpc } from './quality.ts'
import { enterEndpoint, enterLoadBalancer } from './services.ts'
import { returnToUsers } from './users.ts'

/** What a VPC table says about an address. `target` 'local' stays in the VPC; 'blackhole' drops; 'unknown' cannot be told; undefined: no route. */
export interface TableAnswer {
  readonly target: ResourceId | 'local' | 'blackhole' | 'unknown' | undefined
  readonly candidates: readonly RouteCandidate[]
  /** The gateway that propagates more routes than the table takes, so that nobody knows whether the winner is installed. */
  readonly overfull?: ResourceId
}

interface Contender {
  readonly length: number
  readonly rank: number
  readonly target: ResourceId | 'local' | 'blackhole' | 'unknown'
  readonly candidate: Omit<RouteCandidate, 'chosen' | 'reason'>
}

const RANK_WORDS = ['a static route', 'a route that names a prefix list', 'a propagated route']

function fromEntry(entry: TableEntry): Contender {
  return {
    length: entry.prefix.length,
    rank: entry.origin === 'static' ? 0 : 1,
    target: entry.target ?? (entry.unknown ? 'unknown' : 'blackhole'),
    candidate: { destination: formatPrefix(entry.prefix), target: entry.targetText, origin: entry.origin },
  }
}

/** True when a VGW has more routes to propagate than a table takes: which are installed then is not documented (F-RT-41). */
function propagatesTooMuch({ network, routing }: Context, gateway: ResourceId, family: 4 | 6): boolean {
  const possible = network.propagatable(gateway, family)
  if (possible.length <= PROPAGATED_ROUTES.value) return false
  return possible.filter((prefix) => routing.propagated(gateway, sampleAddress(prefix)).some(([route]) => route && route.type !== 'local' && equalPrefix(route.prefix, prefix))).length > PROPAGATED_ROUTES.value
}

/**
 * Looks an address up in a VPC route table: longest prefix; then static, prefix list, propagated (F-RT-10); a propagated route
 * never beats local (F-RT-11); a blackhole drops without a second choice (F-RT-25).
 */
export function lookUp(context: Context, table: RouteTableFragment, address: Address): TableAnswer {
  const losers: RouteCandidate[] = []
  const contenders: Contender[] = []
  const local = table.locals.filter((prefix) => containsAddress(prefix, address)).sort((a, b) => b.length - a.length)[0]
  // A replaced local target is a static route for the very same block, so it must win the tie.
  if (local) contenders.push({ length: local.length, rank: 0.5, target: 'local', candidate: { destination: formatPrefix(local), target: 'local', origin: 'local' } })
  for (const { values } of table.entries.matches(address)) {
    for (const entry of values) {
      const contender = fromEntry(entry)
      if (entry.ignored === undefined) contenders.push(contender)
      else losers.push({ ...contender.candidate, reason: entry.ignored, chosen: false })
    }
  }
  for (const gateway of table.propagating) {
    for (const [route] of context.routing.propagated(gateway, address)) {
      if (!route || route.type === 'local') continue
      const name = context.network.index.get(gateway)?.name ?? gateway
      const candidate = { destination: formatPrefix(route.prefix), target: `${name} (${routeWords(route.type)})`, origin: 'propagated' as const }
      if (local) losers.push({ ...candidate, reason: 'a propagated route never beats local (F-RT-11)', chosen: false })
      else contenders.push({ length: route.prefix.length, rank: 2, target: gateway, candidate })
    }
  }
  for (const server of table.routeServers) {
    for (const [route] of context.routing.propagated(server, address)) {
      if (route?.next.kind !== 'router') continue
      const candidate = { destination: formatPrefix(route.prefix), target: `${nameOf(context, route.next.id)} (by ${nameOf(context, server)})`, origin: 'propagated' as const }
      if (local) losers.push({ ...candidate, reason: 'a propagated route never beats local (F-RT-11)', chosen: false })
      else contenders.push({ length: route.prefix.length, rank: 2.5, target: route.next.id, candidate })
    }
  }
  contenders.sort((a, b) => b.length - a.length || a.rank - b.rank)
  const [winner, ...others] = contenders
  if (!winner) return { target: undefined, candidates: losers }
  const overfull = winner.rank === 2 ? table.propagating.find((gateway) => winner.target === gateway && propagatesTooMuch(context, gateway, address.family)) : undefined
  const lost = others.map((other) => ({
    ...other.candidate,
    reason: other.length < winner.length ? 'shorter prefix' : `equal prefix: ${RANK_WORDS[Math.floor(winner.rank)] ?? 'the other'} wins`,
    chosen: false,
  }))
  const reason = others.some((other) => other.length === winner.length) ? 'preferred among equal prefixes' : others.length > 0 ? 'longest prefix' : 'only match'
  return { target: winner.target, candidates: [{ ...winner.candidate, reason, chosen: true }, ...lost, ...losers], ...(overfull === undefined ? {} : { overfull }) }
}

const nameOf = ({ network }: Context, id: ResourceId): string => network.index.get(id)?.name || id

/** Security groups of the addressed host as far as an outbound rule can refer to them: in the same VPC or a peer of its Region (F-EDGE-35). */
function receiverGroups({ network, packet }: Context, sender: HostInterface): readonly ResourceId[] {
  const own = network.fragment('subnet', sender.subnet)?.vpc
  const region = network.index.getOf('vpc', own)?.Region
  const peers = (own === undefined ? [] : network.index.links(own)).flatMap((link) => (link.kind === 'vpc-peering-connection' && link.Status !== 'pending-acceptance' ? [link.RequesterVpcId, link.AccepterVpcId] : []))
  const near = peers.filter((vpc) => network.index.getOf('vpc', vpc)?.Region === region)
  const vpc = [own, ...near].find((candidate) => network.fragment('vpc', candidate)?.prefixes.some((prefix) => containsAddress(prefix, packet.destination)))
  const subnet = network.fragment('vpc', vpc)?.subnetByAddress.longest(packet.destination)[0]
  return network.fragment('subnet', subnet)?.hosts.get(formatAddress(packet.destination))?.securityGroups ?? []
}

/** A host sends: its security groups, then its subnet. */
export function leaveHost(context: Context, place: Extract<Place, { at: 'host' }>): Place {
  const { host } = place
  context.journey.visit(host.owner)
  if (!context.health.isRunning(host.owner)) return stop('element-down', 'it is down itself')
  const denied = pass(context, checkSecurityGroups(context, host, 'out', receiverGroups(context, host)))
  return denied ?? applianceWay(context, host.owner) ?? { at: 'subnet', subnet: host.subnet }
}

/** The packet stands in a subnet and looks for its way by the subnet's table. */
export function routeFromSubnet(context: Context, place: Extract<Place, { at: 'subnet' }>): Place {
  const { network, packet, journey } = context
  const subnet = network.fragment('subnet', place.subnet)
  journey.visit(place.subnet)
  if (!subnet) return stop('unknown', 'the subnet is not in the design')
  if (!context.health.isUp(place.subnet)) return stop('element-down', 'its Availability Zone or Region is down')
  context.zone = network.elements.zoneOf(place.subnet)
  if (subnet.prefixes.some((prefix) => containsAddress(prefix, packet.destination))) return { at: 'vpc', vpc: subnet.vpc, arrival: { by: 'subnet', subnet: place.subnet } }
  const denied = pass(context, checkNetworkAcl(network, place.subnet, packet, 'out'))
  if (denied) return denied
  return followTable(context, subnet.vpc, subnet.table, place.subnet)
}

/** Follows a VPC table from a place in that VPC. Without any table the VPC's local routes still hold. */
export function followTable(context: Context, vpc: ResourceId, tableId: ResourceId | undefined, subnet: ResourceId | undefined): Place {
  const { network, journey, packet } = context
  const table = network.fragment('route-table', tableId)
  const locals = network.fragment('vpc', vpc)?.prefixes ?? []
  if (!table || tableId === undefined) {
    return locals.some((prefix) => containsAddress(prefix, packet.destination))
      ? { at: 'vpc', vpc, arrival: { by: 'subnet', ...(subnet === undefined ? {} : { subnet }) } }
      : stop('no-route', `the subnet has no route table, so there is no route to ${destinationText(context)}`, 'F-RT-1')
  }
  const answer = lookUp(context, table, packet.destination)
  const name = network.index.get(tableId)?.name || tableId
  const chosen = answer.candidates.find((candidate) => candidate.chosen)
  journey.step({ kind: 'route', table: name, resource: tableId, candidates: answer.candidates, detail: chosen ? `${chosen.destination} → ${chosen.target}` : `nothing matches ${destinationText(context)}`, fact: 'F-RT-10' })
  if (answer.target === undefined && table.unreadLists.length > 0) return stop('unknown', `the design does not hold the entries of ${table.unreadLists.join(', ')}, for which ${name} has a route`, 'F-RT-10')
  if (answer.target === undefined) return stop('no-route', `${name} has no route to ${destinationText(context)}`, 'F-RT-10')
  if (answer.overfull !== undefined) return stop('unknown', `${nameOf(context, answer.overfull)} propagates more than ${PROPAGATED_ROUTES.value} routes, and which of them ${name} takes is not documented`, 'F-RT-41')
  if (answer.target === 'unknown') return stop('unknown', `the design does not hold what the route ${chosen?.destination ?? ''} of ${name} leads to`, 'F-RT-20')
  if (answer.target === 'blackhole') return stop('blackhole', `the route ${chosen?.destination ?? ''} of ${name} points at something that is gone`, 'F-RT-25')
  if (answer.target === 'local') return { at: 'vpc', vpc, arrival: { by: 'subnet', ...(subnet === undefined ? {} : { subnet }) } }
  return { at: 'target', vpc, subnet, target: answer.target }
}

/** The packet is for an address of this VPC: find the subnet, pass its filter, find the host. */
export function deliver(context: Context, place: Extract<Place, { at: 'vpc' }>): Place {
  const { network, packet, journey, health } = context
  const destination = packet.destination
  const id = network.fragment('vpc', place.vpc)?.subnetByAddress.longest(destination)[0]
  if (id === undefined || id !== place.arrival.subnet) journey.visit(place.vpc)
  if (id === undefined) return stop('no-route', `${destinationText(context)} is in none of the VPC's subnets`, 'F-ADDR-1')
  journey.visit(id)
  noteVpc(context, place.vpc)
  if (!health.isUp(id)) return stop('element-down', 'its Availability Zone or Region is down')
  const sameSubnet = id === place.arrival.subnet
  const denied = sameSubnet ? undefined : pass(context, checkNetworkAcl(network, id, packet, 'in'))
  if (denied) return denied
  const text = formatAddress(destination)
  const host = network.fragment('subnet', id)?.hosts.get(text)
  const users = host && returnToUsers(context, host.owner)
  if (users) return users
  const natted = returnThroughNat(context, id)
  if (natted) return natted
  if (context.standIns.get(text) === id) return arrive('delivered', `reaches the subnet (${text} stands for its hosts)`, { on: 'subnet', subnet: id })
  if (!host) return stop('no-host', `nothing in the subnet has the address ${text}`)
  journey.visit(host.owner)
  const service = network.index.get(host.owner)
  if (service?.kind === 'vpc-endpoint') return enterEndpoint(context, service, host)
  if (service?.kind === 'load-balancer') return enterLoadBalancer(context, service, host)
  if (service?.kind === 'client-vpn-endpoint') return stop('denied', 'the interface of a Client VPN endpoint takes nothing that its clients did not ask for', 'F-CVPN-6')
  if (!context.health.isRunning(host.owner)) return stop('element-down', 'the addressed resource is down')
  if (host.kind === 'nat-gateway') return pass(context, { kind: 'filter', filter: 'nat', direction: 'in', allowed: false, detail: 'a NAT gateway takes nothing that was not asked for from behind it', fact: 'F-EDGE-10' }) ?? stop('denied', '')
  return pass(context, checkSecurityGroups(context, host, 'in')) ?? arrive('delivered', `${text} accepts it`, { on: 'host', host })
}
