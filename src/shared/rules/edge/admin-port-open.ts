import { displayName } from '../../document/query.ts'
import { ADMIN_PORTS } from '../../facts/edge.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { sentence } from '../readings/names.ts'
import { type Permission, speaksOf } from '../readings/permissions.ts'
import { listed } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

const TCP = 6
const isOpen = (cidr: string) => parsePrefixes([cidr]).some(({ length }) => length === 0)
const opensTo = ({ IpRanges = [], Ipv6Ranges = [] }: Permission) => [...IpRanges.map(({ CidrIp }) => CidrIp), ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)].filter(isOpen)
const adminPorts = Object.entries(ADMIN_PORTS.value).map(([port, name]) => ({ port: Number(port), name }))

/** Admits the administrators' networks in place of everybody. */
function restrict(group: ResourceOf<'security-group'>, open: readonly Permission[], own: readonly Prefix[]): Fix[] {
  const permissions = group.IpPermissions.map((permission): Permission => {
    if (!open.includes(permission)) return permission
    const { IpRanges = [], Ipv6Ranges = [], ...rest } = permission
    const blocks = (family: 4 | 6, isNeeded: boolean) => (isNeeded ? own.filter((block) => block.family === family).map(formatPrefix) : [])
    const ipv4 = [...IpRanges.filter(({ CidrIp }) => !isOpen(CidrIp)), ...blocks(4, IpRanges.some(({ CidrIp }) => isOpen(CidrIp))).map((CidrIp) => ({ CidrIp }))]
    const ipv6 = [...Ipv6Ranges.filter(({ CidrIpv6 }) => !isOpen(CidrIpv6)), ...blocks(6, Ipv6Ranges.some(({ CidrIpv6 }) => isOpen(CidrIpv6))).map((CidrIpv6) => ({ CidrIpv6 }))]
    return { ...rest, ...(ipv4.length > 0 ? { IpRanges: ipv4 } : {}), ...(ipv6.length > 0 ? { Ipv6Ranges: ipv6 } : {}) }
  })
  return own.length === 0 ? [] : [fix(`Admit only ${listed(own.slice(0, 5))} in those rules of ${displayName(group)}`, setField(group, 'IpPermissions', permissions))]
}

export default defineRule({
  id: 'admin-port-open',
  catalogue: 'R-EDGE-05',
  title: 'Security group admits everybody to remote administration',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['security-group'],
  why: 'Ports of remote administration that are open to all addresses are tried by strangers within minutes. Over a VPN, Direct Connect or Client VPN the own networks are enough.',
  remedy: 'Admit the on-premises and Client VPN ranges alone.',
  sources: [ADMIN_PORTS, { fact: 'F-EDGE-30', checked: CHECKED }],
  messages: { open: '{group} admits {from} to {ports}.' },
  *check({ index }) {
    const users = index.all('client-vpn-endpoint').map(({ ClientCidrBlock }) => ClientCidrBlock)
    const own = parsePrefixes([...index.all('site').flatMap(({ prefixes }) => prefixes), ...users]).filter(({ length }) => length > 0)
    for (const group of index.all('security-group')) {
      const open = group.IpPermissions.filter((permission) => opensTo(permission).length > 0 && adminPorts.some(({ port }) => speaksOf(permission, TCP, port)))
      if (open.length === 0) continue
      const ports = adminPorts.filter(({ port }) => open.some((permission) => speaksOf(permission, TCP, port))).map(({ port, name }) => `${name} (TCP ${port})`)
      const from = [...new Set(open.flatMap(opensTo))]
      yield { message: 'open', slots: { group: displayName(group), from: sentence(from), ports: sentence(ports) }, resources: [group.id], field: 'IpPermissions', fixes: restrict(group, open, own) }
    }
  },
})
