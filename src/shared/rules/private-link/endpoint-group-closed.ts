import type { Intent } from '../../document/design.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import type { Hop } from '../../simulation/types.ts'
import { readEnd } from '../readings/intent-ends.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

const NAMES: Readonly<Record<number, string>> = { 6: 'tcp', 17: 'udp' }
const HTTPS = 443

const isTurnedAway = (hop: Hop | undefined) => hop?.steps.some((step) => step.kind === 'filter' && step.filter === 'security-group' && step.direction === 'in' && !step.allowed) === true

/** A rule for what the intent asks for; without a port for HTTPS, which endpoints of AWS services speak. */
function open(index: DesignIndex, endpoint: ResourceOf<'vpc-endpoint'>, { from, protocol = 6, port = HTTPS }: Intent): Fix[] {
  const group = index.getOf('security-group', endpoint.SecurityGroupIds?.[0])
  const blocks = readEnd(index, from)?.destinations.map(({ prefix }) => prefix) ?? []
  const name = NAMES[protocol]
  if (!group || blocks.length === 0 || name === undefined || blocks.some(({ family }) => family === 6)) return []
  const permission = { IpProtocol: name, FromPort: port, ToPort: port, IpRanges: blocks.map((block) => ({ CidrIp: formatPrefix(block) })) }
  return [fix(`Let ${sentence(blocks.map(formatPrefix))} in on ${name} ${port} in ${displayName(group)}`, setField(group, 'IpPermissions', [...group.IpPermissions, permission]))]
}

export default defineRule({
  id: 'endpoint-group-closed',
  catalogue: 'R-PL-08',
  title: 'Security group of an endpoint keeps its clients out',
  severity: 'error',
  profiles: ['security', 'seed-caveats'],
  appliesTo: ['vpc-endpoint', 'security-group'],
  why: 'The interfaces of an endpoint have security groups of their own. Clients whose addresses and port no inbound rule of theirs names get no answer, however well the service behind works.',
  remedy: 'Let the clients\' addresses in on the port of the service.',
  sources: [{ fact: 'F-PL-5', checked: CHECKED }],
  messages: { closed: '{intent}: the security groups of {endpoint} ({groups}) let nothing of it in.' },
  *check({ index, intents, simulation }) {
    for (const intent of intents) {
      if (intent.expect !== 'reach') continue
      const { holds, trace } = simulation.judge(intent)
      const last = trace?.forward.hops.at(-1)
      const endpoint = holds !== false || last === undefined || last.resource === 'internet' || !isTurnedAway(last) ? undefined : index.getOf('vpc-endpoint', last.resource)
      if (!endpoint) continue
      const groups = endpoint.SecurityGroupIds ?? []
      yield { message: 'closed', slots: { intent: statementOf(index, intent), endpoint: displayName(endpoint), groups: sentence(groups.map((id) => nameOf(index, id))) }, resources: [endpoint.id, ...groups], field: 'SecurityGroupIds', intents: [intent.id], fixes: open(index, endpoint, intent) }
    }
  },
})
