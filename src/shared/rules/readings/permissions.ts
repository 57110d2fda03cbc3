import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parseProtocol } from '../../net/protocol.ts'

/** A rule of a security group. */
export type Permission = ResourceOf<'security-group'>['IpPermissions'][number]

/** True when the rule speaks of the protocol, and of the port where one is given; no or negative ports stand for all. */
export function speaksOf({ IpProtocol, FromPort, ToPort }: Permission, protocol: number, port?: number): boolean {
  if (IpProtocol === '-1') return true
  if (parseProtocol(IpProtocol) !== protocol) return false
  return port === undefined || FromPort === undefined || FromPort < 0 || (port >= FromPort && port <= (ToPort ?? FromPort))
}

/** How many rules of an address family a list counts as (F-EDGE-37): each block one, each group one of both families, a prefix list its maximum of entries. */
export function rulesIn(permissions: readonly Permission[], family: 4 | 6, listSize: (id: ResourceId) => number): number {
  return permissions.reduce((sum, { IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [], PrefixListIds = [] }) => {
    const lists = PrefixListIds.reduce((total, { PrefixListId }) => total + listSize(PrefixListId), 0)
    return sum + (family === 4 ? IpRanges.length : Ipv6Ranges.length) + UserIdGroupPairs.length + lists
  }, 0)
}
