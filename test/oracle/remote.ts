import type { ResourceOf } from '../../src/shared/model/index.ts'
import { type Address } from '../../src/shared/net/address.ts'
import { sampleAddress } from '../../src/shared/net/prefix.ts'
import type { Disposition, Flow } from '../../src/shared/simulation/types.ts'
import { type FlowEnd, siteEnd } from './ends.ts'
import type { Answer } from './flow.ts'
import { inTransit } from './gateways.ts'
import { fromIface, fromStandIn } from './in-vpc.ts'
import type { StandIn } from './packet.ts'
import { deviceUp, internetWay, ispUp, mainIface } from './up.ts'
import { ends } from './walk.ts'
import { covers, prefixes, type World } from './world.ts'

/** A way in for users who dial in: as an end of flows, or why it does not let them in. */
export type WayIn = FlowEnd | { readonly refused: Disposition }

/** Asks the rest of the oracle whether a directory can be reached. */
export type Ask = (flow: Flow) => Answer

const refused = (disposition: Disposition): WayIn => ({ refused: disposition })

/** A new sign-in needs the directory, both ways; one on the internet is always there unless it fails itself. */
function signIn(world: World, ask: Ask, from: Flow['from'], directory: ResourceOf<'directory'>['id'] | undefined): Disposition | undefined {
  const found = world.get('directory', directory)
  if (!found) return undefined
  if (world.failed.has(`directory-server:${found.id}`)) return 'denied'
  if (found.site === undefined && found.SubnetId === undefined) return undefined
  const answer = ask({ from, to: found.id, protocol: 6, ...(found.port === undefined ? {} : { port: found.port }) })
  if (answer.works) return undefined
  return answer.forward === 'unknown' || answer.back === 'unknown' ? 'unknown' : 'denied'
}

/** Rules of the longest prefix that covers the destination decide (F-CVPN-5). */
function authorized(endpoint: ResourceOf<'client-vpn-endpoint'>, users: ResourceOf<'user-group'>, destination: Address): boolean {
  const fitting = endpoint.AuthorizationRules.flatMap(({ DestinationCidr, AccessGroupId }) => prefixes([DestinationCidr]).map((prefix) => ({ prefix, AccessGroupId }))).filter(({ prefix }) => covers([prefix], destination))
  const most = Math.max(...fitting.map(({ prefix }) => prefix.length))
  return fitting.some(({ prefix, AccessGroupId }) => prefix.length === most && (AccessGroupId === undefined || AccessGroupId === '' || AccessGroupId === users.AccessGroupId))
}

function overEndpoint(world: World, ask: Ask, endpoint: ResourceOf<'client-vpn-endpoint'>, users: ResourceOf<'user-group'>, destination: Address | undefined): WayIn {
  if (!world.regionUp(endpoint)) return refused('element-down')
  const gateway = world.get('transit-gateway', endpoint.TransitGatewayId)
  const attached = endpoint.ClientVpnTargetNetworks.flatMap(({ SubnetId }) => world.get('subnet', SubnetId) ?? [])
  const subnet = attached.find((one) => world.subnetUp(one))
  if (!gateway && !subnet) return refused(attached.length > 0 ? 'element-down' : 'no-route')
  const asks = endpoint.authentication.includes('directory') || endpoint.authentication.includes('saml')
  const stopped = subnet && asks ? signIn(world, ask, subnet.id, endpoint.directory) : undefined
  if (stopped) return refused(stopped)
  if (destination && !authorized(endpoint, users, destination)) return refused('denied')
  if (gateway) {
    const addresses = prefixes([endpoint.ClientCidrBlock]).map(sampleAddress)
    return { id: users.id, up: true, addresses, outside: [], standIns: [], start: (walk, packet) => inTransit(walk, endpoint.id, gateway.id, packet, undefined), isAt: (place) => place?.kind === 'clients' && place.of === endpoint.id }
  }
  if (!subnet || !destination) return refused('no-route')
  const known = covers(world.vpcBlocks(subnet.VpcId), destination) || endpoint.Routes.some(({ DestinationCidr, TargetSubnet }) => (TargetSubnet === undefined || TargetSubnet === subnet.id) && covers(prefixes([DestinationCidr]), destination))
  const address = world.freeAddress(subnet, 4, [destination])
  if (!known || destination.family === 6 || !address) return refused('no-route')
  const isPublic = world.all('internet-gateway').some((one) => one.Attachments[0]?.VpcId === subnet.VpcId)
  const standIn: StandIn = { of: endpoint.id, subnet, address, receives: 'reply', groups: endpoint.SecurityGroupIds, isPublic }
  return { id: users.id, up: true, addresses: [address], outside: [], standIns: [standIn], vpc: subnet.VpcId, zone: world.zoneOf(subnet), start: (walk, packet) => fromStandIn(walk, standIn, packet), isAt: (place) => place?.kind === 'subnet' && place.standIn.of === endpoint.id }
}

function overServer(world: World, ask: Ask, server: ResourceOf<'instance'>, users: ResourceOf<'user-group'>, destination: Address | undefined): WayIn {
  const iface = mainIface(world, server.id)
  if (!iface || server.role !== 'remote-access-server') return refused('no-route')
  if (!internetWay(world, server, undefined)) return refused('blackhole')
  const stopped = signIn(world, ask, server.id, server.directory)
  if (stopped) return refused(stopped)
  const where = { vpc: iface.subnet.VpcId, zone: world.zoneOf(iface.subnet) }
  if (server.translatesClients === true) {
    if (!destination) return refused('no-route')
    return { id: users.id, up: true, addresses: iface.addresses, outside: [], standIns: [], ...where, start: (walk, packet) => fromIface(walk, iface, packet), isAt: (place) => place?.kind === 'iface' && place.iface.owner.id === server.id }
  }
  const addresses = prefixes([server.clientPool]).map(sampleAddress)
  if (addresses.length === 0) return refused('unknown')
  return { id: users.id, up: true, addresses, outside: [], standIns: [], ...where, start: (walk, packet) => (iface.forwards ? fromIface(walk, iface, packet) : ends('denied', packet)), isAt: (place) => place?.kind === 'clients' && place.of === server.id }
}

function overDevice(world: World, device: ResourceOf<'customer-gateway'>, users: ResourceOf<'user-group'>): WayIn {
  if (!deviceUp(world, device)) return refused('element-down')
  const lines = world.all('isp-link').filter((link) => link.site === device.site)
  if (lines.length > 0 && !lines.some((line) => ispUp(world, line))) return refused('element-down')
  const pool = prefixes([device.remoteUserPool ?? world.get('site', device.site)?.prefixes[0]])
  const end = siteEnd(users.id, device.site, device, pool.map(sampleAddress), true)
  return { ...end, outside: [], isAt: (place, packet) => end.isAt(place, packet) && (covers(pool, packet.destination) || covers(pool, packet.source)) }
}

/** The family of the addresses that users have who come in by a link. */
function familyOf(world: World, link: ResourceOf<'remote-access'>): 4 | 6 {
  const pool = world.get('client-vpn-endpoint', link.ClientVpnEndpointId)?.ClientCidrBlock ?? world.get('instance', link.server)?.clientPool ?? world.get('customer-gateway', link.device)?.remoteUserPool
  return prefixes([pool])[0]?.family ?? 4
}

/** Every way in that the users have, in order of the links. */
export function waysIn(world: World, ask: Ask, users: ResourceOf<'user-group'>, destination: Address | undefined): WayIn[] {
  return world.all('remote-access').filter((link) => link.users === users.id).flatMap((link): WayIn[] => {
    if (destination && familyOf(world, link) !== destination.family) return [refused('unknown')]
    const endpoint = world.get('client-vpn-endpoint', link.ClientVpnEndpointId)
    const server = world.get('instance', link.server)
    const device = world.get('customer-gateway', link.device)
    if (endpoint) return [overEndpoint(world, ask, endpoint, users, destination)]
    if (server) return [overServer(world, ask, server, users, destination)]
    return device ? [overDevice(world, device, users)] : []
  })
}
