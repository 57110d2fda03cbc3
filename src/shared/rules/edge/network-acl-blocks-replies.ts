import { displayName } from '../../document/query.ts'
import { NARROWEST_EPHEMERAL } from '../../facts/edge.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { EPHEMERAL_PORTS } from '../../net/ports.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { protocolName } from '../../net/protocol.ts'
import { blockOf, inOrder, isService, letsReplies, portsOf, protocolOf } from '../readings/acl-entries.ts'
import { deadEnds } from '../readings/dead-ends.ts'
import { admitReplies } from '../remedies/admit-replies.ts'
import { defineRule, type Report } from '../rule.ts'

type List = ResourceOf<'network-acl'>

function* checkList(list: List): Generator<Report> {
  for (const egress of [false, true]) {
    const back = inOrder(list, !egress)
    for (const entry of inOrder(list, egress).filter(isService)) {
      const [peer, protocol] = [blockOf(entry), protocolOf(entry) ?? 0]
      if (!peer || letsReplies(back, protocol, peer)) continue
      const slots = { list: displayName(list), number: entry.RuleNumber, direction: egress ? 'out to' : 'in from', back: egress ? 'in' : 'out', what: `${protocolName(protocol)}/${portsOf(entry).from}`, peer: formatPrefix(peer) }
      yield { message: 'one-way', slots, resources: [list.id], field: 'Entries', fixes: admitReplies(list, !egress, protocol, [peer]) }
      break // one of a direction stands for the others
    }
  }
}

export default defineRule({
  id: 'network-acl-blocks-replies',
  catalogue: 'R-EDGE-06',
  title: 'Network ACL lets a connection in and not its replies out',
  severity: 'error',
  appliesTo: ['network-acl'],
  after: ['network-acl-rule-hidden'],
  why: 'A network ACL remembers nothing: replies need a rule of their own. They go to the port that the client chose for itself, anywhere from 1024 to 65535.',
  remedy: 'Allow TCP 1024-65535 in the other direction, to the addresses of the clients.',
  sources: [NARROWEST_EPHEMERAL, { fact: 'F-EDGE-31', checked: CHECKED }],
  messages: {
    broken: '{list} drops the replies of "{statement}".',
    'one-way': 'Rule {number} of {list} lets {what} {direction} {peer}, but no rule lets the replies {back} to ports {from}-{to}.',
  },
  *check(context) {
    const { index } = context
    const reported = new Set<ResourceId>()
    for (const { demand, isWayBack, filter } of deadEnds(context)) {
      const list = filter?.filter === 'network-acl' && isWayBack ? index.getOf('network-acl', filter.resource) : undefined
      if (!list || reported.has(list.id)) continue
      reported.add(list.id)
      const egress = filter?.direction === 'out'
      const peers = (egress ? demand.from : demand.to).destinations.map(({ prefix }) => prefix)
      yield {
        message: 'broken',
        slots: { list: displayName(list), statement: demand.statement },
        resources: [list.id],
        field: 'Entries',
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
        // Without a protocol what gets through on the way there decides what may come back.
        fixes: demand.intent.protocol === undefined ? [] : admitReplies(list, egress, demand.intent.protocol, peers),
      }
    }
    for (const list of index.all('network-acl')) {
      if (reported.has(list.id)) continue
      for (const report of checkList(list)) yield { ...report, severity: 'warning', slots: { ...report.slots, ...EPHEMERAL_PORTS } }
    }
  },
})
