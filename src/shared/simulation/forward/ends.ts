import type { ResourceId } from '../../model/id.ts'
import { type Address, formatAddress, parseAddress } from '../../net/address.ts'
import { parsePrefix, parsePrefixes, type Prefix, sampleAddress } from '../../net/prefix.ts'
import type { HostInterface } from '../compile/fragment.ts'
import { instanceInterfaces } from '../compile/subnet.ts'
import type { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { Place } from './context.ts'
import { internetHosts } from './internet-host.ts'
import { unusedAddress } from './nat.ts'
import { interfacesFor } from './services.ts'
import { waysIn } from './ways-in.ts'

/** Stands for a host behind a default route (RFC 5737). */
const UNNAMED_HOST = parseAddress('192.0.2.10')

/** One end of a flow: where it is and the addresses it can use; the problem in words when it can have none. */
export interface End {
  readonly addresses: readonly Address[]
  readonly publicAddresses?: readonly Address[]
  readonly standIn?: ResourceId
  readonly start: Place | undefined
  readonly problem?: string
  /** Remote users, when it is they who send. */
  readonly users?: ResourceId
}

const texts = (values: readonly (string | undefined)[]): Address[] => values.flatMap((text) => (text === undefined ? [] : (parseAddress(text) ?? [])))

/** An internal load balancer takes nothing from the internet, whatever its addresses. */
const isOpen = (network: Network, { owner }: HostInterface): boolean => network.index.getOf('load-balancer', owner)?.Scheme !== 'internal'

function hostEnd(network: Network, interfaces: readonly HostInterface[], wanted: Address | undefined): End {
  const withWanted = wanted === undefined ? undefined : interfaces.find((entry) => entry.addresses.includes(formatAddress(wanted)))
  const host = withWanted ?? interfaces[0]
  if (!host) return { addresses: [], start: undefined, problem: 'it has no network interface' }
  return {
    addresses: texts(host.addresses),
    publicAddresses: [...texts([network.publicAddressOf(host)]), ...texts(host.addresses).filter(({ family }) => family === 6 && isOpen(network, host))],
    start: { at: 'host', host },
    ...(host.addresses.length === 0 ? { problem: 'the design gives it no address' } : {}),
  }
}

function subnetEnd(network: Network, subnet: ResourceId, skip: number): End {
  const addresses = ([4, 6] as const).flatMap((family) => unusedAddress(network, subnet, family, skip) ?? [])
  return { addresses, standIn: subnet, start: { at: 'subnet', subnet }, ...(addresses.length === 0 ? { problem: 'the subnet has no CIDR' } : {}) }
}

/** The prefixes of a site. */
const prefixesAt = (network: Network, site: ResourceId | undefined): readonly Prefix[] => network.fragment('site', site)?.prefixes ?? []

/** Where else the addresses of somebody at a site come from: prefixes of their own, or a host that stands for a site without any. */
interface Elsewhere {
  readonly prefixes?: readonly Prefix[]
  readonly unnamed?: { readonly site: ResourceId; readonly address: Address } | undefined
}

/** Somebody at a site, with a host of the first prefix of each family. */
function siteEnd(network: Network, site: ResourceId | undefined, start: Place, { prefixes = prefixesAt(network, site), unnamed }: Elsewhere = {}): End {
  const first = ([4, 6] as const).flatMap((family) => prefixes.find((prefix) => prefix.family === family) ?? [])
  const samples = site === undefined ? [] : first.map((prefix) => network.sampleOf(site, prefix))
  if (samples.length === 0 && unnamed) return { addresses: [unnamed.address], start, standIn: unnamed.site }
  return { addresses: samples, start, ...(samples.length === 0 ? { problem: 'the site has no prefixes' } : {}) }
}

/** A site without prefixes of its own whose devices announce something all the same (an imported default route) has hosts behind it: one stands for them. */
function unnamedNetwork(network: Network, site: ResourceId): Elsewhere['unnamed'] {
  const announced = (network.fragment('site', site)?.devices ?? []).flatMap((device) => network.fragment('router', device)?.announced ?? [])
  const prefix = announced.find((candidate) => candidate.family === 4)
  const address = prefix?.length === 0 ? UNNAMED_HOST : prefix && network.sampleOf(site, prefix)
  return address ? { site, address } : undefined
}

function deviceEnd(network: Network, id: ResourceId): End {
  const device = network.fragment('router', id)
  const start: Place = { at: 'device', device: id, from: 'lan' }
  const inside = (device?.connections ?? []).flatMap((connection) => {
    const cidr = network.index.getOf('vpn-connection', connection)?.TunnelOptions[0]?.TunnelInsideCidr
    const prefix = cidr === undefined ? undefined : parsePrefix(cidr)
    // The customer end is the second usable address of the inside block (F-VPN-36).
    return prefix ? [{ family: prefix.family, value: prefix.value + 2n }] : []
  })
  const end = siteEnd(network, device?.site, start)
  return end.addresses.length > 0 || inside.length === 0 ? end : { addresses: inside.slice(0, 1), start, standIn: id }
}

/** A server or directory at a place: its own address, else any of the place's. */
function addressedEnd(end: End, address: string | undefined): End {
  const own = texts([address])
  if (own.length === 0) return end
  const { problem: _, ...placed } = end
  return { ...placed, addresses: own }
}

const NOBODY_OPENS: End = { addresses: [], start: undefined, problem: 'remote users open connections, nothing can open one to them' }

/** People at a site are hosts of it. */
function usersAtSite(network: Network, site: ResourceId, prefix: string | undefined): End {
  return siteEnd(network, site, { at: 'site', site }, prefix === undefined ? {} : { prefixes: parsePrefixes([prefix]) })
}

/** Remote users, once for each link that they may come in by. */
function remoteUsers(network: Network, users: ResourceId, wayIn: ResourceId | undefined): End[] {
  return waysIn(network, users).flatMap(({ link, pool, isHidden }): End[] => {
    if (wayIn !== undefined && link !== wayIn) return []
    const hidden = isHidden && UNNAMED_HOST ? [UNNAMED_HOST] : []
    const addresses = pool ? [sampleAddress(pool)] : hidden
    return [{ addresses, start: { at: 'remote-access', link }, users, ...(addresses.length === 0 ? { problem: 'the design does not say which addresses the users get' } : {}) }]
  })
}

/** Everybody whom a sender may be: one end for most, one for each way in of remote users, or for the one that is asked for. */
export function sendersOf(network: Network, id: ResourceId | 'internet', wanted: Address | undefined, skip: number, wayIn?: ResourceId): readonly End[] {
  const users = id === 'internet' ? undefined : network.index.getOf('user-group', id)
  if (!users || users.site !== undefined) return [endOf(network, id, wanted, skip)]
  const ways = remoteUsers(network, users.id, wayIn)
  return ways.length > 0 ? ways : [{ addresses: [], start: undefined, problem: 'nothing lets the users in: draw remote access to an endpoint, a server or a device' }]
}

/** The zone that an end sends from. */
function zoneOfEnd(network: Network, { start }: End): string | undefined {
  return start?.at === 'host' ? network.elements.zoneOf(start.host.subnet) : start?.at === 'subnet' ? network.elements.zoneOf(start.subnet) : undefined
}

function vpcOfEnd(network: Network, { start }: End): ResourceId | undefined {
  const subnet = start?.at === 'host' ? start.host.subnet : start?.at === 'subnet' ? start.subnet : undefined
  return network.fragment('subnet', subnet)?.vpc
}

/** Everybody whom a receiver may be: a service offers each of its interfaces, the sender's own zone first (F-PL-3). */
export function receiversOf(health: Health, id: ResourceId | 'internet', sender: End | undefined): readonly End[] {
  const { network } = health
  const resource = id === 'internet' ? undefined : network.index.get(id)
  const zone = sender && zoneOfEnd(network, sender)
  const hosts = (service: ResourceId, subnets: readonly ResourceId[]): End[] => interfacesFor({ network, health }, service, subnets, zone).map((host) => ({ ...hostEnd(network, [host], undefined), start: undefined }))
  const orNone = (ends: End[]): readonly End[] => (ends.length > 0 ? ends : [{ addresses: [], start: undefined, problem: 'it has no interface in any subnet' }])
  if (resource?.kind === 'vpc-endpoint' && resource.VpcEndpointType === 'Interface') return orNone(hosts(resource.id, resource.SubnetIds ?? []))
  if (resource?.kind === 'load-balancer') return orNone(hosts(resource.id, resource.SubnetIds))
  if (resource?.kind !== 'vpc-endpoint-service') return [endOf(network, id, undefined, 1)]
  const own = sender && vpcOfEnd(network, sender)
  const endpoints = network.index.referrers(resource.id).flatMap(({ resource: endpoint }) => (endpoint.kind === 'vpc-endpoint' && endpoint.VpcEndpointType === 'Interface' && endpoint.service === resource.id ? [endpoint] : []))
  endpoints.sort((a, b) => Number(b.VpcId === own) - Number(a.VpcId === own) || (a.id < b.id ? -1 : 1))
  return orNone(endpoints.flatMap((endpoint) => hosts(endpoint.id, endpoint.SubnetIds ?? [])))
}

/** Where people and servers stand that are no place of their own: a packet for them arrives there. */
export function standsAt(network: Network, id: ResourceId | 'internet'): ResourceId | 'internet' {
  const resource = id === 'internet' ? undefined : network.index.get(id)
  if (resource?.kind === 'server') return resource.site
  if (resource?.kind === 'user-group') return resource.site ?? id
  return resource?.kind === 'directory' ? (resource.site ?? resource.SubnetId ?? 'internet') : id
}

/** One end as a place with addresses. */
export function endOf(network: Network, id: ResourceId | 'internet', wanted: Address | undefined, skip: number): End {
  if (id === 'internet') return { addresses: internetHosts(network), start: { at: 'internet' } }
  const resource = network.index.get(id)
  switch (resource?.kind) {
    case 'instance':
      return hostEnd(network, instanceInterfaces(resource), wanted)
    case 'network-interface':
      return hostEnd(network, network.interfacesIn(resource.SubnetId, id), wanted)
    case 'nat-gateway':
      return { ...hostEnd(network, network.interfacesIn(resource.SubnetId, id), wanted), start: undefined }
    case 'subnet':
      return subnetEnd(network, id, skip)
    case 'vpc': {
      const first = network.fragment('vpc', id)?.subnets[0]
      return first === undefined ? { addresses: [], start: undefined, problem: 'the VPC has no subnet' } : subnetEnd(network, first, skip)
    }
    case 'site':
      return siteEnd(network, id, { at: 'site', site: id }, { unnamed: unnamedNetwork(network, id) })
    case 'customer-gateway':
      return deviceEnd(network, id)
    case 'server':
      return addressedEnd(siteEnd(network, resource.site, { at: 'site', site: resource.site }), resource.IpAddress)
    case 'user-group':
      return resource.site === undefined ? NOBODY_OPENS : usersAtSite(network, resource.site, resource.prefix)
    case 'directory': {
      if (resource.site === undefined && resource.SubnetId === undefined) return endOf(network, 'internet', wanted, skip)
      const place = resource.site === undefined ? resource.SubnetId : undefined
      if (place !== undefined) return resource.IpAddress === undefined ? subnetEnd(network, place, skip) : { ...addressedEnd(subnetEnd(network, place, skip), resource.IpAddress) }
      const site = resource.site
      return site === undefined ? NOBODY_OPENS : addressedEnd(siteEnd(network, site, { at: 'site', site }), resource.IpAddress)
    }
    case 'vpc-endpoint': {
      const list = network.index.getOf('prefix-list', resource.prefixList)
      const addresses = (list?.Entries ?? []).flatMap(({ Cidr }) => parsePrefix(Cidr) ?? []).map(sampleAddress)
      return { addresses, start: undefined, ...(addresses.length === 0 ? { problem: "the design does not hold the service's prefix list" } : {}) }
    }
    case 'vpn-gateway': {
      // As if a packet came out of one of its tunnels.
      const link = network.fragment('vpn-gateway', id)?.connections[0] ?? id
      return { addresses: texts(['169.254.6.2']), start: { at: 'vpn-gateway', gateway: id, from: link } }
    }
    default:
      return { addresses: [], start: undefined, problem: 'a packet can neither start nor end there' }
  }
}

