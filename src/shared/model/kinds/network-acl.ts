import { z } from 'zod'
import { cidr4, cidr6, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A numbered entry of a network ACL. `Protocol` is a number as text, -1 for all. */
export const networkAclEntry = z.strictObject({
  RuleNumber: z.int().min(1).max(32_767),
  Egress: z.boolean(),
  Protocol: z.string().max(4),
  RuleAction: z.enum(['allow', 'deny']),
  CidrBlock: cidr4().optional(),
  Ipv6CidrBlock: cidr6().optional(),
  PortRange: z.strictObject({ From: z.int().min(-1).max(65_535), To: z.int().min(-1).max(65_535) }).optional(),
  IcmpTypeCode: z.strictObject({ Type: z.int(), Code: z.int() }).optional(),
})

/** A network ACL: numbered, first match wins, stateless, final deny (F-EDGE-31). A subnet without one is not filtered. */
export const networkAcl = defineKind({
  kind: 'network-acl',
  label: 'Network ACL',
  plural: 'Network ACLs',
  appearance: 'setting',
  schema: z.strictObject({
    kind: z.literal('network-acl'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    IsDefault: described(z.boolean().optional(), 'Default of its VPC'),
    Associations: described(z.array(z.strictObject({ SubnetId: ref(['subnet'], 'drop-entry') })), 'Subnets'),
    Entries: described(z.array(networkAclEntry), 'Rules'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({
    Associations: [],
    Entries: [false, true].map((Egress) => ({ RuleNumber: 100, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' })),
  }),
})
