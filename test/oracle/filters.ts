import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import { parseProtocol } from '../../src/shared/net/protocol.ts'
import type { Packet } from './packet.ts'
import { covers, type Iface, prefixes, type World } from './world.ts'

const isIcmp = (protocol: number) => protocol === 1 || protocol === 58

/** ICMP type of an echo request or reply. */
const echoType = (packet: Packet) => (packet.protocol === 58 ? (packet.reply ? 129 : 128) : packet.reply ? 0 : 8)

/** Whether the packet is of the rule's protocol and ports; `type` and `code` are used by ICMP, -1 or absent for all. */
function matches(packet: Packet, protocolText: string, from: number | undefined, to: number | undefined, type: number | undefined, code: number | undefined): boolean {
  if (protocolText === '-1' || protocolText === 'all') return true
  const protocol = parseProtocol(protocolText)
  if (packet.protocol === 'any' || protocol === undefined || packet.protocol !== protocol) return false
  if (isIcmp(protocol)) return (type === undefined || type === -1 || type === echoType(packet)) && (code === undefined || code === -1 || code === 0 || type === undefined || type === -1)
  if (protocol !== 6 && protocol !== 17) return true
  if (from === undefined || from === -1) return true
  return packet.port >= from && packet.port <= (to === undefined || to === -1 ? 65_535 : to)
}

/** Security groups of an interface: any rule of any group; none at all filter nothing (F-EDGE-30). */
export function groupsAllow(world: World, iface: Pick<Iface, 'groups'>, packet: Packet, direction: 'in' | 'out', peerGroups: (group: string) => boolean): boolean {
  if (iface.groups.length === 0) return true
  const peer: Address = direction === 'in' ? packet.source : packet.destination
  return iface.groups.some((id) => {
    const group = world.get('security-group', id)
    const rules = (direction === 'in' ? group?.IpPermissions : group?.IpPermissionsEgress) ?? []
    return rules.some((rule) => {
      if (!matches(packet, rule.IpProtocol, rule.FromPort, rule.ToPort, rule.FromPort, rule.ToPort)) return false
      const lists = (rule.PrefixListIds ?? []).flatMap(({ PrefixListId }) => world.get('prefix-list', PrefixListId)?.Entries ?? []).map(({ Cidr }) => Cidr)
      const blocks = prefixes([...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp), ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6), ...lists])
      return covers(blocks, peer) || (rule.UserIdGroupPairs ?? []).some(({ GroupId }) => peerGroups(GroupId))
    })
  })
}

function aclOf(world: World, subnet: ResourceOf<'subnet'>): ResourceOf<'network-acl'> | undefined {
  const lists = world.all('network-acl').filter((list) => list.VpcId === subnet.VpcId)
  return lists.find((list) => list.Associations.some(({ SubnetId }) => SubnetId === subnet.id)) ?? lists.find((list) => list.IsDefault === true)
}

/** The network ACL of a subnet: lowest number that matches decides, none denies; no ACL drawn filters nothing (F-EDGE-31). */
export function aclAllows(world: World, subnet: ResourceOf<'subnet'>, packet: Packet, direction: 'in' | 'out'): boolean {
  const acl = aclOf(world, subnet)
  if (!acl) return true
  const peer = direction === 'in' ? packet.source : packet.destination
  const entries = acl.Entries.filter(({ Egress }) => Egress === (direction === 'out')).sort((a, b) => a.RuleNumber - b.RuleNumber)
  const hit = entries.find((entry) => {
    if (!matches(packet, entry.Protocol, entry.PortRange?.From, entry.PortRange?.To, entry.IcmpTypeCode?.Type, entry.IcmpTypeCode?.Code)) return false
    return covers(prefixes([entry.CidrBlock, entry.Ipv6CidrBlock]), peer)
  })
  return hit?.RuleAction === 'allow'
}
