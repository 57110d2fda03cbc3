import { containsPrefix, formatPrefix, parsePrefix } from '../../../net/prefix.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Failure, Filtered } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'
import { type Match, matchOf, matchWords } from './filter-words.ts'

type Entry = ResourceOf<'network-acl'>['Entries'][number]

/** Numbers that people may give (F-EDGE-31). */
const MOST_NUMBER = 32_766

/** Whether an entry that says no might be what drops the packet: its block and protocol take it in. Ports are left aside, which only moves the new entry further ahead. */
function mayDrop(entry: Entry, match: Match): boolean {
  const block = parsePrefix(entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '')
  if (entry.RuleAction === 'allow' || !block) return false
  const touches = containsPrefix(block, match.peer) || containsPrefix(match.peer, block)
  return touches && (entry.Protocol === '-1' || match.protocol === undefined || Number(entry.Protocol) === match.protocol)
}

/** A number that comes before every entry that could drop the packet, in steps of ten where there is room; undefined when there is none left. */
function freeNumber(list: ResourceOf<'network-acl'>, Egress: boolean, match: Match): number | undefined {
  const entries = list.Entries.filter((entry) => entry.Egress === Egress)
  const used = new Set(entries.map(({ RuleNumber }) => RuleNumber))
  const denials = entries.filter((entry) => mayDrop(entry, match)).map(({ RuleNumber }) => RuleNumber)
  const before = Math.min(MOST_NUMBER + 1, ...denials)
  const next = denials.length > 0 ? before - 10 : Math.floor(Math.max(0, ...used) / 10) * 10 + 10
  if (next > 0 && next < before && !used.has(next)) return next
  for (let number = before - 1; number > 0; number--) if (!used.has(number)) return number
  return undefined
}

function entryOf({ protocol, ports, icmpType, peer }: Match, Egress: boolean, RuleNumber: number): Entry {
  return {
    RuleNumber,
    Egress,
    Protocol: protocol === undefined ? '-1' : String(protocol),
    RuleAction: 'allow',
    ...(peer.family === 4 ? { CidrBlock: formatPrefix(peer) } : { Ipv6CidrBlock: formatPrefix(peer) }),
    ...(ports === undefined ? {} : { PortRange: { From: ports.from, To: ports.to } }),
    ...(icmpType === undefined ? {} : { IcmpTypeCode: { Type: icmpType, Code: -1 } }),
  }
}

function entryFor(failure: Failure, filtered: Filtered): readonly Repair[] {
  const { index } = failure
  const list = index.getOf('network-acl', filtered.resource)
  if (!list) return []
  const match = matchOf(failure, filtered)
  const { direction } = filtered
  const egress = direction === 'out'
  const number = freeNumber(list, egress, match)
  if (number === undefined) return []
  const rule = matchWords(match, direction)
  const words = `allow ${rule} ${egress ? 'out of' : 'into'} the subnets of ${nameOf(index, list.id)} (rule ${number})`
  return [
    change(list, { id: `${list.id} ${direction} ${rule}`, group: list.id, purpose: list.id, weight: 1, words, resources: [list.id] }, (now) => {
      const free = freeNumber(now, egress, match)
      return free === undefined ? undefined : { Entries: [...now.Entries, entryOf(match, egress, free)] }
    }),
  ]
}

/** A network ACL drops it: an entry ahead of the one that says no. What a flow needs of one ACL, there and back, counts as one change. */
export function networkAclEntries(failure: Failure): readonly Repair[] {
  return failure.filtered('network-acl').flatMap((filtered) => entryFor(failure, filtered))
}
