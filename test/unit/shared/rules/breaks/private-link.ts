import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'client-address-hidden', was: `Type === 'network' && proxyProtocolV2 !== true`, is: `Type === 'network'` },
  { rule: 'endpoint-cross-region', was: 'service && regionOf(index, service.VpcId)', is: 'service' },
  { rule: 'endpoint-group-closed', was: '!group', is: 'group' },
  { rule: 'endpoint-ping', was: `intent.to === 'internet'`, is: `intent.to !== 'internet'` },
  { rule: 'endpoint-private-dns', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'endpoint-service-balancer', was: 'id < service.id', is: 'id <= service.id' },
  { rule: 'endpoint-single-zone', was: 'if (subnets.length === 0 || (zones?.size ?? subnets.length) > 1) return', is: 'if (false) return' },
  { rule: 'endpoint-udp-size', was: `Listeners.some(({ Protocol }) => Protocol === 'UDP')`, is: `Listeners.every(({ Protocol }) => Protocol === 'UDP')` },
  { rule: 'endpoint-zone-unsupported', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'endpoints-per-vpc', in: 'rules/readings/quotas/of-hubs.ts', was: `VpcEndpointType !== 'Gateway'`, is: `VpcEndpointType === 'Gateway'` },
  { rule: 'gateway-endpoint-remote', was: `endpoint?.VpcEndpointType !== 'Gateway' || vpcOf(index, intent.from) === endpoint.VpcId`, is: `endpoint?.VpcEndpointType !== 'Gateway'` },
  { rule: 'gateway-load-balancer-endpoint-route', was: 'users.filter((subnet) => sharesZone(subnet, home) === false)', is: 'users' },
  { rule: 'nat-instead-of-gateway-endpoint', was: 'ids.filter((id) => !endpoint.RouteTableIds.includes(id))', is: 'ids' },
  { rule: 'private-link-no-failover', was: 'regions.length < 2', is: 'regions.length <= 2' },
  { rule: 'provider-cannot-initiate', was: `intent.direction === 'both' ? [[to, from] as const] : []`, is: '([])' },
]
