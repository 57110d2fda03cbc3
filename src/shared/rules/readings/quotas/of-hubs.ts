import type { DesignIndex } from '../../../document/query.ts'
import type { QuotaName } from '../../../facts/quotas.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { referrersOf } from '../sessions.ts'
import { transitAttachmentsOf } from '../transit-attachments.ts'
import { broughtBy } from '../transit-learned.ts'
import { byRegion, type Count, type EachCounter, one, type PlaceCounter } from './count.ts'

type Peer = ResourceOf<'transit-gateway-connect-peer'>

/** The peers of one Connect attachment, in order of id. */
export function connectSiblings(index: DesignIndex, peer: Peer): readonly Peer[] {
  const { TransitGatewayAttachmentId: attachment, TransportTransitGatewayAttachmentId: transport } = peer
  if (attachment === undefined || transport === undefined) return [peer]
  return referrersOf(index, 'transit-gateway-connect-peer', transport).filter((other) => other.TransitGatewayAttachmentId === attachment)
}

function routesOf(index: DesignIndex, gateway: ResourceId): number {
  const tables = index.childrenOf('transit-gateway-route-table', gateway)
  return tables.reduce((sum, table) => sum + table.Routes.length + table.Propagations.reduce((part, attachment) => part + broughtBy(index, attachment).length, 0), 0)
}

const peeringsOf = (index: DesignIndex, gateway: ResourceId) => transitAttachmentsOf(index, gateway).filter((attachment) => attachment.kind === 'transit-gateway-peering-attachment')

/** Peerings with each other gateway, counted on the side whose id comes first. */
function peeringsByPeer(gateway: ResourceOf<'transit-gateway'>, index: DesignIndex): readonly Count[] {
  const counts = new Map<ResourceId, number>()
  for (const { TransitGatewayId, PeerTransitGatewayId } of peeringsOf(index, gateway.id)) {
    const other = TransitGatewayId === gateway.id ? PeerTransitGatewayId : TransitGatewayId
    if (gateway.id < other) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return [...counts.values()].map((count) => ({ count }))
}

/** Quotas of transit gateways, endpoints, Client VPN and Cloud WAN. */
export const OF_HUBS = {
  'transit-gateways-per-account': { places: (index) => byRegion(index.all('transit-gateway').map((gateway) => [gateway.id, gateway])) },
  'cidr-blocks-per-transit-gateway': { each: { 'transit-gateway': (gateway) => one(gateway.TransitGatewayCidrBlocks.length) } },
  'route-tables-per-transit-gateway': { each: { 'transit-gateway': (gateway, index) => one(index.childrenOf('transit-gateway-route-table', gateway.id).length) } },
  'routes-per-transit-gateway': { each: { 'transit-gateway': (gateway, index) => one(routesOf(index, gateway.id)) } },
  'attachments-per-transit-gateway': { each: { 'transit-gateway': (gateway, index) => one(transitAttachmentsOf(index, gateway.id).length) } },
  'peerings-per-transit-gateway': { each: { 'transit-gateway': (gateway, index) => one(peeringsOf(index, gateway.id).length) } },
  'peerings-between-two-transit-gateways': { each: { 'transit-gateway': peeringsByPeer } },
  'transit-gateways-per-vpc': { each: { vpc: (vpc, index) => one(new Set(referrersOf(index, 'transit-gateway-vpc-attachment', vpc.id).map(({ TransitGatewayId }) => TransitGatewayId)).size) } },
  'connect-peers-per-attachment': { each: { 'transit-gateway-connect-peer': (peer, index) => { const all = connectSiblings(index, peer); return all[0] === peer ? one(all.length) : [] } } },
  'routes-from-connect-peer': { each: { 'transit-gateway-connect-peer': (peer, index) => one(broughtBy(index, peer.id).length) } },
  'interface-endpoints-per-vpc': { each: { vpc: (vpc, index) => one(index.childrenOf('vpc-endpoint', vpc.id).filter(({ VpcEndpointType }) => VpcEndpointType !== 'Gateway').length) } },
  'gateway-endpoints-per-region': { places: (index) => byRegion(index.all('vpc-endpoint').filter(({ VpcEndpointType }) => VpcEndpointType === 'Gateway').map((endpoint) => [endpoint.id, index.getOf('vpc', endpoint.VpcId)])) },
  'client-vpn-endpoints': { places: (index) => byRegion(index.all('client-vpn-endpoint').map((endpoint) => [endpoint.id, endpoint.Region === undefined ? index.getOf('vpc', endpoint.VpcId) : endpoint])) },
  'client-vpn-rules': { each: { 'client-vpn-endpoint': (endpoint) => one(endpoint.AuthorizationRules.length) } },
  'client-vpn-routes': { each: { 'client-vpn-endpoint': ({ ClientVpnTargetNetworks, Routes }) => one(Math.max(0, ...ClientVpnTargetNetworks.map(({ SubnetId }) => 1 + Routes.filter(({ TargetSubnet }) => TargetSubnet === undefined || TargetSubnet === SubnetId).length))) } },
  'core-network-segments': { each: { 'core-network': (core, index) => one(index.childrenOf('core-network-segment', core.id).length) } },
  'core-network-attachments': { each: { 'core-network': (core, index) => one(referrersOf(index, 'core-network-attachment', core.id).length + referrersOf(index, 'vpn-connection', core.id).length) } },
} satisfies { readonly [N in QuotaName]?: EachCounter | PlaceCounter }
