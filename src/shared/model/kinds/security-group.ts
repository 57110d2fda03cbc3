import { z } from 'zod'
import { cidr4, cidr6, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A rule of a security group in the EC2 API's shape: `IpProtocol` is a number, tcp, udp, icmp, icmpv6 or -1 for all. */
export const ipPermission = z.strictObject({
  IpProtocol: z.string().max(10),
  /** First port, or ICMP type; -1 or absent: all. */
  FromPort: z.int().min(-1).max(65_535).optional(),
  /** Last port, or ICMP code; -1 or absent: all. */
  ToPort: z.int().min(-1).max(65_535).optional(),
  IpRanges: z.array(z.strictObject({ CidrIp: cidr4(), Description: z.string().max(255).optional() })).optional(),
  Ipv6Ranges: z.array(z.strictObject({ CidrIpv6: cidr6(), Description: z.string().max(255).optional() })).optional(),
  UserIdGroupPairs: z.array(z.strictObject({ GroupId: ref(['security-group'], 'drop-entry') })).optional(),
  PrefixListIds: z.array(z.strictObject({ PrefixListId: ref(['prefix-list'], 'drop-entry') })).optional(),
})

/** A security group: allow rules only, stateful (F-EDGE-30). */
export const securityGroup = defineKind({
  kind: 'security-group',
  label: 'Security group',
  plural: 'Security groups',
  appearance: 'setting',
  schema: z.strictObject({
    kind: z.literal('security-group'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    Description: described(z.string().max(255).optional(), 'Description'),
    IpPermissions: described(z.array(ipPermission), 'Inbound rules'),
    IpPermissionsEgress: described(z.array(ipPermission), 'Outbound rules'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({ IpPermissions: [], IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
})
