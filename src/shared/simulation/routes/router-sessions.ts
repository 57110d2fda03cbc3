import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { equalPrefix } from '../../net/prefix.ts'
import type { Health } from '../health.ts'
import type { NextHop, Route, Session } from './route.ts'
import { overrun } from './policy.ts'
import { segmentOf } from './segments.ts'
import { fromRouter, intoRouter } from './telling.ts'
import { fromTransitTable } from './vpn-sessions.ts'

/** The BGP session of a software VPN, in both directions. */
export function softwareVpnSessions(health: Health, vpn: ResourceOf<'software-vpn'>): Session[] {
  const { network } = health
  const fragment = network.fragment('software-vpn', vpn.id)
  const [near, far] = [network.fragment('router', fragment?.near), network.fragment('router', fragment?.far)]
  if (!fragment || fragment.isStatic || !near?.bgp || !far?.bgp) return []
  const next: NextHop = { kind: 'software-vpn', id: vpn.id }
  const to = { type: 'vpn-bgp', next, key: vpn.id } as const
  const one = (from: ResourceId, sender: typeof near, receiverId: ResourceId, receiver: typeof near): Session[] =>
    health.isUp(vpn.id, receiverId) ? [{ from, to: receiverId, export: intoRouter(receiver, vpn.id, fromRouter(network, sender, { link: vpn.id, asn: receiver.asn }, to)) }] : []
  return [...one(fragment.near, near, fragment.far, far), ...one(fragment.far, far, fragment.near, near)]
}

/** True while a Connect peer's transport carries it: a subnet of the VPC attachment that is up, or a transit virtual interface of the router's site (F-TGW-50). */
export function isConnectPeerUp(health: Health, peer: ResourceOf<'transit-gateway-connect-peer'>, by?: ResourceId): boolean {
  const { network } = health
  if (!health.isUp(peer.id, by)) return false
  const router = network.fragment('router', peer.peer)
  const attachment = network.index.getOf('transit-gateway-vpc-attachment', peer.TransportTransitGatewayAttachmentId)
  if (attachment) return router?.vpc === attachment.VpcId && attachment.TransitGatewayId === peer.TransitGatewayId && attachment.SubnetIds.some((subnet) => health.isUp(subnet, by))
  const association = network.index.getOf('direct-connect-gateway-association', peer.TransportTransitGatewayAttachmentId)
  if (association?.TransitGatewayId !== peer.TransitGatewayId) return false
  return connectInterfaces(health, peer).some((vif) => health.isUp(vif, by))
}

/** The transit virtual interfaces of the router's site that carry a Connect peer over Direct Connect. */
export function connectInterfaces(health: Health, peer: ResourceOf<'transit-gateway-connect-peer'>): readonly ResourceId[] {
  const { network } = health
  const association = network.index.getOf('direct-connect-gateway-association', peer.TransportTransitGatewayAttachmentId)
  const router = network.fragment('router', peer.peer)
  if (!association || !router) return []
  const beside = network.fragment('site', router.site)?.devices ?? [peer.peer]
  return beside.flatMap((device) => network.fragment('router', device)?.virtualInterfaces ?? []).filter((id) => {
    const vif = network.index.getOf('virtual-interface', id)
    const end = network.fragment('router', vif?.customerRouter)
    return vif?.VirtualInterfaceType === 'transit' && vif.DirectConnectGatewayId === association.DirectConnectGatewayId && end?.bgp === true && end.asn === vif.Asn && overrun(end, vif) === undefined
  })
}

/** The BGP sessions of a Connect peer with the tables of its transit gateway. */
export function connectPeerSessions(health: Health, peer: ResourceOf<'transit-gateway-connect-peer'>): Session[] {
  const { network } = health
  const router = network.fragment('router', peer.peer)
  const transit = network.index.getOf('transit-gateway', peer.TransitGatewayId)
  if (!router?.bgp || !transit || (peer.PeerAsn !== undefined && peer.PeerAsn !== router.asn)) return []
  const next: NextHop = { kind: 'connect-peer', id: peer.id }
  const to = { type: 'connect', next, key: peer.id } as const
  const up = (network.propagatedTables.get(peer.id) ?? []).map((table): Session => ({ from: peer.peer, to: table, export: fromRouter(network, router, { link: peer.id, asn: transit.AmazonSideAsn }, to) }))
  const table = network.tableOf(transit.id, peer.id)
  const down: Session[] = table === undefined ? [] : [{ from: table, to: peer.peer, export: intoRouter(router, peer.id, fromTransitTable(transit.AmazonSideAsn, peer.id, to)) }]
  return [...(isConnectPeerUp(health, peer, transit.id) ? up : []), ...(isConnectPeerUp(health, peer, peer.peer) ? down : [])]
}

/** What leads a router itself on towards AWS or over tunnels: neither its own network, nor another site's, nor another router's way. */
const leadsOn = ({ type, beside }: Route) => type !== 'site' && type !== 'wan' && beside === undefined

/** What the routers of a site tell each other of prefixes that one of them is to announce: as over iBGP, with the other's ASN before the path where they differ. */
export function besideSessions(health: Health, site: ResourceId): Session[] {
  const { network } = health
  const devices = network.fragment('site', site)?.devices ?? []
  if (devices.length < 2) return []
  return devices.flatMap((to) => {
    const me = network.fragment('router', to)
    if (!me?.announced.some((prefix) => network.isNetwork(prefix) && !me.own.some((own) => equalPrefix(own, prefix)))) return []
    return devices.filter((from) => from !== to && health.isUp(from, site)).map((from): Session => {
      const asn = network.fragment('router', from)?.asn
      return {
        from,
        to,
        export: (routes) => {
          const best = routes.find(leadsOn)
          if (!best) return []
          return [{ ...best, asPath: asn === undefined || asn === me.asn ? best.asPath : [asn, ...best.asPath], next: { kind: 'router', id: from }, key: `${from} ${best.key}`, beside: from }]
        },
      }
    })
  })
}

/** What sites that are joined by the customer's own lines tell each other and their routers. */
export function siteSessions(health: Health, id: ResourceId): Session[] {
  const { network } = health
  const site = network.fragment('site', id)
  if (!site || site.wanLinks.length === 0) return []
  const routers = site.devices.flatMap((device): Session[] => [
    {
      from: device,
      to: id,
      export: (routes) => {
        const best = health.isUp(device, id) ? routes.find(leadsOn) : undefined
        return best ? [{ ...best, next: { kind: 'router', id: device }, key: `${device} ${best.key}` }] : []
      },
    },
    // What is beyond the lines, for a router that is to announce it: another site's own before what that one learned.
    { from: id, to: device, export: (routes) => [...routes.filter(({ wan }) => wan?.toSite === true), ...routes.filter(({ wan }) => wan?.toSite === false)].slice(0, 1) },
  ])
  const lines = site.wanLinks.flatMap((link): Session[] => {
    const tell: Session['export'] = (routes) => {
      const best = routes[0]
      if (!best || best.wan?.sites.includes(link.to) === true || !health.isUp(link.id, link.to)) return []
      const wan = { sites: [id, ...(best.wan?.sites ?? [])], toSite: best.wan?.toSite ?? best.type === 'site', backup: link.backup || best.wan?.backup === true }
      return [{ ...best, type: 'wan', next: { kind: 'wan-link', id: link.id }, key: link.id, wan }]
    }
    return [{ from: id, to: link.to, export: tell }]
  })
  return [...routers, ...lines]
}

/** What appliances tell a route server, while they are up and one of its endpoints is (F-SW-30). */
export function routeServerSessions(health: Health, id: ResourceId): Session[] {
  const { network } = health
  const server = network.fragment('route-server', id)
  if (!server || !server.endpoints.some((subnet) => health.isUp(subnet, id))) return []
  return server.peers.flatMap((peer): Session[] => {
    const router = network.fragment('router', peer)
    if (!router?.bgp || router.vpc !== server.vpc || !health.isUp(peer, id)) return []
    return [{ from: peer, to: id, export: fromRouter(network, router, { link: id, asn: server.asn }, { type: 'vpn-bgp', next: { kind: 'router', id: peer }, key: peer }) }]
  })
}

/** What the segments of a core network share: the blocks of their VPCs and what their VPN connections bring, one step far. */
export function segmentSessions(health: Health, id: ResourceId): Session[] {
  const segment = health.network.fragment('core-network-segment', id)
  const own = (routes: readonly Route[]) => routes.find((route) => segmentOf(health.network, route) === id) ?? []
  return (segment?.shares ?? []).map((to) => ({ from: id, to, export: (routes) => [own(routes)].flat() }))
}
