import type { DerivedBox } from '../document/groups.ts'
import { definitionOf, type Resource } from '../model/index.ts'

/** What is written at something: its name, and one line of detail. */
export interface Caption {
  readonly title: string
  readonly detail: string
  /** The part of the detail to show where all of it does not fit. */
  readonly short?: string
}

/** All of them, or the first few and how many more. */
function several(values: readonly string[], shown = 2): string {
  const rest = values.length - shown
  return rest > 0 ? `${values.slice(0, shown).join(', ')} +${rest}` : values.join(', ')
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' · ')

const ROLES = { 'vpn-appliance': 'VPN appliance', 'remote-access-server': 'remote access', 'vpn-monitor': 'VPN monitor', firewall: 'firewall' } as const

function detailOf(resource: Resource): string {
  switch (resource.kind) {
    case 'site':
      return several(resource.prefixes)
    case 'customer-gateway':
      return joined(`ASN ${resource.BgpAsn}`, resource.IpAddress)
    case 'isp-link':
      return joined(resource.provider, resource.bandwidthMbps === undefined ? undefined : bandwidth(resource.bandwidthMbps))
    case 'vpc':
      return several(resource.CidrBlocks)
    case 'subnet':
      return resource.CidrBlock ?? resource.Ipv6CidrBlock ?? ''
    case 'instance':
      return joined(resource.role === undefined || resource.role === 'host' ? undefined : ROLES[resource.role], resource.PrivateIpAddress, resource.stopped ? 'stopped' : undefined)
    case 'network-interface':
      return resource.PrivateIpAddress ?? resource.Description ?? ''
    case 'internet-gateway':
      return definitionOf(resource.kind).label
    case 'nat-gateway':
      return resource.NatGatewayAddresses[0]?.PublicIp ?? (resource.ConnectivityType === 'private' ? 'private NAT' : definitionOf(resource.kind).label)
    case 'vpn-gateway':
    case 'transit-gateway':
    case 'direct-connect-gateway':
      return `ASN ${resource.AmazonSideAsn}`
    case 'core-network':
      return several(resource.EdgeLocations.map(({ Location }) => Location))
    case 'server':
    case 'directory':
      return resource.IpAddress ?? ''
    case 'user-group':
      return resource.site === undefined ? 'remote' : (resource.prefix ?? '')
    case 'client-vpn-endpoint':
      return resource.ClientCidrBlock
    case 'route-server':
      return `ASN ${resource.AmazonSideAsn}`
    case 'load-balancer':
      return joined({ network: 'NLB', application: 'ALB', gateway: 'GWLB' }[resource.Type], resource.Listeners[0] && `${resource.Listeners[0].Protocol}/${resource.Listeners[0].Port}`)
    case 'direct-connect-lag':
      return joined(resource.ConnectionsBandwidth, resource.Location)
    case 'wan-link':
    case 'carrier-circuit':
      return joined(resource.provider, resource.bandwidthMbps === undefined ? undefined : bandwidth(resource.bandwidthMbps))
    case 'software-vpn':
      return joined(resource.protocol === 'ipsec' ? 'IPsec' : resource.protocol.toUpperCase(), resource.routing === 'bgp' ? 'BGP' : 'static')
    case 'vpc-endpoint':
      return resource.ServiceName.split('.').at(-1) ?? ''
    case 'direct-connect-connection':
      return joined(resource.Bandwidth, resource.Location)
    case 'vpn-connection':
      return joined(resource.StaticRoutesOnly ? 'static' : 'BGP', resource.TunnelOptions.every(({ configured }) => configured) ? undefined : '1 tunnel')
    case 'virtual-interface':
      return `VLAN ${resource.Vlan}`
    case 'vpc-peering-connection':
      return resource.Status === 'pending-acceptance' ? 'pending' : ''
    default:
      return ''
  }
}

function bandwidth(mbps: number): string {
  return mbps >= 1000 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`
}

/** Links that say what they are even without a name; the others show a name only when they have one. */
const SHORT: Partial<Record<Resource['kind'], string>> = { 'vpn-connection': 'VPN', 'vpc-peering-connection': 'Peering', 'virtual-interface': 'VIF', 'software-vpn': 'VPN', 'wan-link': 'WAN', 'carrier-circuit': 'Circuit', 'transit-gateway-peering-attachment': 'Peering', 'transit-gateway-connect-peer': 'Connect' }

/** The caption of a resource. */
export function captionOf(resource: Resource): Caption {
  const definition = definitionOf(resource.kind)
  const fallback = definition.appearance === 'link' ? (SHORT[resource.kind] ?? '') : resource.awsId || definition.label
  const short = resource.kind === 'customer-gateway' ? resource.IpAddress : undefined
  return { title: resource.name || fallback, detail: detailOf(resource), ...(short === undefined ? {} : { short }) }
}

/** The caption of a group box. */
export function boxCaption(box: DerivedBox): Caption {
  if (box.kind === 'account') return { title: box.label === '' ? 'Account' : `Account ${box.label}`, detail: '' }
  if (box.kind === 'region') return { title: box.label === '' ? 'Region' : box.label, detail: '' }
  const { AvailabilityZone, AvailabilityZoneId } = box
  return { title: AvailabilityZone ?? AvailabilityZoneId ?? 'Availability Zone', detail: AvailabilityZone !== undefined && AvailabilityZoneId !== undefined ? AvailabilityZoneId : '' }
}
