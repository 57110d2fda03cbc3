import { add, all, set, unasked, type Draft, type Mistake } from './making.ts'

/** The good sample that most of these mistakes are made in. */
const NET = 'provider-cannot-initiate/good'
const [ENDPOINT, SERVICE, BALANCER] = ['vpc-endpoint:to-pay', 'vpc-endpoint-service:payments', 'load-balancer:nlb']
const intent = (fields: Readonly<Record<string, unknown>>) => (draft: Draft) => void (draft.intents['intent:new'] = { id: 'intent:new', expect: 'reach', direction: 'one-way', status: 'accepted', ...fields })

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'provider-cannot-initiate', sample: NET, what: 'the provider is to open', make: intent({ from: 'vpc:pay', to: 'vpc:shop' }) },
  { rule: 'return-route-missing', sample: 'provider-cannot-initiate/good-peered', what: 'a provider that is peered has no route', make: set('route-table:pay-main', { Routes: [] }) },
  { rule: 'endpoint-single-zone', sample: NET, what: 'an endpoint in one zone', make: all(set(ENDPOINT, { SubnetIds: ['subnet:shop-b'] }), unasked) },
  { rule: 'endpoint-zone-unsupported', sample: NET, what: 'a subnet in another zone', make: set('subnet:shop-b', { AvailabilityZone: 'us-east-1f', AvailabilityZoneId: 'use1-az6' }) },
  { rule: 'endpoint-cross-region', sample: 'endpoint-cross-region/good', what: 'the Region not supported', make: set(SERVICE, { SupportedRegions: ['eu-west-2'] }) },
  { rule: 'gateway-endpoint-remote', sample: 'gateway-endpoint-remote/good', what: 'another VPC wants it', make: intent({ from: 'vpc:shop', to: 'vpc-endpoint:s3' }) },
  { rule: 'endpoint-private-dns', sample: 'endpoint-private-dns/good', what: 'DNS support off', make: set('vpc:shop', { EnableDnsSupport: false }) },
  { rule: 'endpoint-service-balancer', sample: NET, what: 'no load balancer', make: set(SERVICE, { loadBalancers: [] }) },
  { rule: 'endpoint-group-closed', sample: NET, what: 'other clients in the group', make: set('security-group:callers', { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.3.0.0/16' }] }] }) },
  { rule: 'endpoint-udp-size', sample: NET, what: 'a UDP listener', make: set(BALANCER, { Listeners: [{ Port: 443, Protocol: 'TCP' }, { Port: 53, Protocol: 'UDP' }] }) },
  { rule: 'endpoints-per-vpc', sample: 'endpoints-per-vpc/good', what: 'one more', make: add({ kind: 'vpc-endpoint', id: 'vpc-endpoint:more', name: 'more', VpcId: 'vpc:shop', VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.us-east-1.kms', RouteTableIds: [] }) },
  { rule: 'endpoint-ping', sample: NET, what: 'a ping as health test', make: intent({ from: 'vpc:shop', to: ENDPOINT, protocol: 1 }) },
  { rule: 'private-link-no-failover', sample: 'private-link-no-failover/good', what: 'the same of another Region', make: add({ kind: 'vpc-endpoint', id: 'vpc-endpoint:kms-2', name: 'kms-2', VpcId: 'vpc:shop', VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.kms', ServiceRegion: 'eu-west-1', RouteTableIds: [] }) },
  { rule: 'nat-instead-of-gateway-endpoint', sample: 'nat-instead-of-gateway-endpoint/good', what: 'the table left out', make: set('vpc-endpoint:s3', { RouteTableIds: [] }) },
  { rule: 'gateway-load-balancer-endpoint-route', sample: 'gateway-load-balancer-endpoint-route/good', what: 'an edge route taken away', make: set('route-table:edge', { Routes: [{ DestinationCidrBlock: '10.0.1.0/24', target: 'vpc-endpoint:gwlbe-a' }] }) },
  { rule: 'client-address-hidden', sample: 'client-address-hidden/good', what: 'proxy protocol off', make: set(BALANCER, { proxyProtocolV2: false }) },
]
