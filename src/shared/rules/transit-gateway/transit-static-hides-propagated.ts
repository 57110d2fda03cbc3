import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { formatPrefix, parsePrefix } from '../../net/prefix.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { broughtBy } from '../readings/transit-learned.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'transit-static-hides-propagated',
  catalogue: 'R-TGW-09',
  title: 'Static route of a transit gateway hides what another attachment brings',
  severity: 'warning',
  appliesTo: ['transit-gateway-route-table'],
  after: ['static-route-ignores-health', 'static-vpn-beats-direct-connect'],
  why: 'For the same prefix a static route always wins, and the propagated one is gone from the table until the static route is deleted. A static route stays whatever becomes of its attachment, so nothing takes over when that fails.',
  remedy: 'Remove the static route and let propagation decide, or keep it for a shorter prefix as the last resort.',
  sources: [{ fact: 'F-TGW-29', checked: CHECKED }],
  messages: { hidden: 'The static route for {block} in {table} leads to {target} and hides the same prefix from {hidden}.' },
  checkEach: {
    *'transit-gateway-route-table'(table, { index }) {
      if (table.Routes.length === 0) return
      const offer = fewFixes()
      const brought = new Map<string, ResourceId[]>()
      for (const attachment of table.Propagations) for (const prefix of broughtBy(index, attachment)) file(brought, formatPrefix(prefix), attachment)
      for (const route of table.Routes) {
        const prefix = parsePrefix(route.DestinationCidrBlock)
        const { attachment: target } = route
        if (!prefix || target === undefined) continue // a route that is made to drop is meant to hide
        const hidden = [...new Set(brought.get(formatPrefix(prefix)))].filter((attachment) => attachment !== target)
        if (hidden.length === 0) continue
        yield {
          message: 'hidden',
          slots: { block: formatPrefix(prefix), table: displayName(table), target: nameOf(index, target), hidden: sentence(hidden.map((id) => nameOf(index, id))) },
          resources: [table.id, target, ...hidden],
          field: 'Routes',
          fixes: offer(table.id, () => [fix(`Remove the static route for ${formatPrefix(prefix)} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]),
        }
      }
    },
  },
})
