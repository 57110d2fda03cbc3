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
    InternetGatewayBlockMode: described(z.enum(['off', 'block-bidirectional', 'block-ingress']).optional(), 'Block Public Access', 'What holds for this VPC after exclusions; empty counts as off.'),
    encryptionControl: described(z.enum(['monitor', 'enforce']).optional(), 'Encryption control', 'Empty: none.'),
    encryptionExclusions: described(
      z.array(z.enum(['internet-gateway', 'egress-only-internet-gateway', 'nat-gateway', 'vpn-gateway', 'vpc-peering-connection'])).optional(),
      'Encryption exclusions',
      'What may stay unencrypted although encryption is enforced.',
    ),
    EnableDnsSupport: described(z.boolean().optional(), 'DNS support'),
    EnableDnsHostnames: described(z.boolean().optional(), 'DNS hostnames'),
    InstanceTenancy: described(z.enum(['default', 'dedicated', 'host']).optional(), 'Tenancy', 'Empty counts as default.'),
    environment: described(z.enum(['production', 'non-production']).optional(), 'Environment', 'What runs here; rules keep the two apart.'),
  }),
  parents: ['region', 'canvas'],
  defaults: () => ({ CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] }),
})
