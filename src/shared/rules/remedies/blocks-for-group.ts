import type { DesignIndex } from '../../document/query.ts'
import { displayName } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { blocksOf, listed } from '../readings/vpc-blocks.ts'
import type { Fix } from '../rule.ts'
import { fix, setField } from './set-field.ts'

type Group = ResourceOf<'security-group'>

/** In the rules of a security group names the blocks of the other group's VPC in place of that group. */
export function blocksForGroup(index: DesignIndex, group: Group, field: 'IpPermissions' | 'IpPermissionsEgress', named: Group): Fix[] {
  const vpc = index.getOf('vpc', named.VpcId)
  const blocks = blocksOf(vpc)
  if (!vpc || blocks.length === 0) return []
  const ipv4 = blocks.filter(({ family }) => family === 4).map((block) => ({ CidrIp: formatPrefix(block) }))
  const ipv6 = blocks.filter(({ family }) => family === 6).map((block) => ({ CidrIpv6: formatPrefix(block) }))
  const permissions = group[field].map((permission) => {
    if (!permission.UserIdGroupPairs?.some(({ GroupId }) => GroupId === named.id)) return permission
    return {
      ...permission,
      UserIdGroupPairs: permission.UserIdGroupPairs.filter(({ GroupId }) => GroupId !== named.id),
      IpRanges: [...(permission.IpRanges ?? []), ...ipv4],
      ...(ipv6.length > 0 ? { Ipv6Ranges: [...(permission.Ipv6Ranges ?? []), ...ipv6] } : {}),
    }
  })
  return [fix(`Name ${listed(blocks)} of ${displayName(vpc)} in ${displayName(group)} in place of ${displayName(named)}`, setField(group, field, permissions))]
}
