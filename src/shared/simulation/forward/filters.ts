import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { containsAddress } from '../../net/prefix.ts'
import type { FilterRule } from '../compile/fragment.ts'
import type { Network } from '../network.ts'
import type { Step } from '../types.ts'
import type { Packet } from './packet.ts'

type Direction = 'in' | 'out'

/** Echo request and reply as ICMP types, per family: a ping is what "icmp" means when nobody says which type. */
function icmpType(packet: Packet): number {
  if (packet.destination.family === 4) return packet.reply ? 0 : 8
  return packet.reply ? 129 : 128
}

function protocolMatches(rule: FilterRule, packet: Packet): boolean {
  if (packet.protocol === 'some' || rule.protocol === undefined) return true
  if (packet.protocol === 'any' || rule.protocol !== packet.protocol) return false
  if (rule.ports === undefined) return true
  const value = rule.protocol === 1 || rule.protocol === 58 ? icmpType(packet) : packet.destinationPort
  return value !== undefined && value >= rule.ports[0] && value <= rule.ports[1]
}

function peerMatches(rule: FilterRule, peer: Address, groups: readonly ResourceId[]): boolean {
  return rule.prefixes.some((prefix) => containsAddress(prefix, peer)) || rule.groups.some((group) => groups.includes(group))
}

const peerOf = (packet: Packet, direction: Direction): Address => (direction === 'in' ? packet.source : packet.destination)

/**
 * Security groups of an interface: one rule that fits is enough; replies always pass (F-EDGE-30). No group at all means that
 * none is drawn, and nothing is filtered. Group references outwards are followed with `receiverGroups`.
 */
export function checkSecurityGroups(network: Network, groups: readonly ResourceId[], packet: Packet, direction: Direction, receiverGroups: readonly ResourceId[] = []): Step | undefined {
  if (groups.length === 0) return undefined
  if (packet.reply) return { kind: 'filter', filter: 'security-group', direction, allowed: true, detail: 'reply of a tracked connection', fact: 'F-EDGE-30' }
  const peerGroups = direction === 'in' ? packet.senderGroups : receiverGroups
  for (const id of groups) {
    const fragment = network.fragment('security-group', id)
    const rules = direction === 'in' ? fragment?.inbound : fragment?.outbound
    const rule = rules?.find((candidate) => protocolMatches(candidate, packet) && peerMatches(candidate, peerOf(packet, direction), peerGroups))
    if (rule) return { kind: 'filter', filter: 'security-group', direction, resource: id, allowed: true, detail: rule.label, fact: 'F-EDGE-30' }
  }
  const [first] = groups
  return { kind: 'filter', filter: 'security-group', direction, ...(first === undefined ? {} : { resource: first }), allowed: false, detail: `no ${direction === 'in' ? 'inbound' : 'outbound'} rule lets it through`, fact: 'F-EDGE-30' }
}

/**
 * Network ACL of a subnet: the first rule that matches decides, in both directions alike, replies included (F-EDGE-31).
 * When the question is whether any packet could pass, a denial of one protocol leaves the others.
 */
export function checkNetworkAcl(network: Network, subnet: ResourceId, packet: Packet, direction: Direction): Step | undefined {
  const id = network.fragment('subnet', subnet)?.acl
  const list = network.fragment('network-acl', id)
  if (!list || id === undefined) return undefined
  const step = (allowed: boolean, detail: string): Step => ({ kind: 'filter', filter: 'network-acl', direction, resource: id, allowed, detail, fact: 'F-EDGE-31' })
  for (const rule of direction === 'in' ? list.inbound : list.outbound) {
    if (!peerMatches(rule, peerOf(packet, direction), []) || !protocolMatches(rule, packet)) continue
    if (!rule.allow && packet.protocol === 'some' && rule.protocol !== undefined) continue
    return step(rule.allow, rule.label)
  }
  return step(false, 'no rule matches; the final rule denies')
}
