import type { DesignIndex } from '../../../document/query.ts'
import { FAST_PORT_GBPS } from '../../../facts/direct-connect.ts'
import { type QuotaName, QUOTAS } from '../../../facts/quotas.ts'
import { mbpsOf } from '../../../model/bandwidth.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { announcedOver } from '../announcements.ts'
import { membersOf } from '../campuses.ts'
import { interfacesOf } from '../port-interfaces.ts'
import { referrersOf } from '../sessions.ts'
import { byPlace, byRegion, type Count, type EachCounter, one, type PlaceCounter } from './count.ts'

type Port = ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'>

/** Counts for a dedicated port: a connection by itself, or a LAG. */
function ofPorts(count: (interfaces: number, transit: number) => number): EachCounter {
  const ofPort = (port: Port, index: DesignIndex): readonly Count[] => {
    const interfaces = interfacesOf(index, port)
    return one(count(interfaces.length, interfaces.filter(({ VirtualInterfaceType }) => VirtualInterfaceType === 'transit').length))
  }
  return { each: { 'direct-connect-connection': (port, index) => (port.connectionType === 'hosted' || port.LagId !== undefined ? [] : ofPort(port, index)), 'direct-connect-lag': ofPort } }
}

/** Whether a LAG's members are as fast as those of which it takes fewer. */
export function isFast(index: DesignIndex, lag: ResourceOf<'direct-connect-lag'>): boolean {
  const mbps = mbpsOf(lag.ConnectionsBandwidth ?? membersOf(index, lag.id)[0]?.Bandwidth)
  return mbps !== undefined && mbps >= FAST_PORT_GBPS.value * 1000
}

function ofInterface(vif: ResourceOf<'virtual-interface'>, index: DesignIndex): readonly Count[] {
  const router = index.getOf('customer-gateway', vif.customerRouter)
  const announced = vif.VirtualInterfaceType === 'public' ? undefined : router && announcedOver(index, router, vif.id)
  const limit = vif.prefixAllocation ?? QUOTAS['prefixes-per-interface'].value
  return announced ? ([4, 6] as const).map((family) => ({ what: `IPv${family}`, count: announced.filter((prefix) => prefix.family === family).length, limit })) : []
}

const associations = (index: DesignIndex, gateway: ResourceId, field: 'VpnGatewayId' | 'TransitGatewayId') => referrersOf(index, 'direct-connect-gateway-association', gateway).filter((association) => association[field] !== undefined).length

/** The Direct Connect gateways that a gateway is associated with, each once. */
export const joinedBy = (index: DesignIndex, gateway: ResourceId) => [...new Set(referrersOf(index, 'direct-connect-gateway-association', gateway).map(({ DirectConnectGatewayId }) => DirectConnectGatewayId))]

/** Quotas of Direct Connect. */
export const OF_DIRECT_CONNECT = {
  'interfaces-per-port': ofPorts((all, transit) => all - transit),
  'transit-interfaces-per-port': ofPorts((_, transit) => transit),
  'all-interfaces-per-port': ofPorts((all) => all),
  'interfaces-per-hosted-connection': { each: { 'direct-connect-connection': (connection, index) => (connection.connectionType === 'hosted' ? one(interfacesOf(index, connection).length) : []) } },
  'connections-per-location': { places: (index) => byPlace(index.all('direct-connect-connection').map(({ id, Location, Region }) => [id, Location === undefined ? undefined : `${Location}${Region === undefined ? '' : `, ${Region}`}`])) },
  'lag-members': { each: { 'direct-connect-lag': (lag, index) => (isFast(index, lag) ? [] : one(membersOf(index, lag.id).length)) } },
  'fast-lag-members': { each: { 'direct-connect-lag': (lag, index) => (isFast(index, lag) ? one(membersOf(index, lag.id).length) : []) } },
  'lags-per-region': { places: (index) => byRegion(index.all('direct-connect-lag').map((lag) => [lag.id, lag])) },
  'direct-connect-gateways': { places: (index) => byPlace(index.all('direct-connect-gateway').map(({ id, OwnerId }) => [id, OwnerId === undefined ? undefined : `account ${OwnerId}`])) },
  'vpn-gateways-per-direct-connect-gateway': { each: { 'direct-connect-gateway': (gateway, index) => one(associations(index, gateway.id, 'VpnGatewayId')) } },
  'transit-gateways-per-direct-connect-gateway': { each: { 'direct-connect-gateway': (gateway, index) => one(associations(index, gateway.id, 'TransitGatewayId')) } },
  'interfaces-per-direct-connect-gateway': { each: { 'direct-connect-gateway': (gateway, index) => one(referrersOf(index, 'virtual-interface', gateway.id).length) } },
  'direct-connect-gateways-per-transit-gateway': { each: { 'transit-gateway': (gateway, index) => one(joinedBy(index, gateway.id).length) } },
  'prefixes-per-interface': { each: { 'virtual-interface': ofInterface } },
  'prefixes-per-public-interface': { each: { 'virtual-interface': (vif) => (vif.VirtualInterfaceType === 'public' ? one(vif.RouteFilterPrefixes?.length ?? 0) : []) } },
  'prefixes-from-transit-gateway': { each: { 'direct-connect-gateway-association': (association) => (association.TransitGatewayId === undefined ? [] : one(association.AllowedPrefixes.length)) } },
} satisfies { readonly [N in QuotaName]?: EachCounter | PlaceCounter }
