import { z } from 'zod'
import { commonFields, described, ref, region } from '../field.ts'
import { defineKind } from '../kind.ts'

/** An endpoint service (PrivateLink): network or gateway load balancers of a provider VPC, for consumers' endpoints (F-PL-1, F-PL-20). */
export const vpcEndpointService = defineKind({
  kind: 'vpc-endpoint-service',
  label: 'Endpoint service',
  plural: 'Endpoint services',
  appearance: 'node',
  icon: 'architecture-service/AWSPrivateLink',
  palette: 'Endpoints',
  schema: z.strictObject({
    kind: z.literal('vpc-endpoint-service'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'Provider VPC' }),
    loadBalancers: described(z.array(ref(['load-balancer'], 'drop-entry')), 'Load balancers'),
    ServiceName: described(z.string().max(255).optional(), 'Service name'),
    AcceptanceRequired: described(z.boolean().optional(), 'Acceptance required'),
    PrivateDnsName: described(z.string().max(255).optional(), 'Private DNS name'),
    PrivateDnsNameVerificationState: described(z.enum(['pendingVerification', 'verified', 'failed']).optional(), 'Domain verification'),
    needsClientAddress: described(z.boolean().optional(), 'Needs client addresses', 'The service filters or logs by the address of its clients.'),
    SupportedRegions: described(z.array(region()), 'Supported Regions', 'Besides its own.'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({ loadBalancers: [], SupportedRegions: [] }),
})
