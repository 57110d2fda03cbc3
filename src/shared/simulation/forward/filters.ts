import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { containsAddress } from '../../net/prefix.ts'
import type { FilterRule, HostInterface } from '../compile/fragment.ts'
import type { Network } from '../network.ts'
import type { Step } from '../types.ts'
import type { Context } from './context.ts'
import type { Packet } from './packet.ts'
import { condense, EVERY_PACKET, type Packets, within, without } from './possible.ts'

type Direction = 'in' | 'out'

/** Echo request and reply as ICMP types, per family: a ping is what "icmp" means when nobody says which type. */
function icmpType(packet: Packet): number {
  if (packet.destination.family === 4) return packet.reply ? 0 : 8
  return packet.reply ? 129 : 128
}

function protocolMatches(rule: FilterRule, packet: Packet): boolean {
  if (rule.protocol === undefined) return true
  if (packet.protocol === 'any' || rule.protocol !== packet.protocol) return false
  if (rule.ports === undefined) return true
  const value = isIcmp(rule.protocol) ? icmpType(packet) : packet.destinationPort
  return value !== undefined && value >= rule.ports[0] && value <= rule.ports[1]
}

const isIcmp = (protocol: number) => protocol === 1 || protocol === 58

/** The packets that a rule speaks of, when the question is whether any could pass; undefined: none on this way. */
function packetsOf(rule: FilterRule, packet: Packet): Packets | undefined {
  if (rule.protocol === undefined) return EVERY_PACKET
  const ofProtocol: Packets = { ...EVERY_PACKET, protocol: [rule.protocol, rule.protocol] }
  if (rule.ports === undefined) return ofProtocol
  if (isIcmp(rule.protocol)) return rule.ports[0] === icmpType(packet) ? ofProtocol : undefined
  return { ...ofProtocol, [packet.reply ? 'back' : 'there']: rule.ports }
}

/** Keeps of the packets that may still be on their way those that the rules let through; the rule that lets through the first of them. */
function narrow(rules: readonly FilterRule[], packet: Packet): FilterRule | undefined {
  let left = packet.possible
  let passing: Packets[] = []
  let first: FilterRule | undefined
  for (const rule of rules) {
    const packets = packetsOf(rule, packet)
    const hit = packets ? within(left, packets) : []
    if (!packets || hit.length === 0) continue
    if (rule.allow) {
      first ??= rule
      passing = condense([...passing, ...hit])
    }
    left = without(left, packets)
    if (left.length === 0) break
  }
  if (first) packet.possible = passing
  return first
}

/** The first rule that denies some of what may still be on its way. */
function refusing(rules: readonly FilterRule[], packet: Packet): FilterRule | undefined {
  return rules.find((rule) => {
    const packets = packetsOf(rule, packet)
    return !rule.allow && packets !== undefined && within(packet.possible, packets).length > 0
  })
}

function peerMatches(rule: FilterRule, peer: Address, groups: readonly ResourceId[]): boolean {
  return rule.prefixes.some((prefix) => containsAddress(prefix, peer)) || rule.groups.some((group) => groups.includes(group))
}

/** In words: a rule names a group of the sender's that nobody knows any more. */
function lostReference(network: Network, groups: readonly ResourceId[], { forgotten }: Packet): string | undefined {
  const named = groups.flatMap((id) => network.fragment('security-group', id)?.inbound ?? []).flatMap((rule) => rule.groups).find((id) => forgotten?.groups.includes(id))
  return named === undefined ? undefined : `; one names the group ${network.index.get(named)?.name ?? named}, but ${forgotten?.why}`
}

const peerOf = (packet: Packet, direction: Direction): Address => (direction === 'in' ? packet.source : packet.destination)

/**
 * Security groups of an interface: one rule that fits is enough (F-EDGE-30). No group at all means that none is drawn, and
 * nothing is filtered. Group references outwards are followed with `receiverGroups`.
 */
function checkGroups(network: Network, groups: readonly ResourceId[], packet: Packet, direction: Direction, receiverGroups: readonly ResourceId[]): Step | undefined {
  if (groups.length === 0) return undefined
  const peerGroups = direction === 'in' ? packet.senderGroups : receiverGroups
  if (packet.protocol === 'some') {
    const rules = groups.flatMap((id) => network.fragment('security-group', id)?.[direction === 'in' ? 'inbound' : 'outbound'] ?? [])
    const rule = narrow(rules.filter((candidate) => peerMatches(candidate, peerOf(packet, direction), peerGroups)), packet)
    if (rule) return { kind: 'filter', filter: 'security-group', direction, allowed: true, detail: rule.label, fact: 'F-EDGE-30' }
  }
  for (const id of packet.protocol === 'some' ? [] : groups) {
    const fragment = network.fragment('security-group', id)
    const rules = direction === 'in' ? fragment?.inbound : fragment?.outbound
    const rule = rules?.find((candidate) => protocolMatches(candidate, packet) && peerMatches(candidate, peerOf(packet, direction), peerGroups))
    if (rule) return { kind: 'filter', filter: 'security-group', direction, resource: id, allowed: true, detail: rule.label, fact: 'F-EDGE-30' }
  }
  const lost = direction === 'in' ? lostReference(network, groups, packet) : undefined
  const [first] = groups
  return { kind: 'filter', filter: 'security-group', direction, ...(first === undefined ? {} : { resource: first }), allowed: false, detail: `no ${direction === 'in' ? 'inbound' : 'outbound'} rule lets it through${lost ?? ''}`, fact: 'F-EDGE-30' }
}

/**
 * Security groups of an interface, which remembers what it let pass: a reply that comes back the same way is not asked, one that
 * comes by another interface is a packet that nobody knows (F-EDGE-39).
 */
export function checkSecurityGroups(context: Context, host: HostInterface, direction: Direction, receiverGroups: readonly ResourceId[] = []): Step | undefined {
  const { network, packet, tracked } = context
  if (host.securityGroups.length === 0) return undefined
  const key = `${host.owner} ${host.addresses.join()}`
  if (packet.reply && tracked.has(key)) return { kind: 'filter', filter: 'security-group', direction, allowed: true, detail: 'reply of a tracked connection', fact: 'F-EDGE-30' }
  const step = checkGroups(network, host.securityGroups, packet, direction, receiverGroups)
  if (!packet.reply && step?.kind === 'filter' && step.allowed) tracked.add(key)
  return step
}

/**
 * Network ACL of a subnet: the first rule that matches decides, in both directions alike, replies included (F-EDGE-31).
 * When the question is whether any packet could pass, what is left is what passed every filter so far.
 */
export function checkNetworkAcl(network: Network, subnet: ResourceId, packet: Packet, direction: Direction): Step | undefined {
  const id = network.fragment('subnet', subnet)?.acl
  const list = network.fragment('network-acl', id)
  if (!list || id === undefined) return undefined
  const step = (allowed: boolean, detail: string): Step => ({ kind: 'filter', filter: 'network-acl', direction, resource: id, allowed, detail, fact: 'F-EDGE-31' })
  const rules = (direction === 'in' ? list.inbound : list.outbound).filter((rule) => peerMatches(rule, peerOf(packet, direction), []))
  const decisive = packet.protocol === 'some' ? (narrow(rules, packet) ?? refusing(rules, packet)) : rules.find((rule) => protocolMatches(rule, packet))
  if (decisive) return step(decisive.allow, decisive.label)
  return step(false, 'no rule matches; the final rule denies')
}
