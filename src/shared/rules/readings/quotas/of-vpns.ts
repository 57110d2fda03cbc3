import type { DesignIndex } from '../../../document/query.ts'
import type { QuotaName } from '../../../facts/quotas.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { announcedOver } from '../announcements.ts'
import { referrersOf } from '../sessions.ts'
import { byRegion, type EachCounter, type NoCounter, one, type Placed, type PlaceCounter } from './count.ts'

type Connection = ResourceOf<'vpn-connection'>

/** Where a virtual private gateway is: as it says, else where its VPC is. */
function placeOfGateway(index: DesignIndex, gateway: ResourceOf<'vpn-gateway'>): Placed {
  const vpc = index.getOf('vpc', gateway.VpcAttachments[0]?.VpcId)
  return { Region: gateway.Region ?? vpc?.Region, OwnerId: gateway.OwnerId }
}

/** Where a VPN connection is: where the gateway is that it ends on. */
function placeOf(index: DesignIndex, { VpnGatewayId, TransitGatewayId }: Connection): Placed | undefined {
  const gateway = index.getOf('vpn-gateway', VpnGatewayId)
  return gateway ? placeOfGateway(index, gateway) : index.getOf('transit-gateway', TransitGatewayId)
}

const connections = (index: DesignIndex, wanted: (connection: Connection) => boolean) => byRegion(index.all('vpn-connection').filter(wanted).map((connection) => [connection.id, placeOf(index, connection)]))

/** Customer gateways as AWS counts them: a device has one wherever connections of it end. */
function customerGateways(index: DesignIndex) {
  const seen = new Set<string>()
  return index.all('vpn-connection').flatMap((connection) => {
    const place = placeOf(index, connection)
    const key = [connection.CustomerGatewayId, place?.Region, place?.OwnerId].join(' ')
    if (seen.has(key)) return []
    seen.add(key)
    return [[connection.CustomerGatewayId, place] as const]
  })
}

function bgpRoutes(connection: Connection, index: DesignIndex) {
  if (connection.StaticRoutesOnly) return []
  return one(announcedOver(index, index.getOf('customer-gateway', connection.CustomerGatewayId), connection.id)?.length ?? 0)
}

/** Quotas of Site-to-Site VPN. */
export const OF_VPNS = {
  'customer-gateways-per-region': { places: (index) => byRegion(customerGateways(index)) },
  'vpn-gateways-per-region': { places: (index) => byRegion(index.all('vpn-gateway').map((gateway) => [gateway.id, placeOfGateway(index, gateway)])) },
  'vpn-connections-per-region': { places: (index) => connections(index, () => true) },
  'accelerated-vpn-connections': { places: (index) => connections(index, ({ EnableAcceleration }) => EnableAcceleration === true) },
  'large-vpn-connections': { places: (index) => connections(index, ({ TunnelBandwidth }) => TunnelBandwidth === 'large') },
  'vpn-connections-per-vpn-gateway': { each: { 'vpn-gateway': (gateway, index) => one(referrersOf(index, 'vpn-connection', gateway.id).length) } },
  'static-routes-per-vpn-connection': { each: { 'vpn-connection': (connection) => (connection.VpnGatewayId === undefined || !connection.StaticRoutesOnly ? [] : one(connection.Routes.length)) } },
  'bgp-routes-to-vpn-gateway': { each: { 'vpn-connection': (connection, index) => (connection.VpnGatewayId === undefined ? [] : bgpRoutes(connection, index)) } },
  'bgp-routes-to-transit-gateway': { each: { 'vpn-connection': (connection, index) => (connection.TransitGatewayId === undefined ? [] : bgpRoutes(connection, index)) } },
  'routes-from-transit-gateway': { notCounted: 'What a transit gateway tells a router follows from its route table and is not counted yet.' },
} satisfies { readonly [N in QuotaName]?: EachCounter | PlaceCounter | NoCounter }
