import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A load balancer of a VPC: a node in each of its subnets' zones, and the targets behind them. */
export const loadBalancer = defineKind({
  kind: 'load-balancer',
  label: 'Load balancer',
  plural: 'Load balancers',
  appearance: 'node',
  icon: 'resource/ElasticLoadBalancingNetworkLoadBalancer',
  palette: 'VPC',
  schema: z.strictObject({
    kind: z.literal('load-balancer'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    Type: described(z.enum(['network', 'application', 'gateway']), 'Type'),
    Scheme: described(z.enum(['internal', 'internet-facing']), 'Scheme'),
    SubnetIds: described(z.array(ref(['subnet'], 'drop-entry')), 'Subnets', 'One per Availability Zone.'),
    SecurityGroupIds: described(z.array(ref(['security-group'], 'drop-entry')), 'Security groups'),
    CrossZone: described(z.boolean(), 'Cross-zone load balancing', 'Off: a node serves the targets of its own zone only.'),
    Listeners: described(z.array(z.strictObject({ Port: z.int().min(1).max(65_535), Protocol: z.enum(['TCP', 'UDP', 'TLS', 'HTTP', 'HTTPS', 'GENEVE']) })), 'Listeners'),
    Targets: described(z.array(z.strictObject({ Id: ref(['instance', 'network-interface'], 'drop-entry'), Port: z.int().min(1).max(65_535).optional() })), 'Targets'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({ Type: 'network', Scheme: 'internal', SubnetIds: [], SecurityGroupIds: [], CrossZone: false, Listeners: [{ Port: 443, Protocol: 'TCP' }], Targets: [] }),
})
