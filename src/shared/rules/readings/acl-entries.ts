import { NARROWEST_EPHEMERAL } from '../../facts/edge.ts'
import type { ResourceOf } from '../../model/index.ts'
import { ALL_PORTS, EPHEMERAL_PORTS, type PortRange } from '../../net/ports.ts'
import { containsPrefix, overlaps, parsePrefix, type Prefix } from '../../net/prefix.ts'
import { hasPorts, parseProtocol } from '../../net/protocol.ts'

/** An entry of a network ACL. */
export type AclEntry = ResourceOf<'network-acl'>['Entries'][number]

/** The entries of one direction in the order in which they are asked (F-EDGE-31). */
export const inOrder = (list: ResourceOf<'network-acl'>, egress: boolean): readonly AclEntry[] =>
  list.Entries.filter(({ Egress }) => Egress === egress).sort((a, b) => a.RuleNumber - b.RuleNumber)

/** The addresses that an entry speaks of. */
export const blockOf = ({ CidrBlock, Ipv6CidrBlock }: AclEntry): Prefix | undefined => parsePrefix(CidrBlock ?? Ipv6CidrBlock ?? '')

/** The protocol number of an entry; undefined for all of them. */
export const protocolOf = ({ Protocol }: AclEntry): number | undefined => (Protocol === '-1' ? undefined : parseProtocol(Protocol))

/** The ports of an entry; all of them where it names none. */
export function portsOf({ PortRange: range }: AclEntry): PortRange {
  return range === undefined || range.From < 0 ? ALL_PORTS : { from: range.From, to: range.To < 0 ? range.From : range.To }
}

const coversIcmp = (a: AclEntry['IcmpTypeCode'], b: AclEntry['IcmpTypeCode']) =>
  a === undefined || a.Type === -1 || (b !== undefined && a.Type === b.Type && (a.Code === -1 || a.Code === b.Code))

/** True when everything that the later entry speaks of is spoken of by the earlier one. */
export function covers(earlier: AclEntry, later: AclEntry): boolean {
  const [outer, inner] = [blockOf(earlier), blockOf(later)]
  if (!outer || !inner || !containsPrefix(outer, inner)) return false
  const protocol = protocolOf(earlier)
  if (protocol === undefined) return true
  if (protocol !== protocolOf(later)) return false
  if (!hasPorts(protocol)) return coversIcmp(earlier.IcmpTypeCode, later.IcmpTypeCode)
  const [wide, narrow] = [portsOf(earlier), portsOf(later)]
  return wide.from <= narrow.from && wide.to >= narrow.to
}

/** Ports among those that replies go to which a range holds. */
const repliesIn = ({ from, to }: { readonly from: number; readonly to: number }) => Math.min(to, EPHEMERAL_PORTS.to) - Math.max(from, EPHEMERAL_PORTS.from) + 1

/** True for a rule that lets in what others open: a service's ports, not the wide range that replies come to. */
export const isService = (entry: AclEntry) => entry.RuleAction === 'allow' && hasPorts(protocolOf(entry) ?? 0) && portsOf(entry).to - portsOf(entry).from + 1 < NARROWEST_EPHEMERAL.value

/** True when replies to some host of the block get past the entries. */
export const letsReplies = (entries: readonly AclEntry[], protocol: number, peer: Prefix) =>
  entries.some((entry) => {
    const block = blockOf(entry)
    const fits = protocolOf(entry) === undefined || protocolOf(entry) === protocol
    return entry.RuleAction === 'allow' && fits && block !== undefined && overlaps(block, peer) && repliesIn(portsOf(entry)) >= NARROWEST_EPHEMERAL.value
  })
