import type { ResourceId } from '../../model/id.ts'
import { containsPrefix, equalPrefix, type Prefix } from '../../net/prefix.ts'
import type { RouterFragment } from '../compile/fragment.ts'
import type { Health } from '../health.ts'
import { DEFAULT_PREFERENCE } from './policy.ts'
import { selectAtSite, selectOnDirectConnectGateway, selectOnRouter, selectOnTransitGateway, selectOnVpnGateway } from './preference.ts'
import type { NextHop, Route, RouteType, Speaker } from './route.ts'

const route = (prefix: Prefix, type: RouteType, next: NextHop, key: string): Route => ({ prefix, type, asPath: [], localPreference: DEFAULT_PREFERENCE, next, key })

const holds = (prefixes: readonly Prefix[], prefix: Prefix) => prefixes.some((other) => equalPrefix(other, prefix))

/** First live tunnel of a static connection: on a static VPN one tunnel carries the traffic at a time. */
function staticTunnel(health: Health, connection: ResourceId, by: ResourceId): NextHop | undefined {
  const tunnel = health.liveTunnels(connection, by)[0]
  return tunnel === undefined ? undefined : { kind: 'tunnel', connection, tunnel }
}

function vpnGatewaySpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const { network } = health
  const gateway = network.fragment('vpn-gateway', id)
  if (!gateway) return undefined
  return {
    id,
    asn: gateway.asn,
    originate: (prefix) => {
      if (!health.isUp(id, id)) return []
      const routes = holds(gateway.vpcPrefixes, prefix) ? [route(prefix, 'local', { kind: 'here' }, 'local')] : []
      for (const connection of gateway.connections) {
        const fragment = network.fragment('vpn-connection', connection)
        const next = fragment && holds(fragment.staticPrefixes, prefix) ? staticTunnel(health, connection, id) : undefined
        if (next) routes.push(route(prefix, 'vpn-static', next, connection))
      }
      return routes
    },
    owns: (prefix) => holds(gateway.vpcPrefixes, prefix),
    select: selectOnVpnGateway,
  }
}

function transitTableSpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const { network } = health
  const table = network.fragment('transit-gateway-route-table', id)
  const gateway = network.index.getOf('transit-gateway', table?.gateway)
  if (!table || !gateway) return undefined
  return {
    id,
    asn: gateway.AmazonSideAsn,
    // A static route to a VPN attachment stays although its tunnels are down (F-TGW-36).
    originate: (prefix) =>
      health.isUp(gateway.id, gateway.id)
        ? table.fixed.exact(prefix).map((fixed) => route(prefix, fixed.origin, fixed.attachment === undefined ? { kind: fixed.unknown ? 'unknown' : 'blackhole' } : { kind: 'attachment', id: fixed.attachment }, fixed.attachment ?? 'blackhole'))
        : [],
    owns: () => false,
    select: selectOnTransitGateway,
  }
}

/** What a device with static routes to AWS is taken to have: the blocks of the VPCs behind the gateway, nobody else's. */
function staticReach(health: Health, connection: ResourceId, prefix: Prefix): boolean {
  const { network } = health
  const fragment = network.fragment('vpn-connection', connection)
  if (!fragment || prefix.family !== fragment.family) return false
  if (!fragment.onTransitGateway) return holds(network.fragment('vpn-gateway', fragment.gateway)?.vpcPrefixes ?? [], prefix)
  const table = network.fragment('transit-gateway-route-table', network.tableOf(fragment.gateway, connection))
  return (table?.fixed.exact(prefix) ?? []).some((fixed) => fixed.attachment !== undefined && network.index.getOf('transit-gateway-vpc-attachment', fixed.attachment) !== undefined)
}

/** The static routes of a router: over VPN connections and software VPNs, while a tunnel is up. */
function staticRoutes(health: Health, id: ResourceId, router: RouterFragment, prefix: Prefix): Route[] {
  const { network } = health
  const routes: Route[] = []
  for (const connection of router.connections) {
    if (network.fragment('vpn-connection', connection)?.isStatic !== true) continue
    const next = staticReach(health, connection, prefix) ? staticTunnel(health, connection, id) : undefined
    if (next) routes.push(route(prefix, 'vpn-static', next, connection))
  }
  for (const vpn of router.softwareVpns) {
    const fragment = network.fragment('software-vpn', vpn)
    if (fragment?.isStatic !== true || !holds(fragment.near === id ? fragment.farPrefixes : fragment.nearPrefixes, prefix) || !health.isUp(vpn, id)) continue
    routes.push(route(prefix, 'vpn-static', { kind: 'software-vpn', id: vpn }, vpn))
  }
  return routes
}

function routerSpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const router = health.network.fragment('router', id)
  if (!router) return undefined
  return {
    id,
    asn: router.asn,
    allowsOwnAs: router.allowOwnAs,
    chooseWith: router.site,
    owns: (prefix) => holds(router.own, prefix),
    originate: (prefix) => (health.isUp(id, id) ? [...(holds(router.announced, prefix) ? [route(prefix, 'site', { kind: 'here' }, 'site')] : []), ...staticRoutes(health, id, router, prefix)] : []),
    select: selectOnRouter,
  }
}

/** A site that is joined to others by the customer's own lines. It is no BGP speaker with an ASN of its own; loops are cut by the sites passed. */
function siteSpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const site = health.network.fragment('site', id)
  if (!site || site.wanLinks.length === 0) return undefined
  const isOwn = (prefix: Prefix) => holds(site.prefixes, prefix) || site.devices.some((device) => health.isUp(device, id) && holds(health.network.fragment('router', device)?.userPool ?? [], prefix))
  return { id, asn: -1, originate: (prefix) => (isOwn(prefix) ? [route(prefix, 'site', { kind: 'here' }, 'site')] : []), owns: isOwn, select: selectAtSite }
}

function directConnectGatewaySpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const { network } = health
  const gateway = network.fragment('direct-connect-gateway', id)
  if (!gateway) return undefined
  return {
    id,
    asn: gateway.asn,
    originate: (prefix) =>
      gateway.associations.filter((association) => announcesTo(health, association, prefix)).map((association) => route(prefix, 'allowed', { kind: 'association', id: association }, association)),
    owns: () => false,
    select: selectOnDirectConnectGateway,
  }
}

function routeServerSpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const server = health.network.fragment('route-server', id)
  return server && { id, asn: server.asn, originate: () => [], owns: () => false, select: selectOnRouter }
}

/** A segment has the blocks of its VPCs, whoever else it meets (F-CWAN-4). */
function segmentSpeaker(health: Health, id: ResourceId): Speaker | undefined {
  const segment = health.network.fragment('core-network-segment', id)
  if (!segment) return undefined
  return {
    id,
    asn: segment.asn,
    originate: (prefix) => segment.blocks.flatMap((block) => (equalPrefix(block.prefix, prefix) && block.attachment !== undefined ? [route(prefix, 'vpc', { kind: 'attachment', id: block.attachment }, block.attachment)] : [])),
    owns: () => false,
    select: selectOnTransitGateway,
  }
}

/** True when an association announces the prefix to the customer: as listed for a transit gateway, a VPC block under the filter for a VGW (F-DX-45). */
function announcesTo(health: Health, id: ResourceId, prefix: Prefix): boolean {
  const association = health.network.index.getOf('direct-connect-gateway-association', id)
  const allowed = health.network.fragment('direct-connect-gateway-association', id)?.allowed ?? []
  if (association?.TransitGatewayId !== undefined) return holds(allowed, prefix)
  const vpc = health.network.fragment('vpn-gateway', association?.VpnGatewayId)
  return vpc !== undefined && holds(vpc.vpcPrefixes, prefix) && (allowed.length === 0 || allowed.some((outer) => containsPrefix(outer, prefix)))
}

/** Every speaker of the network. */
export function speakersOf(health: Health): Speaker[] {
  const { index } = health.network
  return [
    ...index.all('customer-gateway').map((resource) => routerSpeaker(health, resource.id)),
    ...index.all('instance').map((resource) => routerSpeaker(health, resource.id)),
    ...index.all('site').map((resource) => siteSpeaker(health, resource.id)),
    ...index.all('vpn-gateway').map((resource) => vpnGatewaySpeaker(health, resource.id)),
    ...index.all('transit-gateway-route-table').map((resource) => transitTableSpeaker(health, resource.id)),
    ...index.all('direct-connect-gateway').map((resource) => directConnectGatewaySpeaker(health, resource.id)),
    ...index.all('route-server').map((resource) => routeServerSpeaker(health, resource.id)),
    ...index.all('core-network-segment').map((resource) => segmentSpeaker(health, resource.id)),
  ].filter((speaker) => speaker !== undefined)
}
