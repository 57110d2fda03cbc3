import { formatPrefix } from '../../../net/prefix.ts'
import { protocolName } from '../../../net/protocol.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Failure, Filtered } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'
import { type Match, matchOf, matchWords } from './filter-words.ts'

type Permission = ResourceOf<'security-group'>['IpPermissions'][number]

function permissionOf({ protocol, ports, icmpType, peer }: Match): Permission {
  const peers = peer.family === 4 ? { IpRanges: [{ CidrIp: formatPrefix(peer) }] } : { Ipv6Ranges: [{ CidrIpv6: formatPrefix(peer) }] }
  const range = icmpType !== undefined ? { FromPort: icmpType, ToPort: -1 } : ports !== undefined ? { FromPort: ports.from, ToPort: ports.to } : {}
  return { IpProtocol: protocol === undefined ? '-1' : protocolName(protocol), ...range, ...peers }
}

function rulesFor(failure: Failure, filtered: Filtered): readonly Repair[] {
  const { index } = failure
  const { direction, hop, resource, source, destination } = filtered
  if (hop.resource === 'internet') return []
  const owner = hop.resource
  const match = matchOf(failure, filtered)
  const field = direction === 'in' ? 'IpPermissions' : 'IpPermissionsEgress'
  const interfaces = failure.interfacesOf(owner, direction === 'in' ? destination : source)
  const groups = new Set(interfaces.filter(({ securityGroups }) => resource === undefined || securityGroups.includes(resource)).flatMap(({ securityGroups }) => securityGroups))
  return [...groups].flatMap((id) => {
    const group = index.getOf('security-group', id)
    if (!group) return []
    const rule = matchWords(match, direction)
    // A group that others use as well opens them too.
    const users = new Set(index.referrers(id).flatMap((referrer) => (referrer.resource.kind === 'security-group' ? [] : [referrer.resource.id]))).size
    return [
      change(group, { id: `${id} ${field} ${rule}`, weight: users > 1 ? 2 : 1, words: `allow ${rule} ${direction === 'in' ? 'into' : 'out of'} ${nameOf(index, id)}`, resources: [id, owner] }, (now) => ({
        [field]: [...now[field], permissionOf(match)],
      })),
    ]
  })
}

/** A security group drops it: a rule for exactly this flow, in any one of the interface's groups (F-EDGE-30). */
export function securityGroupRules(failure: Failure): readonly Repair[] {
  return failure.filtered('security-group').flatMap((filtered) => rulesFor(failure, filtered))
}
