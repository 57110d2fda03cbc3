import type { DesignIndex } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parseProtocol } from '../../net/protocol.ts'
import { containsPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'

type Permission = ResourceOf<'security-group'>['IpPermissions'][number]

/** What a rule must open: a protocol and port toward addresses that are not those of the VPC itself. */
export interface Opening {
  readonly protocol: number
  readonly port?: number
  /** Blocks of the VPC: rules for them alone open nothing outside. */
  readonly inside: readonly Prefix[]
}

function opens({ IpProtocol, FromPort, ToPort, IpRanges = [], Ipv6Ranges = [], PrefixListIds = [] }: Permission, { protocol, port, inside }: Opening): boolean {
  const ranges = parsePrefixes([...IpRanges.map(({ CidrIp }) => CidrIp), ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)])
  if (PrefixListIds.length === 0 && !ranges.some((range) => !inside.some((block) => containsPrefix(block, range)))) return false
  if (IpProtocol === '-1') return true
  if (parseProtocol(IpProtocol) !== protocol) return false
  return port === undefined || FromPort === undefined || FromPort < 0 || (FromPort <= port && port <= (ToPort ?? FromPort))
}

/** True when a group of the instance opens it in the direction; an instance without groups is not filtered. */
export function isOpen(index: DesignIndex, { SecurityGroupIds }: ResourceOf<'instance'>, direction: 'in' | 'out', opening: Opening): boolean {
  const groups = SecurityGroupIds.flatMap((id) => index.getOf('security-group', id) ?? [])
  return groups.length === 0 || groups.some((group) => (direction === 'in' ? group.IpPermissions : group.IpPermissionsEgress).some((permission) => opens(permission, opening)))
}
