import type { DesignIndex } from '../document/query.ts'
import { DEDICATED_PORTS, HOSTED_CONNECTIONS, PRICES, type PriceFact, type PriceName, UNREAD_PRICES, type UnreadPrice } from '../facts/prices.ts'
import { mbpsOf } from '../model/bandwidth.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource, ResourceOf } from '../model/index.ts'
import { monthlyMills } from './money.ts'
import type { Charge, ResourceCost, Untold } from './types.ts'

type Costing<K extends Kind> = (resource: ResourceOf<K>, index: DesignIndex) => ResourceCost

function charge(price: PriceFact, at: ResourceId, units = 1): Charge[] {
  return units === 0 ? [] : [{ price, units, mills: monthlyMills(price.value, units), at }]
}

const unread = (name: UnreadPrice): Untold => UNREAD_PRICES[name]
const used = (...names: readonly PriceName[]): readonly PriceFact[] => names.map((name) => PRICES[name])
const known = (charges: readonly Charge[], usage: readonly PriceFact[] = []): ResourceCost => ({ charges, usage, untold: [] })

/** The public IPv4 addresses that are written at interfaces. */
function publicAddresses(resource: ResourceOf<'instance'> | ResourceOf<'network-interface'>): Charge[] {
  const further = resource.kind === 'instance' ? (resource.NetworkInterfaces ?? []) : []
  const count = [resource, ...further].filter(({ PublicIpAddress }) => PublicIpAddress !== undefined && !PublicIpAddress.includes(':')).length
  return charge(PRICES['public-ipv4'], resource.id, count)
}

function portOf(connection: ResourceOf<'direct-connect-connection'>): ResourceCost {
  const mbps = mbpsOf(connection.Bandwidth)
  const isHosted = connection.connectionType === 'hosted'
  const port = mbps === undefined ? undefined : (isHosted ? HOSTED_CONNECTIONS : DEDICATED_PORTS).get(mbps)
  const usage = used('direct-connect-out')
  const notes = isHosted ? ['without what the partner asks'] : ['without the cross-connect and what the carrier asks']
  if (/^ap-northeast-[13]$/.test(connection.Region ?? '')) return { charges: [], usage, untold: [unread('japan')] }
  if (!port) return { charges: [], usage, untold: [{ fact: isHosted ? 'F-COST-21' : 'F-COST-20', why: mbps === undefined ? 'the design does not say the speed of the port' : `no price of a ${isHosted ? 'hosted' : 'dedicated'} connection of ${connection.Bandwidth} is known` }] }
  return { ...known(charge(port, connection.id), usage), notes }
}

function natOf(nat: ResourceOf<'nat-gateway'>): ResourceCost {
  const addresses = nat.ConnectivityType === 'private' ? 0 : Math.max(nat.AvailabilityMode === 'zonal' ? 1 : 0, nat.NatGatewayAddresses.filter(({ PublicIp }) => PublicIp !== undefined).length)
  const ipv4 = charge(PRICES['public-ipv4'], nat.id, addresses)
  if (nat.AvailabilityMode === 'regional') return { charges: ipv4, usage: [], untold: [unread('regional-nat')] }
  return known([...charge(PRICES['nat-gateway'], nat.id), ...ipv4], used('nat-data', ...(nat.ConnectivityType === 'private' ? [] : (['internet-out'] as const))))
}

function endpointOf(endpoint: ResourceOf<'vpc-endpoint'>): ResourceCost {
  if (endpoint.VpcEndpointType === 'Gateway') return known([])
  const [price, data] = endpoint.VpcEndpointType === 'Interface' ? (['interface-endpoint', 'interface-endpoint-data'] as const) : (['gateway-load-balancer-endpoint', 'gateway-load-balancer-endpoint-data'] as const)
  const zones = endpoint.SubnetIds?.length ?? 0
  if (zones === 0) return { charges: [], usage: used(data), untold: [{ fact: PRICES[price].fact, why: 'the design does not say in which subnets it is' }] }
  return known(charge(PRICES[price], endpoint.id, zones), used(data))
}

function balancerOf(balancer: ResourceOf<'load-balancer'>): ResourceCost {
  const addresses = balancer.Scheme === 'internet-facing' ? charge(PRICES['public-ipv4'], balancer.id, balancer.SubnetIds.length) : []
  if (balancer.Type !== 'network') return { charges: addresses, usage: [], untold: [unread('other-load-balancers')] }
  return { ...known([...charge(PRICES['network-load-balancer'], balancer.id), ...addresses]), notes: ['without load balancer capacity units, which depend on traffic'] }
}

function vpnOf(vpn: ResourceOf<'vpn-connection'>): ResourceCost {
  const at = vpn.TransitGatewayId ?? vpn.VpnGatewayId ?? vpn.CoreNetworkId ?? vpn.id
  const isLarge = vpn.TunnelBandwidth === 'large'
  const isPrivate = vpn.OutsideIpAddressType === 'PrivateIpv4'
  const untold = [...(isLarge ? [unread('large-tunnels')] : []), ...(vpn.CoreNetworkId === undefined ? [] : [unread('core-network-attachment')])]
  const charges = [
    ...(isLarge ? [] : charge(PRICES['vpn-connection'], at)),
    ...(vpn.TransitGatewayId === undefined ? [] : charge(PRICES['transit-gateway-attachment'], at)),
    // Two accelerators, one for each tunnel.
    ...(vpn.EnableAcceleration ? charge(PRICES.accelerator, at, 2) : []),
  ]
  const usage = used(...(vpn.TransitGatewayId === undefined ? [] : (['transit-gateway-data'] as const)), isPrivate ? 'direct-connect-out' : 'internet-out')
  const notes = [...(vpn.EnableAcceleration ? ['without the premium of accelerated traffic'] : []), ...(isPrivate || vpn.OutsideIpAddressType === 'Ipv6' ? [] : [UNREAD_PRICES['tunnel-addresses'].why])]
  return { charges, usage, untold, untoldAt: at, ...(notes.length === 0 ? {} : { notes }) }
}

/** Peers of one Connect attachment share its charge; the first of them bears it. */
function connectOf(peer: ResourceOf<'transit-gateway-connect-peer'>, index: DesignIndex): ResourceCost {
  const name = peer.TransitGatewayAttachmentId
  const first = name === undefined ? peer : index.all('transit-gateway-connect-peer').find((other) => other.TransitGatewayId === peer.TransitGatewayId && other.TransitGatewayAttachmentId === name)
  return first?.id === peer.id ? known(charge(PRICES['transit-gateway-attachment'], peer.TransitGatewayId), used('transit-gateway-data')) : { ...known([]), notes: ['its Connect attachment is counted at another peer'] }
}

function lagOf(lag: ResourceOf<'direct-connect-lag'>, index: DesignIndex): ResourceCost {
  const hasMembers = index.referrers(lag.id).some(({ resource }) => resource.kind === 'direct-connect-connection' && resource.LagId === lag.id)
  return hasMembers ? { ...known([]), notes: ['its connections are counted one by one'] } : { charges: [], usage: [], untold: [{ fact: 'F-COST-20', why: 'the design does not hold its connections' }] }
}

function clientVpnOf(endpoint: ResourceOf<'client-vpn-endpoint'>): ResourceCost {
  if (endpoint.TransitGatewayId !== undefined) return { charges: [], usage: used('client-vpn-user'), untold: [unread('client-vpn-transit')] }
  return known(charge(PRICES['client-vpn-association'], endpoint.id, endpoint.ClientVpnTargetNetworks.length), used('client-vpn-user', 'internet-out'))
}

/** `free`: AWS asks nothing for it by itself; `not-aws`: somebody else is paid for it, or nobody; `drawing`: means nothing to the network. */
type Unpriced = 'free' | 'not-aws' | 'drawing'

const COSTINGS: { readonly [K in Kind]: Costing<K> | Unpriced } = {
  'aws-public-services': 'free',
  'carrier-circuit': 'not-aws',
  'client-vpn-endpoint': clientVpnOf,
  'core-network': () => ({ charges: [], usage: [], untold: [unread('core-network-edge')] }),
  'core-network-attachment': ({ VpcId }) => known(charge(PRICES['core-network-vpc-attachment'], VpcId)),
  'core-network-segment': 'free',
  'customer-gateway': 'not-aws',
  'direct-connect-connection': portOf,
  'direct-connect-gateway': 'free',
  'direct-connect-gateway-association': ({ TransitGatewayId, CoreNetworkId }) =>
    CoreNetworkId !== undefined ? { charges: [], usage: [], untold: [unread('core-network-attachment')] } : TransitGatewayId === undefined ? known([]) : known(charge(PRICES['transit-gateway-attachment'], TransitGatewayId), used('transit-gateway-data')),
  'direct-connect-lag': lagOf,
  directory: 'not-aws',
  'egress-only-internet-gateway': () => known([], used('internet-out')),
  frame: 'drawing',
  instance: (instance) => ({ charges: publicAddresses(instance), usage: [], untold: [unread('instance')] }),
  'internet-gateway': () => known([], used('internet-out')),
  'isp-link': 'not-aws',
  legend: 'drawing',
  'load-balancer': balancerOf,
  'nat-gateway': natOf,
  'network-acl': 'free',
  'network-interface': (card) => known(publicAddresses(card)),
  note: 'drawing',
  'power-domain': 'not-aws',
  'prefix-list': 'free',
  'remote-access': 'free',
  'route-server': () => ({ charges: [], usage: [], untold: [unread('route-server')] }),
  'route-table': 'free',
  'security-group': 'free',
  server: 'not-aws',
  site: 'not-aws',
  'software-vpn': () => known([], used('internet-out')),
  subnet: 'free',
  'transit-gateway': 'free',
  'transit-gateway-connect-peer': connectOf,
  // An attachment of both gateways: each pays for its own.
  'transit-gateway-peering-attachment': ({ TransitGatewayId, PeerTransitGatewayId }) => known([TransitGatewayId, PeerTransitGatewayId].flatMap((at) => charge(PRICES['transit-gateway-attachment'], at)), used('inter-region')),
  'transit-gateway-route-table': 'free',
  'transit-gateway-vpc-attachment': ({ VpcId }) => known(charge(PRICES['transit-gateway-attachment'], VpcId), used('transit-gateway-data')),
  'user-group': 'not-aws',
  'virtual-interface': ({ SiteLinkEnabled }) => ({ charges: [], usage: [], untold: SiteLinkEnabled ? [unread('sitelink')] : [] }),
  'vpc': 'free',
  'vpc-endpoint': endpointOf,
  'vpc-endpoint-service': 'free',
  'vpc-peering-connection': () => known([], used('inter-zone', 'inter-region')),
  'vpn-connection': vpnOf,
  'vpn-gateway': 'free',
  'wan-link': 'not-aws',
}

/** What a resource costs; or that AWS asks nothing for it, or that it is not AWS's. */
export function costOf(resource: Resource, index: DesignIndex): ResourceCost | Unpriced {
  const costing = COSTINGS[resource.kind] as Costing<Kind> | Unpriced // the entry of this very kind
  return typeof costing === 'string' ? costing : costing(resource, index)
}
