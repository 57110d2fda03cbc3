import { z } from 'zod'
import { cidr4, cidr6, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A subnet: one block of its VPC in one Availability Zone (F-ADDR-8). */
export const subnet = defineKind({
  kind: 'subnet',
  label: 'Subnet',
  plural: 'Subnets',
  appearance: 'container',
  icon: 'architecture-group/Privatesubnet',
  palette: 'VPC',
  schema: z.strictObject({
    kind: z.literal('subnet'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    CidrBlock: described(cidr4().optional(), 'IPv4 CIDR'),
    Ipv6CidrBlock: described(cidr6().optional(), 'IPv6 CIDR'),
    AvailabilityZone: described(z.string().max(60).optional(), 'Availability Zone', 'The name, such as us-east-1a; it differs between accounts.'),
    AvailabilityZoneId: described(z.string().max(60).optional(), 'Availability Zone ID', 'The same for every account, such as use1-az1.'),
    MapPublicIpOnLaunch: described(z.boolean().optional(), 'Auto-assign public IPv4'),
    InternetGatewayBlockMode: described(z.enum(['off', 'block-bidirectional', 'block-ingress']).optional(), 'Block Public Access', 'Empty: that of the VPC.'),
    plannedHosts: described(z.int().min(0).max(1_000_000).optional(), 'Planned hosts', 'Addresses that hosts will need which are not drawn.'),
  }),
  parentField: 'VpcId',
  parents: ['vpc', 'zone'],
  defaults: () => ({ CidrBlock: '10.0.0.0/24' }),
})
