import { z } from 'zod'
import { cidr4, cidr6, commonFields, described, placeFields } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A virtual private cloud. `CidrBlocks[0]` is the primary block, which can never be removed (F-ADDR-9). */
export const vpc = defineKind({
  kind: 'vpc',
  label: 'VPC',
  plural: 'VPCs',
  appearance: 'container',
  icon: 'architecture-group/VirtualprivatecloudVPC',
  palette: 'VPC',
  schema: z.strictObject({
    kind: z.literal('vpc'),
    ...commonFields,
    ...placeFields,
    CidrBlocks: described(z.array(cidr4()).min(1), 'IPv4 CIDR blocks', 'The first is the primary block.'),
    Ipv6CidrBlocks: described(z.array(cidr6()).default([]), 'IPv6 CIDR blocks'),
    ownsPublicRange: described(z.boolean().optional(), 'Public blocks are ours', 'Only where a block is publicly routable: whether it belongs to your organisation.'),
    EnableDnsSupport: described(z.boolean().optional(), 'DNS support'),
    EnableDnsHostnames: described(z.boolean().optional(), 'DNS hostnames'),
    InstanceTenancy: described(z.enum(['default', 'dedicated', 'host']).optional(), 'Tenancy', 'Empty counts as default.'),
    environment: described(z.enum(['production', 'non-production']).optional(), 'Environment', 'What runs here; rules keep the two apart.'),
  }),
  parents: ['region', 'canvas'],
  defaults: () => ({ CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] }),
})
