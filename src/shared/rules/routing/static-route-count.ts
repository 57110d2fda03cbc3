import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { destinationsOf, type Route } from '../readings/routes.ts'
import { defineRule } from '../rule.ts'

/** How many routes of a family one counts as: a prefix list counts with its maximum of entries (F-RT-24). */
function weightOf(index: DesignIndex, route: Route, family: 4 | 6): number {
  const list = index.getOf('prefix-list', route.DestinationPrefixListId)
  if (list) return list.AddressFamily === `IPv${family}` ? (list.MaxEntries ?? list.Entries.length) : 0
  return destinationsOf(index, route).filter((block) => block.family === family).length
}

export default defineRule({
  id: 'static-route-count',
  catalogue: 'R-RT-11',
  title: 'Route table has more static routes than its quota allows',
  severity: 'warning',
  appliesTo: ['route-table'],
  why: 'A route table takes a limited number of static routes of each address family, and a prefix list counts with its maximum of entries. AWS refuses the next one.',
  remedy: 'Summarise prefixes, or have the quota raised and record the increase.',
  sources: [QUOTAS['static-routes-per-table'], { fact: 'F-RT-40', checked: CHECKED }, { fact: 'F-RT-24', checked: CHECKED }],
  messages: { many: '{table} has {count} static IPv{family} routes, and the quota is {quota} ({raise}).' },
  checkEach: {
    *'route-table'(table, context) {
      for (const family of [4, 6] as const) {
        const exceeded = overQuota(context, 'static-routes-per-table', table.Routes.reduce((sum, route) => sum + weightOf(context.index, route, family), 0))
        if (exceeded) yield { message: 'many', slots: { ...exceeded.slots, table: displayName(table), family }, resources: [table.id], field: 'Routes', severity: exceeded.severity }
      }
    },
  },
})
