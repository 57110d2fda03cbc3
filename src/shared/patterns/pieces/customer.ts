import type { ResourceId } from '../../model/id.ts'
import type { Sheet } from './sheet.ts'

/** A site of a pattern. */
export interface DrawnSite {
  readonly id: ResourceId
  readonly name: string
  readonly prefix: string
  /** All its devices have the same. */
  readonly asn: number
}

/** A device at a site. */
export interface DrawnDevice {
  readonly id: ResourceId
  readonly asn: number
  readonly address: string | undefined
}

/** A place of the company's routers that holds no networks of its own. */
export type DrawnColocation = Omit<DrawnSite, 'prefix'>

/** Draws a cage in a Direct Connect location, without devices. */
export function drawColocation(sheet: Sheet, wanted: string): DrawnColocation {
  const { id, name } = sheet.add('site', wanted, { prefixes: [], siteType: 'colocation' })
  return { id, name, asn: sheet.names.siteAsn() }
}

/** Draws a site without devices. */
export function drawSite(sheet: Sheet, wanted: string, siteType: 'headquarters' | 'data-center' | 'branch'): DrawnSite {
  const prefix = sheet.names.sitePrefix()
  const { id, name } = sheet.add('site', wanted, { prefixes: [prefix], siteType })
  return { id, name, prefix, asn: sheet.names.siteAsn() }
}

function drawDevice(sheet: Sheet, site: DrawnColocation, wanted: string, address: string | undefined, fields: Readonly<Record<string, unknown>>): DrawnDevice {
  const { id } = sheet.add('customer-gateway', wanted, { site: site.id, BgpAsn: site.asn, ...(address === undefined ? {} : { IpAddress: address }), ...fields })
  return { id, asn: site.asn, address }
}

const beside = (site: DrawnSite, transit: readonly string[]): readonly string[] => (transit.length === 0 ? [] : [site.prefix, ...transit])

/** Draws a device that ends VPN connections, with an ISP link of its own; it announces its site's prefix and `transit`. */
export function drawVpnDevice(sheet: Sheet, site: DrawnSite, transit: readonly string[] = []): DrawnDevice {
  const { id: link } = sheet.add('isp-link', `${site.name} ISP`, { site: site.id })
  return drawDevice(sheet, site, `${site.name} gateway`, sheet.names.publicAddress(), { ispLinks: [link], announcedPrefixes: beside(site, transit) })
}

/** Draws a router that ends virtual interfaces and, given an address, VPN connections that run over them; it announces its site's prefix. */
export function drawRouter(sheet: Sheet, site: DrawnSite, address?: string): DrawnDevice {
  return drawDevice(sheet, site, `${site.name} router`, address, {})
}

/** Draws a router in a cage, which announces networks that lie elsewhere. */
export function drawColocationRouter(sheet: Sheet, site: DrawnColocation, announced: readonly string[]): DrawnDevice {
  return drawDevice(sheet, site, `${site.name} router`, undefined, { announcedPrefixes: announced })
}

/** Draws a device that remote users dial in to, with addresses for them; it shares the ISP links of its site. */
export function drawRemoteAccessDevice(sheet: Sheet, site: DrawnSite, pool: string): DrawnDevice {
  return drawDevice(sheet, site, 'Dial-in device', sheet.names.publicAddress(), { remoteUserPool: pool })
}

/** Where a VPN connection ends on AWS's side. */
export type VpnEnd = { readonly VpnGatewayId: ResourceId } | { readonly TransitGatewayId: ResourceId }

/** Draws a VPN connection with BGP between a router and a virtual private or transit gateway. */
export function drawVpn(sheet: Sheet, device: { readonly id: ResourceId }, gateway: VpnEnd, fields: Readonly<Record<string, unknown>> = {}): ResourceId {
  return sheet.add('vpn-connection', 'VPN 1', { CustomerGatewayId: device.id, ...gateway, ...fields }).id
}
