import { z } from 'zod'
import { commonFields, described, ip, ref, region } from '../field.ts'
import { defineKind } from '../kind.ts'

/**
 * A VPC endpoint. Gateway (S3, DynamoDB): a prefix-list route in chosen tables, for the VPC's own resources only (F-PL-30).
 * Interface: an interface in each of its subnets (F-PL-3). GatewayLoadBalancer: a route target per subnet (F-PL-31).
 */
export const vpcEndpoint = defineKind({
  kind: 'vpc-endpoint',
  label: 'VPC endpoint',
  plural: 'VPC endpoints',
  appearance: 'node',
  icon: 'resource/AmazonVPCEndpoints',
  palette: 'Endpoints',
  schema: z.strictObject({
    kind: z.literal('vpc-endpoint'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    VpcEndpointType: described(z.enum(['Gateway', 'Interface', 'GatewayLoadBalancer']), 'Type'),
    ServiceName: described(z.string().max(255), 'Service'),
    RouteTableIds: described(z.array(ref(['route-table'], 'drop-entry')), 'Route tables', 'Gateway endpoints.'),
    /** The service's own prefix list, when the design holds it. */
    prefixList: ref(['prefix-list'], 'clear', { label: "Service's prefix list" }).optional(),
    service: ref(['vpc-endpoint-service'], 'clear', { label: 'Endpoint service', help: 'When the provider is in the design; empty: a service of AWS or of somebody else.' }).optional(),
    ServiceRegion: described(region().optional(), 'Region of the service'),
    SubnetIds: described(z.array(ref(['subnet'], 'drop-entry')).optional(), 'Subnets', 'Interface and Gateway Load Balancer endpoints: one per Availability Zone.'),
    PrivateIpAddresses: described(z.array(ip()).optional(), 'Private addresses', 'In the order of the subnets.'),
    SecurityGroupIds: described(z.array(ref(['security-group'], 'drop-entry')).optional(), 'Security groups'),
    PrivateDnsEnabled: described(z.boolean().optional(), 'Private DNS'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  variants: [
    { label: 'Gateway endpoint', is: { VpcEndpointType: 'Gateway' } },
    { label: 'Interface endpoint', is: { VpcEndpointType: 'Interface' }, defaults: () => ({ SubnetIds: [], SecurityGroupIds: [], PrivateDnsEnabled: true }) },
    { label: 'Gateway Load Balancer endpoint', name: 'GWLB endpoint', icon: 'resource/ElasticLoadBalancingGatewayLoadBalancer', is: { VpcEndpointType: 'GatewayLoadBalancer' }, defaults: () => ({ SubnetIds: [], ServiceName: '' }) },
  ],
  defaults: () => ({ VpcEndpointType: 'Gateway', ServiceName: 'com.amazonaws.us-east-1.s3', RouteTableIds: [] }),
})
