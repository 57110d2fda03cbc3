import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { brokenIntents, intentsOf } from '../readings/demands.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { propagates, type TransitGap, transitGaps } from '../readings/transit-gaps.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** Propagation for attachments that can; for a static VPN the static route that it needs instead, one choice for each connection. */
function repair(index: DesignIndex, { table, attachments, block }: TransitGap): Fix[] {
  const able = attachments.filter((attachment) => propagates(index, attachment))
  const names = sentence(able.map((id) => nameOf(index, id)))
  if (able.length > 0) return [fix(`Propagate ${names} into ${displayName(table)}`, setField(table, 'Propagations', [...table.Propagations, ...able]))]
  return attachments.map((attachment) =>
    fix(`Route ${formatPrefix(block)} to ${nameOf(index, attachment)} in ${displayName(table)}`, setField(table, 'Routes', [...table.Routes, { DestinationCidrBlock: formatPrefix(block), attachment }])),
  )
}

export default defineRule({
  id: 'transit-gateway-table-route',
  catalogue: 'R-TGW-06',
  title: 'Transit gateway route table does not know a required destination',
  severity: 'error',
  appliesTo: ['transit-gateway-route-table'],
  why: 'The table that an attachment is associated with decides where its packets may go. A destination whose attachment neither propagates into that table nor has a static route in it cannot be reached, and the way back asks the other attachment\'s table.',
  remedy: 'Let the destination\'s attachment propagate into the table, or add a static route to it. A static VPN needs the static route.',
  sources: [
    { fact: 'F-TGW-26', checked: CHECKED },
    { fact: 'F-TGW-27', checked: CHECKED },
  ],
  messages: { 'no-route': '{table}, which routes the packets of {from}, has no route for {block}: neither propagation nor a static route brings one to {attachments}.' },
  *check(context) {
    const { index } = context
    const offer = fewFixes()
    const name = (id: ResourceId) => nameOf(index, id)
    for (const gap of transitGaps(context)) {
      yield {
        message: 'no-route',
        slots: { table: displayName(gap.table), from: name(gap.from), block: formatPrefix(gap.block), attachments: sentence(gap.attachments.map(name)) },
        resources: [gap.table.id, ...gap.attachments, gap.from],
        field: 'Propagations',
        intents: intentsOf(gap.sides),
        evidence: brokenIntents(gap.sides),
        fixes: offer(gap.table.id, () => repair(index, gap)),
      }
    }
  },
})
