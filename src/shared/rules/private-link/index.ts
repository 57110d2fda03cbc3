import type { Rule } from '../rule.ts'
import clientAddressHidden from './client-address-hidden.ts'
import endpointCrossRegion from './endpoint-cross-region.ts'
import endpointGroupClosed from './endpoint-group-closed.ts'
import endpointPing from './endpoint-ping.ts'
import endpointPrivateDns from './endpoint-private-dns.ts'
import endpointServiceBalancer from './endpoint-service-balancer.ts'
import endpointSingleZone from './endpoint-single-zone.ts'
import endpointUdpSize from './endpoint-udp-size.ts'
import endpointZoneUnsupported from './endpoint-zone-unsupported.ts'
import endpointsPerVpc from './endpoints-per-vpc.ts'
import gatewayEndpointRemote from './gateway-endpoint-remote.ts'
import gatewayLoadBalancerEndpointRoute from './gateway-load-balancer-endpoint-route.ts'
import natInsteadOfGatewayEndpoint from './nat-instead-of-gateway-endpoint.ts'
import privateLinkNoFailover from './private-link-no-failover.ts'
import providerCannotInitiate from './provider-cannot-initiate.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [clientAddressHidden, endpointCrossRegion, endpointGroupClosed, endpointPing, endpointPrivateDns, endpointServiceBalancer, endpointSingleZone, endpointUdpSize, endpointZoneUnsupported, endpointsPerVpc, gatewayEndpointRemote, gatewayLoadBalancerEndpointRoute, natInsteadOfGatewayEndpoint, privateLinkNoFailover, providerCannotInitiate]
