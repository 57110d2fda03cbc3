import type { ResourceOf } from '../../model/index.ts'
import { parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import type { SiteFragment, VpnConnectionFragment, WanLink } from './fragment.ts'
import { underlayOf } from './router.ts'
import { privateUnderlay, type Underlay } from './underlay.ts'
import type { ReadingView } from './view.ts'

/** The lines from a site to other sites: WAN links, and circuits to the colocation where a router stands. */
function wanLinksOf(site: ResourceOf<'site'>, view: ReadingView): WanLink[] {
  const other = (a: ResourceOf<'site'>['id'], b: ResourceOf<'site'>['id']) => (a === site.id ? b : a)
  const links = view.referrersOf('wan-link', site.id).map((link): WanLink => ({ id: link.id, to: other(link.site, link.peerSite), backup: link.role === 'backup' }))
  const circuits = view.referrersOf('carrier-circuit', site.id).flatMap((circuit): WanLink[] => (circuit.colocation === undefined ? [] : [{ id: circuit.id, to: other(circuit.site, circuit.colocation), backup: false }]))
  return [...links, ...circuits].filter(({ to }) => to !== site.id)
}

/** Compiles a site: its prefixes and what stands in it. */
export function compileSite(site: ResourceOf<'site'>, view: ReadingView): SiteFragment {
  return {
    kind: 'site',
    prefixes: parsePrefixes(site.prefixes),
    inferred: site.prefixesInferred === true,
    devices: view.childrenOf('customer-gateway', site.id).map((device) => device.id),
    ispLinks: view.childrenOf('isp-link', site.id).map((link) => link.id),
    wanLinks: wanLinksOf(site, view),
  }
}

function underlayOfConnection(connection: ResourceOf<'vpn-connection'>, view: ReadingView): Underlay {
  const router = view.get(connection.CustomerGatewayId)
  if (connection.OutsideIpAddressType === 'PrivateIpv4') {
    return router?.kind === 'customer-gateway' ? privateUnderlay(connection, router, view) : { options: [], broken: 'private outside addresses are for devices of sites' }
  }
  return underlayOf(router, connection.TunnelOptions.find(({ OutsideIpAddress }) => OutsideIpAddress !== undefined)?.OutsideIpAddress, view)
}

/** Compiles a VPN connection: which tunnels the router uses, what carries them, and whether BGP can come up (F-VPN-4, F-VPN-5). */
export function compileVpnConnection(connection: ResourceOf<'vpn-connection'>, view: ReadingView): VpnConnectionFragment {
  const router = view.get(connection.CustomerGatewayId)
  const speaksBgp = router?.kind === 'instance' ? router.BgpAsn !== undefined : router?.kind === 'customer-gateway' ? router.bgp : undefined
  const noBgpBecause =
    connection.bgpDevice !== undefined && connection.bgpDevice !== connection.CustomerGatewayId
      ? 'BGP ends on another device than IPsec'
      : speaksBgp === false
        ? 'the device does not speak BGP'
        : undefined
  // IPv6 inside is for transit gateways alone, and an inside block shows it.
  const inside = connection.TunnelOptions.flatMap(({ TunnelInsideCidr }) => (TunnelInsideCidr === undefined ? [] : (parsePrefix(TunnelInsideCidr) ?? [])))
  const family = connection.VpnGatewayId === undefined && inside.some((prefix) => prefix.family === 6) ? 6 : 4
  return {
    kind: 'vpn-connection',
    device: connection.CustomerGatewayId,
    gateway: connection.VpnGatewayId ?? connection.TransitGatewayId ?? connection.CoreNetworkId,
    onTransitGateway: connection.VpnGatewayId === undefined && connection.TransitGatewayId !== undefined,
    isStatic: connection.StaticRoutesOnly,
    family,
    noBgpBecause,
    tunnels: ([1, 2] as const).filter((number) => connection.TunnelOptions[number - 1]?.configured === true),
    staticPrefixes: connection.StaticRoutesOnly ? parsePrefixes(connection.Routes.map((route) => route.DestinationCidrBlock)).filter((prefix) => prefix.family === family) : [],
    underlay: underlayOfConnection(connection, view),
    overDirectConnect: connection.OutsideIpAddressType === 'PrivateIpv4',
  }
}
