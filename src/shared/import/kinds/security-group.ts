import type { ResourceOf } from '../../model/index.ts'
import type { Found, ImportContext } from '../context.ts'
import { cidrIn, nameOf } from '../fields.ts'
import { type PermissionItem, securityGroups } from '../items/filter.ts'
import { vpcs } from '../items/vpc.ts'
import { prefixListRef } from './prefix-list.ts'

type Permission = ResourceOf<'security-group'>['IpPermissions'][number]

const port = (value: number | undefined): boolean => value === undefined || (value >= -1 && value <= 65_535)

const described = (text: string | undefined) => (text ? { Description: text.slice(0, 255) } : {})

function readPermission(rule: PermissionItem, found: Found<unknown>, context: ImportContext): Permission[] {
  if (rule.IpProtocol === undefined || rule.IpProtocol.length > 10 || !port(rule.FromPort) || !port(rule.ToPort)) {
    context.note(found, 'a rule with an unreadable protocol or port is left out')
    return []
  }
  const lost = (what: string) => context.note(found, `a rule names ${what}, which is not in the import: that part of the rule is left out`)
  const IpRanges = rule.IpRanges.flatMap((range) => (cidrIn(range.CidrIp, 4) ? [{ CidrIp: range.CidrIp, ...described(range.Description) }] : []))
  const Ipv6Ranges = rule.Ipv6Ranges.flatMap((range) => (cidrIn(range.CidrIpv6, 6) ? [{ CidrIpv6: range.CidrIpv6, ...described(range.Description) }] : []))
  const UserIdGroupPairs = rule.UserIdGroupPairs.flatMap((pair) => {
    const GroupId = context.ref(securityGroups, pair.GroupId, found)
    if (GroupId === undefined) lost(`the security group ${pair.GroupId}`)
    return GroupId === undefined ? [] : [{ GroupId }]
  })
  const PrefixListIds = rule.PrefixListIds.flatMap((list) => {
    const PrefixListId = prefixListRef(context, list.PrefixListId, found, (remark) => context.note(found, remark))
    if (PrefixListId === undefined) lost(`the prefix list ${list.PrefixListId}`)
    return PrefixListId === undefined ? [] : [{ PrefixListId }]
  })
  if (IpRanges.length + Ipv6Ranges.length + UserIdGroupPairs.length + PrefixListIds.length === 0) return []
  return [
    {
      IpProtocol: rule.IpProtocol,
      ...(rule.FromPort === undefined ? {} : { FromPort: rule.FromPort }),
      ...(rule.ToPort === undefined ? {} : { ToPort: rule.ToPort }),
      ...(IpRanges.length === 0 ? {} : { IpRanges }),
      ...(Ipv6Ranges.length === 0 ? {} : { Ipv6Ranges }),
      ...(UserIdGroupPairs.length === 0 ? {} : { UserIdGroupPairs }),
      ...(PrefixListIds.length === 0 ? {} : { PrefixListIds }),
    },
  ]
}

/** Security groups. A rule keeps the sources that can be kept; a rule without any allows nothing and goes. */
export function importSecurityGroups(context: ImportContext): void {
  for (const found of context.all(securityGroups)) {
    const { item } = found
    const VpcId = context.ref(vpcs, item.VpcId, found)
    if (VpcId === undefined) {
      context.skip(found, context.missing('VPC', item.VpcId))
      continue
    }
    context.put('security-group', found, {
      name: nameOf(found, item.Tags, item.GroupName),
      VpcId,
      Description: item.Description?.slice(0, 255),
      IpPermissions: item.IpPermissions.flatMap((rule) => readPermission(rule, found, context)),
      IpPermissionsEgress: item.IpPermissionsEgress.flatMap((rule) => readPermission(rule, found, context)),
    })
  }
}
