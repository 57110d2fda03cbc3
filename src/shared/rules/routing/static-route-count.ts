import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countsOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'static-route-count',
  catalogue: 'R-RT-11',
  title: 'Route table has more static routes than its quota allows',
  severity: 'warning',
  appliesTo: ['route-table'],
  why: 'A route table takes a limited number of static routes of each address family, and a prefix list counts with its maximum of entries. AWS refuses the next one.',
  remedy: 'Summarise prefixes, or have the quota raised and record the increase.',
  sources: [QUOTAS['static-routes-per-table'], { fact: 'F-RT-40', checked: CHECKED }, { fact: 'F-RT-24', checked: CHECKED }],
  messages: { many: '{table} has {count} static {family} routes, and the quota is {quota} ({raise}).' },
  checkEach: {
    *'route-table'(table, context) {
      for (const { count, what: family = '' } of countsOf(context.index, 'static-routes-per-table', table)) {
        const exceeded = overQuota(context, 'static-routes-per-table', count)
        if (exceeded) yield { message: 'many', slots: { ...exceeded.slots, table: displayName(table), family }, resources: [table.id], field: 'Routes', severity: exceeded.severity }
      }
    },
  },
})
