import type { ResourceOf } from '../../model/index.ts'
import { ALL_PORTS } from '../../net/ports.ts'
import { parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { hasPorts, parseProtocol, protocolName } from '../../net/protocol.ts'
import type { FilterRule, NetworkAclFragment, SecurityGroupFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'

type Permission = ResourceOf<'security-group'>['IpPermissions'][number]
type Entry = ResourceOf<'network-acl'>['Entries'][number]

const isIcmp = (protocol: number | undefined) => protocol === 1 || protocol === 58

function portsOf(protocol: number | undefined, from: number | undefined, to: number | undefined): readonly [number, number] | undefined {
  if (protocol === undefined) return undefined
  if (isIcmp(protocol)) return from === undefined || from === -1 ? undefined : [from, from]
  if (!hasPorts(protocol) || from === undefined || from === -1) return undefined
  const last = to === undefined || to === -1 ? from : to
  return from <= ALL_PORTS.from && last >= ALL_PORTS.to ? undefined : [from, last]
}

function label(protocol: number | undefined, ports: readonly [number, number] | undefined, peers: string): string {
  const what = protocol === undefined ? 'all traffic' : protocolName(protocol)
  const range = ports === undefined ? '' : isIcmp(protocol) ? ` type ${ports[0]}` : ports[0] === ports[1] ? `/${ports[0]}` : `/${ports[0]}-${ports[1]}`
  return `${what}${range} ${peers}`
}

function compilePermission(permission: Permission, view: ReadingView, word: 'from' | 'to'): FilterRule {
  const protocol = permission.IpProtocol === '-1' ? undefined : parseProtocol(permission.IpProtocol)
  const cidrs = [...(permission.IpRanges ?? []).map((range) => range.CidrIp), ...(permission.Ipv6Ranges ?? []).map((range) => range.CidrIpv6)]
  const listed = (permission.PrefixListIds ?? []).flatMap(({ PrefixListId }) => view.getOf('prefix-list', PrefixListId)?.Entries.map((entry) => entry.Cidr) ?? [])
  const groups = (permission.UserIdGroupPairs ?? []).map((pair) => pair.GroupId)
  const ports = portsOf(protocol, permission.FromPort, permission.ToPort)
  const peers = [...cidrs, ...groups.map((group) => view.get(group)?.name ?? group), ...(permission.PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId)].join(', ')
  return { allow: true, protocol, prefixes: parsePrefixes([...cidrs, ...listed]), groups, ports, label: label(protocol, ports, `${word} ${peers || 'nobody'}`) }
}

/** Compiles a security group: allow rules, all of them count (F-EDGE-30). */
export function compileSecurityGroup(group: ResourceOf<'security-group'>, view: ReadingView): SecurityGroupFragment {
  return {
    kind: 'security-group',
    inbound: group.IpPermissions.map((permission) => compilePermission(permission, view, 'from')),
    outbound: group.IpPermissionsEgress.map((permission) => compilePermission(permission, view, 'to')),
  }
}

function compileEntry(entry: Entry): FilterRule {
  const protocol = entry.Protocol === '-1' ? undefined : parseProtocol(entry.Protocol)
  const cidr = entry.CidrBlock ?? entry.Ipv6CidrBlock
  const prefix = cidr === undefined ? undefined : parsePrefix(cidr)
  const ports = isIcmp(protocol) ? portsOf(protocol, entry.IcmpTypeCode?.Type, undefined) : portsOf(protocol, entry.PortRange?.From, entry.PortRange?.To)
  return {
    allow: entry.RuleAction === 'allow',
    protocol,
    prefixes: prefix ? [prefix] : [],
    groups: [],
    ports,
    label: `rule ${entry.RuleNumber}: ${entry.RuleAction} ${label(protocol, ports, `${entry.Egress ? 'to' : 'from'} ${cidr ?? 'nobody'}`)}`,
  }
}

/** Compiles a network ACL: rules in order of number, the first match decides, then deny (F-EDGE-31). */
export function compileNetworkAcl(list: ResourceOf<'network-acl'>): NetworkAclFragment {
  const ordered = [...list.Entries].sort((a, b) => a.RuleNumber - b.RuleNumber)
  return {
    kind: 'network-acl',
    inbound: ordered.filter((entry) => !entry.Egress).map(compileEntry),
    outbound: ordered.filter((entry) => entry.Egress).map(compileEntry),
  }
}
