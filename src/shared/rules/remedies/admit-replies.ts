import { displayName } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import { EPHEMERAL_PORTS } from '../../net/ports.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import { hasPorts, protocolName } from '../../net/protocol.ts'
import { inOrder } from '../readings/acl-entries.ts'
import { listed } from '../readings/vpc-blocks.ts'
import type { Fix } from '../rule.ts'
import { fix, setField } from './set-field.ts'

/** Rules in a network ACL that let replies to the blocks through, before every other rule of their direction; none where the numbers there do not suffice. */
export function admitReplies(list: ResourceOf<'network-acl'>, egress: boolean, protocol: number, peers: readonly Prefix[]): Fix[] {
  const first = inOrder(list, egress)[0]?.RuleNumber ?? 101
  const start = first > peers.length * 10 ? first - peers.length * 10 : first - peers.length
  if (start < 1 || peers.length === 0) return []
  const step = first > peers.length * 10 ? 10 : 1
  const entries = peers.map((peer, at) => ({
    RuleNumber: start + at * step,
    Egress: egress,
    Protocol: String(protocol),
    RuleAction: 'allow' as const,
    ...(peer.family === 4 ? { CidrBlock: formatPrefix(peer) } : { Ipv6CidrBlock: formatPrefix(peer) }),
    ...(hasPorts(protocol) ? { PortRange: { From: EPHEMERAL_PORTS.from, To: EPHEMERAL_PORTS.to } } : {}),
  }))
  const what = hasPorts(protocol) ? `${protocolName(protocol)} ${EPHEMERAL_PORTS.from}-${EPHEMERAL_PORTS.to}` : protocolName(protocol)
  return [fix(`Allow ${what} ${egress ? 'to' : 'from'} ${listed(peers)} in ${displayName(list)}`, setField(list, 'Entries', [...list.Entries, ...entries]))]
}
