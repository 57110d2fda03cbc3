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
}

/** Draws a site without devices. */
export function drawSite(sheet: Sheet, wanted: string, siteType: 'headquarters' | 'data-center' | 'branch' | 'colocation'): DrawnSite {
  const prefix = sheet.names.sitePrefix()
  const { id, name } = sheet.add('site', wanted, { prefixes: [prefix], siteType })
  return { id, name, prefix, asn: sheet.names.siteAsn() }
}

function drawDevice(sheet: Sheet, site: DrawnSite, wanted: string, fields: Readonly<Record<string, unknown>>): DrawnDevice {
  const { id } = sheet.add('customer-gateway', wanted, { site: site.id, BgpAsn: site.asn, ...fields })
  return { id, asn: site.asn }
}

/** Draws a device that ends VPN connections, with an ISP link of its own; it announces its site's prefix and `transit`. */
export function drawVpnDevice(sheet: Sheet, site: DrawnSite, transit: readonly string[] = []): DrawnDevice {
  const { id: link } = sheet.add('isp-link', `${site.name} ISP`, { site: site.id })
  const address = sheet.names.publicAddress()
  return drawDevice(sheet, site, `${site.name} gateway`, {
    ispLinks: [link],
    ...(address === undefined ? {} : { IpAddress: address }),
    announcedPrefixes: transit.length === 0 ? [] : [site.prefix, ...transit],
  })
}

/** Draws a router that ends virtual interfaces; it announces its site's prefix and `transit`. */
export function drawRouter(sheet: Sheet, site: DrawnSite, transit: readonly string[] = []): DrawnDevice {
  return drawDevice(sheet, site, `${site.name} router`, { announcedPrefixes: transit.length === 0 ? [] : [site.prefix, ...transit] })
}

/** Draws a VPN connection with BGP between a device and a virtual private or transit gateway. */
export function drawVpn(sheet: Sheet, device: DrawnDevice, gateway: { readonly VpnGatewayId: ResourceId } | { readonly TransitGatewayId: ResourceId }): ResourceId {
  return sheet.add('vpn-connection', 'VPN 1', { CustomerGatewayId: device.id, ...gateway }).id
}
