import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsAddress, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { parseAddress } from '../../net/address.ts'
import type { HostInterface } from '../compile/fragment.ts'
import { instanceInterfaces } from '../compile/subnet.ts'
import { arrive, type Context, destinationText, pass, type Place, stop, translate } from './context.ts'
import { checkSecurityGroups } from './filters.ts'

const TCP = 6

/** Remote users come in over one of their links. */
export function enterRemoteAccess(context: Context, place: Extract<Place, { at: 'remote-access' }>): Place {
  const { network, journey, health } = context
  const access = network.fragment('remote-access', place.link)
  if (!access) return stop('blackhole', 'the remote access is gone')
  journey.visit(access.users).visit(place.link)
  const to = network.index.get(access.to)
  if (to?.kind === 'client-vpn-endpoint') return enterClientVpn(context, to, access.users)
  if (to?.kind === 'instance') {
    if (access.underlay.broken !== undefined) return stop('blackhole', `the users do not reach the server: ${access.underlay.broken}`, 'F-SW-11')
    return enterServer(context, to)
  }
  if (to?.kind !== 'customer-gateway') return stop('blackhole', 'the remote access leads nowhere')
  const links = access.underlay.options
  journey.carry({ by: place.link, mtuBytes: 1400, encryption: 'encrypted', internet: true }).depend(links.flatMap((link) => network.elements.of(link)))
  if (links.length > 0 && !links.some((link) => health.isUp(link))) return stop('blackhole', 'no ISP link of the device is up, so remote users do not reach it')
  return { at: 'device', device: to.id, from: 'lan' }
}

/** A new sign-in asks the directory from where the users come in (patterns C3); the reason when it gets no answer. */
function refusedSignIn(context: Context, directory: ResourceId | undefined, from: ResourceId): Place | undefined {
  const { network, journey, health } = context
  const asked = network.index.getOf('directory', directory)
  if (!asked) return undefined
  journey.depend(network.elements.of(asked.id))
  if (!health.isUp(asked.id)) return stop('denied', 'a new sign-in finds the directory down', 'F-AVL-59')
  if (asked.site === undefined && asked.SubnetId === undefined) return undefined // a service on the internet
  const { forward, return: back, works } = context.ask({ from, to: asked.id, protocol: TCP, ...(asked.port === undefined ? {} : { port: asked.port }) })
  journey.depend([...forward.elements, ...(back?.elements ?? [])])
  if (works) {
    journey.step({ kind: 'forward', detail: `the sign-in is checked by ${asked.name || asked.id}`, fact: 'F-CVPN-10' })
    return undefined
  }
  if (forward.disposition === 'unknown' || back?.disposition === 'unknown') return stop('unknown', 'whether a new sign-in reaches the directory cannot be told')
  return stop('denied', 'a new sign-in does not reach the directory', 'F-AVL-59')
}

/** The longest authorization rule that covers the destination decides, by its group (F-CVPN-5). */
function isAuthorized(context: Context, endpoint: ResourceOf<'client-vpn-endpoint'>, users: ResourceId): boolean {
  const group = context.network.index.getOf('user-group', users)?.AccessGroupId
  const covering = endpoint.AuthorizationRules.flatMap((rule) => {
    const prefix = parsePrefix(rule.DestinationCidr)
    return prefix && containsAddress(prefix, context.packet.destination) ? [{ length: prefix.length, group: rule.AccessGroupId }] : []
  })
  const longest = Math.max(-1, ...covering.map(({ length }) => length))
  return covering.some((rule) => rule.length === longest && (rule.group === undefined || rule.group === group))
}

/** Through a Client VPN endpoint: sign-in, authorization, then by a live association or by its transit gateway. */
function enterClientVpn(context: Context, endpoint: ResourceOf<'client-vpn-endpoint'>, users: ResourceId): Place {
  const { network, journey, health, packet } = context
  journey.visit(endpoint.id).carry({ by: endpoint.id, bandwidthMbps: 50, encryption: 'encrypted', internet: true }).step({ kind: 'tunnel', resource: endpoint.id, detail: "OpenVPN session of the users' clients", fact: 'F-CVPN-1' })
  if (!health.isUp(endpoint.id)) return stop('element-down', 'the Region of the endpoint is down')
  const associated = endpoint.ClientVpnTargetNetworks.map(({ SubnetId }) => SubnetId)
  const live = associated.filter((subnet) => health.isUp(subnet))
  if (endpoint.TransitGatewayId === undefined && live.length === 0) return stop(associated.length === 0 ? 'no-route' : 'element-down', associated.length === 0 ? 'no subnet is associated with the endpoint' : 'every associated subnet is in a failed Availability Zone', 'F-CVPN-3')
  const start = live[0]
  const asksDirectory = endpoint.authentication.includes('directory') || endpoint.authentication.includes('saml')
  const refused = asksDirectory && start !== undefined ? refusedSignIn(context, endpoint.directory, start) : undefined
  if (refused) return refused
  if (!isAuthorized(context, endpoint, users)) return stop('denied', `no authorization rule lets these users reach ${destinationText(context)}`, 'F-CVPN-5')
  if (endpoint.TransitGatewayId !== undefined) return { at: 'transit-gateway', gateway: endpoint.TransitGatewayId, attachment: endpoint.id }
  const isLocal = network.fragment('vpc', endpoint.VpcId ?? network.fragment('subnet', start)?.vpc)?.prefixes.some((prefix) => containsAddress(prefix, packet.destination)) === true
  const leads = (subnet: ResourceId) => endpoint.Routes.some((route) => (route.TargetSubnet === undefined || route.TargetSubnet === subnet) && parsePrefixes([route.DestinationCidr]).some((prefix) => containsAddress(prefix, packet.destination)))
  const subnet = live.find((candidate) => isLocal || leads(candidate))
  if (subnet === undefined) return stop('no-route', `the endpoint has no route to ${destinationText(context)}`, 'F-CVPN-4')
  journey.depend(network.elements.of(subnet))
  const host = network.interfacesIn(subnet, endpoint.id)[0]
  const outside = host?.addresses.flatMap((text) => parseAddress(text) ?? []).find(({ family }) => family === packet.source.family)
  if (!host || !outside) return stop('unknown', 'the associated subnet has no address for the endpoint')
  if (packet.source.family === 4) {
    context.translations.push({ at: endpoint.id, inside: packet.source, outside })
    translate(context, 'source', outside, "the endpoint puts its interface's address in place of the client's", 'F-CVPN-6')
  }
  packet.senderGroups = host.securityGroups
  return pass(context, checkSecurityGroups(context, host, 'out')) ?? { at: 'subnet', subnet }
}

/** Through a remote-access server on EC2: sign-in, then under its own address or from its pool (patterns C2). */
function enterServer(context: Context, server: ResourceOf<'instance'>): Place {
  const { journey, health, packet } = context
  const host: HostInterface | undefined = instanceInterfaces(server)[0]
  journey.visit(server.id).carry({ by: server.id, mtuBytes: 1400, bandwidthMbps: server.bandwidthMbps ?? 'unknown', encryption: 'encrypted', internet: true })
  if (!host) return stop('blackhole', 'the server has no interface')
  if (!health.isRunning(server.id)) return stop('element-down', 'the remote-access server is down')
  const refused = refusedSignIn(context, server.directory, server.id)
  if (refused) return refused
  if (host.addresses.includes(destinationText(context))) return arrive('delivered', 'it is the server itself', { on: 'host', host })
  if (server.translatesClients === true) {
    const own = host.addresses.flatMap((text) => parseAddress(text) ?? []).find(({ family }) => family === packet.destination.family)
    if (!own) return stop('unknown', 'the design gives the server no address of this family')
    context.translations.push({ at: server.id, inside: packet.source, outside: own })
    translate(context, 'source', own, "the server puts its own address in place of the user's", 'F-SW-40')
    packet.senderGroups = host.securityGroups
  } else {
    const checked = pass(context, { kind: 'filter', filter: 'source-dest-check', direction: 'out', allowed: !host.sourceDestCheck, detail: host.sourceDestCheck ? 'the packet is not from this interface and the check is on' : 'the check is off, so it may forward', fact: 'F-SW-10' })
    if (checked) return checked
  }
  return pass(context, checkSecurityGroups(context, host, 'out')) ?? { at: 'subnet', subnet: host.subnet }
}

/** A reply to a user who dialled in to a device of the site goes back by the one that has the address in its pool. Undefined when it is none. */
export function returnByDevice(context: Context, site: ResourceId | undefined): Place | undefined {
  const { network, packet, users, journey, health } = context
  if (!packet.reply || users === undefined) return undefined
  const holders = (network.fragment('site', site)?.devices ?? []).filter((device) => {
    const pool = network.index.getOf('customer-gateway', device)?.remoteUserPool
    return pool !== undefined && parsePrefixes([pool]).some((prefix) => containsAddress(prefix, packet.destination))
  })
  const device = holders.find((holder) => health.isUp(holder)) ?? holders[0]
  if (device === undefined) return undefined
  journey.visit(device)
  if (!health.isUp(device)) return stop('element-down', 'the device that the users dialled in to is down')
  journey.visit(users)
  return arrive('delivered', 'reaches the users', { on: 'users', users })
}

/** A reply that reaches what let the users in goes back to them: translated back, or to their pool. Undefined when it is none. */
export function returnToUsers(context: Context, owner: ResourceId): Place | undefined {
  const { network, packet, health } = context
  const users = context.users
  if (!packet.reply || users === undefined) return undefined
  const translation = context.translations.findLast((entry) => entry.at === owner && entry.outside.value === packet.destination.value && entry.outside.family === packet.destination.family)
  const pool = network.index.getOf('instance', owner)?.clientPool
  const inPool = pool !== undefined && parsePrefixes([pool]).some((prefix) => containsAddress(prefix, packet.destination))
  if (!translation && !inPool) return undefined
  if (!health.isRunning(owner)) return stop('blackhole', 'what let the users in is down')
  if (translation) translate(context, 'destination', translation.inside, "the user's own address comes back", 'F-CVPN-6')
  context.journey.visit(users)
  return arrive('delivered', 'reaches the users', { on: 'users', users })
}
