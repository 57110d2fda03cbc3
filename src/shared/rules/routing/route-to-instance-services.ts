import { displayName } from '../../document/query.ts'
import { INSTANCE_SERVICE_RANGES } from '../../facts/addressing.ts'
import { containsPrefix, formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { destinationsOf } from '../readings/routes.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const ranges = parsePrefixes(INSTANCE_SERVICE_RANGES.value)

export default defineRule({
  id: 'route-to-instance-services',
  catalogue: 'R-RT-15',
  title: 'Route leads into the addresses of instance services',
  severity: 'error',
  appliesTo: ['route-table'],
  why: 'Metadata, DNS and time are served to every instance at addresses of their own, beside all routing. AWS takes no route that lies among them.',
  remedy: 'Remove the route.',
  sources: [INSTANCE_SERVICE_RANGES],
  messages: { services: '{table} has a route for {block}, which lies in {range}: AWS keeps that for the services of instances.' },
  checkEach: {
    *'route-table'(table, { index }) {
      const offer = fewFixes()
      for (const route of table.Routes) {
        for (const block of destinationsOf(index, route)) {
          const range = ranges.find((candidate) => containsPrefix(candidate, block))
          if (!range) continue
          yield {
            message: 'services',
            slots: { table: displayName(table), block: formatPrefix(block), range: formatPrefix(range) },
            resources: [table.id],
            field: 'Routes',
            fixes: offer(table.id, () => [fix(`Remove the route ${formatPrefix(block)} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]),
          }
        }
      }
    },
  },
})
