import { formatPrefix, parseCidr } from '../net/prefix.ts'

/** One tunnel as a VPN connection's device configuration describes it. */
export interface ConfiguredTunnel {
  readonly OutsideIpAddress?: string
  readonly TunnelInsideCidr?: string
}

/** What the device configuration of a VPN connection says, besides its secrets. */
export interface VpnConfiguration {
  readonly tunnels: readonly ConfiguredTunnel[]
  readonly customerAddress?: string
  readonly customerAsn?: number
  /** Static routing, said here by old answers whose options are empty. */
  readonly isStatic?: true
}

/** Contents of every element of the name, in order; elements of one name are not nested in this format. */
function elements(xml: string, name: string): string[] {
  return xml.split(`<${name}>`).slice(1).flatMap((rest) => {
    const end = rest.indexOf(`</${name}>`)
    return end < 0 ? [] : [rest.slice(0, end)]
  })
}

const first = (xml: string | undefined, ...path: readonly string[]): string | undefined =>
  path.reduce<string | undefined>((inside, name) => (inside === undefined ? undefined : elements(inside, name)[0]), xml)?.trim()

function tunnel(xml: string): ConfiguredTunnel {
  const aws = first(xml, 'vpn_gateway')
  const outside = first(aws, 'tunnel_outside_address', 'ip_address')
  const inside = parseCidr(`${first(aws, 'tunnel_inside_address', 'ip_address')}/${first(aws, 'tunnel_inside_address', 'network_cidr')}`)
  return { ...(outside === undefined ? {} : { OutsideIpAddress: outside }), ...(inside === undefined ? {} : { TunnelInsideCidr: formatPrefix(inside.prefix) }) }
}

/**
 * Reads the few facts that the import needs from `CustomerGatewayConfiguration`, whose elements carry no attributes and
 * no markup of their own. Older answers say tunnel data only here. Nothing readable: no tunnels.
 */
export function readVpnConfiguration(xml: string): VpnConfiguration {
  const blocks = elements(xml.slice(0, 200_000), 'ipsec_tunnel')
  const customer = first(blocks[0], 'customer_gateway')
  const address = first(customer, 'tunnel_outside_address', 'ip_address')
  const asn = Number(first(customer, 'bgp', 'asn'))
  return {
    tunnels: blocks.map(tunnel),
    ...(address === undefined ? {} : { customerAddress: address }),
    ...(Number.isInteger(asn) && asn > 0 ? { customerAsn: asn } : {}),
    ...(first(xml.slice(0, 2_000), 'vpn_connection_attributes') === 'NoBGPVPNConnection' ? { isStatic: true as const } : {}),
  }
}
