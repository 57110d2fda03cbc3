import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { placeOf, referrersOf } from '../readings/sessions.ts'
import { singlePoints } from '../readings/single-points.ts'
import { defineRule, type Report } from '../rule.ts'

interface Line {
  readonly connection: ResourceOf<'vpn-connection'>
  readonly device: ResourceOf<'customer-gateway'>
}

/** The VPN connections of each place (a site, or a device without one) to each gateway. */
function linesByPlace(index: DesignIndex): Map<ResourceId, Map<ResourceId, Line[]>> {
  const places = new Map<ResourceId, Map<ResourceId, Line[]>>()
  for (const connection of index.all('vpn-connection')) {
    const device = index.getOf('customer-gateway', connection.CustomerGatewayId)
    const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId
    if (!device || gateway === undefined) continue
    const place = placeOf(device)
    const gateways = places.get(place) ?? new Map<ResourceId, Line[]>()
    places.set(place, gateways)
    file(gateways, gateway, { connection, device })
  }
  return places
}

/** Routers of the place that also have a Direct Connect line. */
function hasOtherRouter(index: DesignIndex, place: ResourceId, device: ResourceId): boolean {
  return index.childrenOf('customer-gateway', place).some((other) => other.id !== device && referrersOf(index, 'virtual-interface', other.id).length > 0)
}

function* checkPlace(index: DesignIndex, place: ResourceId, gateways: ReadonlyMap<ResourceId, readonly Line[]>, isCovered: boolean): Generator<Report> {
  const alone = new Map<ResourceId, Line[]>()
  const shared = new Map<string, readonly ResourceOf<'customer-gateway'>[]>()
  for (const lines of gateways.values()) {
    const devices = [...new Set(lines.map(({ device }) => device))]
    const [device] = devices
    const addresses = new Set(devices.map(({ IpAddress }) => IpAddress))
    if (device && devices.length === 1 && !hasOtherRouter(index, place, device.id)) for (const line of lines) file(alone, device.id, line)
    if (devices.length > 1 && addresses.size === 1 && device?.IpAddress !== undefined) shared.set(device.IpAddress, devices)
  }
  // Where an accepted intent covers the site's traffic, single-point-of-failure speaks; of shared addresses it knows nothing.
  for (const [device, lines] of isCovered ? [] : alone) {
    const connections = lines.map(({ connection }) => connection)
    const reached = new Set(connections.flatMap(({ VpnGatewayId, TransitGatewayId }) => VpnGatewayId ?? TransitGatewayId ?? []))
    const slots = { place: place === device ? 'what is behind it' : nameOf(index, place), device: nameOf(index, device), connections: sentence(connections.map(displayName)), gateways: sentence([...reached].map((id) => nameOf(index, id))) }
    yield { message: 'one-device', slots, resources: [device, ...connections.map(({ id }) => id), place] }
  }
  for (const [address, devices] of shared) {
    const slots = { place: nameOf(index, place), address, devices: sentence(devices.map(displayName)) }
    yield { message: 'one-address', slots, resources: [place, ...devices.map(({ id }) => id)], field: 'IpAddress' }
  }
}

export default defineRule({
  id: 'single-customer-gateway',
  catalogue: 'R-VPN-02',
  title: 'All VPN connections of a site end on one device or one public address',
  severity: 'warning',
  appliesTo: ['customer-gateway'],
  why: 'AWS ends every VPN connection on two endpoints, but redundancy at the customer\'s end is the customer\'s own job. When the only device or address fails, the site is cut off.',
  remedy: 'Add a second customer gateway device with its own public address and a VPN connection to the same gateway.',
  sources: [{ fact: 'F-VPN-6', checked: CHECKED }],
  messages: {
    'one-device': 'The VPN to {gateways} ends on {device} alone ({connections}): when it fails, {place} loses that way.',
    'one-address': '{devices} of {place} share the public address {address}.',
  },
  *check(context) {
    const { index, intents } = context
    const covered = new Set([...intents.filter(({ expect }) => expect === 'reach').flatMap(({ from, to }) => [from, to]), ...singlePoints(context).flatMap(({ point }) => point.resource ?? [])])
    const isCovered = (place: ResourceId) => covered.has(place) || index.children(place).some(({ id }) => covered.has(id))
    for (const [place, gateways] of linesByPlace(index)) yield* checkPlace(index, place, gateways, isCovered(place))
  },
})
