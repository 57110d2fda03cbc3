import { z } from 'zod'
import { cidr4, cidr6, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** Kinds that a VPC route can point at in this version of the catalogue. */
export const ROUTE_TARGET_KINDS = [
  'internet-gateway',
  'nat-gateway',
  'vpn-gateway',
  'transit-gateway',
  'vpc-peering-connection',
  'vpc-endpoint',
  'instance',
  'network-interface',
  'egress-only-internet-gateway',
  'core-network',
] as const

/**
 * A route of a VPC route table. Exactly one destination. `local` routes for the VPC's own blocks are implied and
 * never stored; a stored route whose `target` is absent is a blackhole (its target is gone or was never modelled:
 * `targetAwsId` then says what the import found).
 */
export const route = z.strictObject({
  DestinationCidrBlock: cidr4().optional(),
  DestinationIpv6CidrBlock: cidr6().optional(),
  DestinationPrefixListId: ref(['prefix-list'], 'drop-entry').optional(),
  target: ref(ROUTE_TARGET_KINDS, 'clear', { label: 'Target' }).optional(),
  targetAwsId: z.string().max(200).optional(),
  /** As AWS reported it at import; the simulation also works it out from the design. */
  State: z.enum(['active', 'blackhole', 'filtered']).optional(),
})

/** A VPC route table with its routes, associations and propagation. */
export const routeTable = defineKind({
  kind: 'route-table',
  label: 'Route table',
  plural: 'Route tables',
  appearance: 'setting',
  icon: 'resource/AmazonRoute53RouteTable',
  schema: z.strictObject({
    kind: z.literal('route-table'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    Associations: described(
      z.array(
        z.strictObject({
          Main: z.boolean().optional(),
          SubnetId: ref(['subnet'], 'drop-entry').optional(),
          GatewayId: ref(['internet-gateway', 'vpn-gateway'], 'drop-entry').optional(),
        }),
      ),
      'Associations',
      'Main, subnets, or a gateway (edge table).',
    ),
    Routes: described(z.array(route), 'Routes'),
    PropagatingVgws: described(z.array(ref(['vpn-gateway'], 'drop-entry')), 'Route propagation from'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({ Associations: [], Routes: [], PropagatingVgws: [] }),
})
