import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { PROPAGATED_ROUTES } from '../../facts/routing.ts'
import { learnedBy } from '../readings/learned.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { countsOf } from '../readings/quotas/counters.ts'
import { propagatingInto } from '../readings/quotas/of-vpcs.ts'
import { defineRule } from '../rule.ts'

const most = PROPAGATED_ROUTES.value

/** Share of the limit, which nobody can raise, from which on there is a warning. Causeway's own. */
const NEARLY_FULL = 0.8

export default defineRule({
  id: 'propagated-route-count',
  catalogue: 'R-RT-12',
  title: 'More routes are propagated than a route table takes',
  severity: 'error',
  appliesTo: ['route-table', 'vpn-gateway'],
  after: ['vpn-prefix-limit'],
  why: `A route table takes ${most} propagated routes of an address family, and nobody can raise that. Which of more are installed is not documented, so none of them can be relied on.`,
  remedy: 'Announce summaries or a default route instead.',
  sources: [PROPAGATED_ROUTES, { fact: 'F-RT-41', checked: CHECKED }],
  messages: {
    many: '{table} is to take {count} {family} routes from {gateways} and takes {most}: which of them it has nobody can say.',
    near: '{table} takes {count} {family} routes from {gateways}, and {most} is the limit that nobody can raise.',
  },
  checkEach: {
    *'route-table'(table, { index }) {
      const gateways = propagatingInto(index, table)
      for (const { count, what: family = '' } of countsOf(index, 'propagated-routes-per-table', table)) {
        if (count <= most * NEARLY_FULL) continue
        const known = gateways.flatMap((id) => learnedBy(index, id).known.filter(({ prefix }) => `IPv${prefix.family}` === family))
        yield {
          message: count > most ? 'many' : 'near',
          slots: { gateways: sentence(gateways.map((id) => nameOf(index, id))), count, family, table: displayName(table), most },
          resources: [table.id, ...gateways, ...new Set(known.map(({ from }) => from))],
          field: 'PropagatingVgws',
          ...(count > most ? {} : { severity: 'warning' }),
        }
      }
    },
  },
})
