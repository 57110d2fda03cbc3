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
  palette: 'Hosts and appliances',
  schema: z.strictObject({
    kind: z.literal('load-balancer'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    Type: described(z.enum(['network', 'application', 'gateway']), 'Type'),
    Scheme: described(z.enum(['internal', 'internet-facing']), 'Scheme'),
    SubnetIds: described(z.array(ref(['subnet'], 'drop-entry')), 'Subnets', 'One per Availability Zone.'),
    SecurityGroupIds: described(z.array(ref(['security-group'], 'drop-entry')), 'Security groups'),
    CrossZone: described(z.boolean(), 'Cross-zone load balancing', 'Off: a node serves the targets of its own zone only.'),
    proxyProtocolV2: described(z.boolean().optional(), 'Proxy protocol v2', "Tells the targets the client's own address. Empty counts as off."),
    Listeners: described(z.array(z.strictObject({ Port: z.int().min(1).max(65_535), Protocol: z.enum(['TCP', 'UDP', 'TLS', 'HTTP', 'HTTPS', 'GENEVE']) })), 'Listeners'),
    Targets: described(z.array(z.strictObject({ Id: ref(['instance', 'network-interface'], 'drop-entry'), Port: z.int().min(1).max(65_535).optional() })), 'Targets'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  variants: [
    { label: 'Network Load Balancer', name: 'NLB', is: { Type: 'network' } },
    { label: 'Application Load Balancer', name: 'ALB', icon: 'resource/ElasticLoadBalancingApplicationLoadBalancer', is: { Type: 'application' }, defaults: () => ({ CrossZone: true, Listeners: [{ Port: 443, Protocol: 'HTTPS' }] }) },
    { label: 'Gateway Load Balancer', name: 'GWLB', icon: 'resource/ElasticLoadBalancingGatewayLoadBalancer', is: { Type: 'gateway' }, defaults: () => ({ Listeners: [{ Port: 6081, Protocol: 'GENEVE' }] }) },
  ],
  defaults: () => ({ Type: 'network', Scheme: 'internal', SubnetIds: [], SecurityGroupIds: [], CrossZone: false, Listeners: [{ Port: 443, Protocol: 'TCP' }], Targets: [] }),
})
