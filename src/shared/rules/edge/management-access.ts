import { displayName } from '../../document/query.ts'
import { ADMIN_PORTS, ECHO_PROTOCOL } from '../../facts/edge.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import { protocolName } from '../../net/protocol.ts'
import { type DeadEnd, deadEnds } from '../readings/dead-ends.ts'
import { listed } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

const TCP = 6

/** What people call the management access that an intent asks for; undefined when it asks for something else. */
function accessOf({ demand: { intent } }: DeadEnd): string | undefined {
  const name = intent.protocol === TCP ? Object.entries(ADMIN_PORTS.value).find(([port]) => Number(port) === intent.port)?.[1] : undefined
  if (name !== undefined) return `${name} (TCP ${intent.port ?? ''})`
  return intent.protocol === ECHO_PROTOCOL.value ? 'ping (ICMP)' : undefined
}

/** A rule in the group that admits the site's prefixes to exactly that. */
function admit(group: ResourceOf<'security-group'>, { demand: { intent } }: DeadEnd, from: readonly Prefix[], access: string): Fix[] {
  const blocks = from.filter(({ family }) => family === 4)
  if (blocks.length === 0) return []
  const ports = intent.port === undefined ? { FromPort: -1, ToPort: -1 } : { FromPort: intent.port, ToPort: intent.port }
  const rule = { IpProtocol: protocolName(intent.protocol ?? TCP), ...ports, IpRanges: blocks.map((block) => ({ CidrIp: formatPrefix(block) })) }
  return [fix(`Admit ${listed(blocks)} to ${access} in ${displayName(group)}`, setField(group, 'IpPermissions', [...group.IpPermissions, rule]))]
}

export default defineRule({
  id: 'management-access',
  catalogue: 'R-EDGE-09',
  title: 'Site is not admitted to manage the hosts of a VPC',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['security-group', 'network-acl'],
  why: 'A VPN or Direct Connect brings packets into the VPC, and security groups admit none of them by themselves. Setting up a connection includes rules for SSH, RDP and ping from the on-premises ranges.',
  remedy: 'Admit TCP 22, TCP 3389 and ICMP from the prefixes of the site, in security groups and network ACLs.',
  sources: [ADMIN_PORTS, { fact: 'F-VPN-93', checked: CHECKED }],
  messages: { refused: '{site} asks for {access}, but {filter} admits it from none of {prefixes}.' },
  *check(context) {
    const { index } = context
    for (const deadEnd of deadEnds(context)) {
      const { demand, filter, isWayBack } = deadEnd
      const access = accessOf(deadEnd)
      const barrier = filter?.direction === 'in' ? index.get(filter.resource) : undefined
      if (access === undefined || isWayBack || demand.from.type !== 'site' || !barrier) continue
      const prefixes = demand.from.destinations.map(({ prefix }) => prefix)
      const site = index.get(demand.from.id === 'internet' ? undefined : demand.from.id)
      yield {
        message: 'refused',
        slots: { site: site ? displayName(site) : '', access, filter: displayName(barrier), prefixes: listed(prefixes) },
        resources: [barrier.id, ...(site ? [site.id] : [])],
        severity: 'error', // an accepted intent asks for it
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
        fixes: barrier.kind === 'security-group' ? admit(barrier, deadEnd, prefixes, access) : [],
      }
    }
  },
})
