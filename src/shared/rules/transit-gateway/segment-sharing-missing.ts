import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { connectionsBetween } from '../readings/connections.ts'
import { brokenDemands } from '../readings/demands.ts'
import { areJoined, segmentsOf } from '../readings/segments.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'segment-sharing-missing',
  catalogue: 'R-TGW-28',
  title: 'Segments of a core network do not share routes although they should meet',
  severity: 'error',
  appliesTo: ['core-network-segment'],
  why: 'A segment of Cloud WAN is a routing domain of its own. Attachments of two segments reach each other only when the policy shares one with the other, and those of an isolated segment not even among themselves.',
  remedy: 'Share the segments in the core network policy, or move one attachment.',
  sources: [{ fact: 'F-CWAN-1', checked: CHECKED }],
  messages: {
    unshared: '{intent}: {segment} and {other} do not share their routes.',
    isolated: '{intent}: both ends are in {segment}, which keeps its attachments apart.',
  },
  *check(context) {
    const { index } = context
    const told = new Set<string>()
    for (const { intent, statement, from, to } of brokenDemands(context)) {
      if (from.type === 'internet' || to.type === 'internet' || connectionsBetween(index, from, to).length > 0) continue
      const far = segmentsOf(index, to)
      const pairs = segmentsOf(index, from).flatMap((a) => far.filter((b) => b.CoreNetworkId === a.CoreNetworkId).map((b) => [a, b] as const))
      const [pair] = pairs
      if (!pair || pairs.some(([a, b]) => areJoined(a, b)) || told.has(`${pair[0].id} ${pair[1].id}`)) continue
      const [a, b] = pair
      told.add(`${a.id} ${b.id}`).add(`${b.id} ${a.id}`)
      const repair = a === b ? fix(`Let attachments of ${displayName(a)} reach each other`, setField(a, 'IsolateAttachments', false)) : fix(`Share ${displayName(a)} with ${displayName(b)}`, setField(a, 'SharedSegments', [...a.SharedSegments, b.id]))
      yield { message: a === b ? 'isolated' : 'unshared', slots: { intent: statement, segment: displayName(a), other: displayName(b) }, resources: [a.id, b.id], field: a === b ? 'IsolateAttachments' : 'SharedSegments', intents: [intent.id], fixes: [repair] }
    }
  },
})
