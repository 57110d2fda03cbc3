import { z } from 'zod'
import { awsIdentifier, flag, list, part, tags, text, whole } from '../aws-item.ts'
import { defineItems } from './items.ts'

const permission = z.object({
  IpProtocol: text,
  FromPort: whole,
  ToPort: whole,
  IpRanges: list(z.object({ CidrIp: z.string(), Description: text })),
  Ipv6Ranges: list(z.object({ CidrIpv6: z.string(), Description: text })),
  UserIdGroupPairs: list(z.object({ GroupId: z.string() })),
  PrefixListIds: list(z.object({ PrefixListId: z.string() })),
})

/** A rule of a security group as AWS lists it. */
export type PermissionItem = z.output<typeof permission>

/** Security groups of DescribeSecurityGroups. */
export const securityGroups = defineItems({
  type: 'SecurityGroup',
  keys: ['SecurityGroups'],
  kind: 'security-group',
  schema: z.object({ GroupId: awsIdentifier, GroupName: text, Description: text, VpcId: text, OwnerId: text, IpPermissions: list(permission), IpPermissionsEgress: list(permission), Tags: tags }),
  identify: (item) => ({ awsId: item.GroupId, owner: item.OwnerId, gone: item.VpcId ? undefined : 'it belongs to no VPC' }),
})

const aclEntry = z.object({
  RuleNumber: whole,
  Egress: flag,
  Protocol: z.union([z.string(), z.int().transform(String)]).optional().catch(undefined),
  RuleAction: text,
  CidrBlock: text,
  Ipv6CidrBlock: text,
  PortRange: part({ From: whole, To: whole }),
  IcmpTypeCode: part({ Type: whole, Code: whole }),
})

/** An entry of a network ACL as AWS lists it. */
export type AclEntryItem = z.output<typeof aclEntry>

/** Network ACLs of DescribeNetworkAcls. */
export const networkAcls = defineItems({
  type: 'NetworkAcl',
  keys: ['NetworkAcls'],
  kind: 'network-acl',
  schema: z.object({ NetworkAclId: awsIdentifier, VpcId: text, IsDefault: flag, OwnerId: text, Associations: list(z.object({ SubnetId: text })), Entries: list(aclEntry), Tags: tags }),
  identify: (item) => ({ awsId: item.NetworkAclId, owner: item.OwnerId }),
})
