import type { ResourceOf } from '../../model/index.ts'
import { parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import type { DeviceFragment, SiteFragment, VpnConnectionFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'

/** Compiles a site: its prefixes and what stands in it. */
export function compileSite(site: ResourceOf<'site'>, view: ReadingView): SiteFragment {
  return {
    kind: 'site',
    prefixes: parsePrefixes(site.prefixes),
    inferred: site.prefixesInferred === true,
    devices: view.childrenOf('customer-gateway', site.id).map((device) => device.id),
    ispLinks: view.childrenOf('isp-link', site.id).map((link) => link.id),
  }
}

/** Compiles a device: it announces its own list, else its site's prefixes; it uses its own ISP links, else all of the site's. */
export function compileCustomerGateway(device: ResourceOf<'customer-gateway'>, view: ReadingView): DeviceFragment {
  const site = view.getOf('site', device.site)
  const announced = device.announcedPrefixes.length > 0 ? device.announcedPrefixes : (site?.prefixes ?? [])
  return {
    kind: 'customer-gateway',
    asn: device.BgpAsn,
    bgp: device.bgp,
    site: device.site,
    announced: parsePrefixes(announced),
    connections: view.referrersOf('vpn-connection', device.id).filter((connection) => connection.CustomerGatewayId === device.id).map((connection) => connection.id),
    virtualInterfaces: view.referrersOf('virtual-interface', device.id).map((vif) => vif.id),
    ispLinks: device.ispLinks.length > 0 ? device.ispLinks : site ? view.childrenOf('isp-link', site.id).map((link) => link.id) : [],
  }
}

/** Compiles a VPN connection: which tunnels the device uses, and whether BGP can come up (F-VPN-4, F-VPN-5). */
export function compileVpnConnection(connection: ResourceOf<'vpn-connection'>, view: ReadingView): VpnConnectionFragment {
  const device = view.getOf('customer-gateway', connection.CustomerGatewayId)
  const noBgpBecause =
    connection.bgpDevice !== undefined && connection.bgpDevice !== connection.CustomerGatewayId
      ? 'BGP ends on another device than IPsec'
      : device?.bgp === false
        ? 'the device does not speak BGP'
        : undefined
  // IPv6 inside is for transit gateways alone, and an inside block shows it.
  const inside = connection.TunnelOptions.flatMap(({ TunnelInsideCidr }) => (TunnelInsideCidr === undefined ? [] : (parsePrefix(TunnelInsideCidr) ?? [])))
  const family = connection.VpnGatewayId === undefined && inside.some((prefix) => prefix.family === 6) ? 6 : 4
  return {
    kind: 'vpn-connection',
    device: connection.CustomerGatewayId,
    gateway: connection.VpnGatewayId ?? connection.TransitGatewayId,
    onTransitGateway: connection.VpnGatewayId === undefined && connection.TransitGatewayId !== undefined,
    isStatic: connection.StaticRoutesOnly,
    family,
    noBgpBecause,
    tunnels: ([1, 2] as const).filter((number) => connection.TunnelOptions[number - 1]?.configured === true),
    staticPrefixes: connection.StaticRoutesOnly ? parsePrefixes(connection.Routes.map((route) => route.DestinationCidrBlock)).filter((prefix) => prefix.family === family) : [],
  }
}
