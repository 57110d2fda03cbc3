import { displayName } from '../../document/query.ts'
import { NAT64_PREFIX } from '../../facts/routing.ts'
import { CHECKED } from '../../facts/fact.ts'
import { containsPrefix, formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { destinationsOf } from '../readings/routes.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const nat64 = parsePrefixes([NAT64_PREFIX.value])

export default defineRule({
  id: 'route-family',
  catalogue: 'R-RT-18',
  title: 'Route leads to a gateway that does not carry its address family',
  severity: 'error',
  appliesTo: ['route-table'],
  why: 'An egress-only internet gateway carries IPv6 alone, and a NAT gateway translates IPv4, or IPv6 hosts toward IPv4. AWS refuses a route of the other family.',
  remedy: 'Send IPv4 to a NAT or internet gateway, and IPv6 to an egress-only or internet gateway.',
  sources: [NAT64_PREFIX, { fact: 'F-RT-20', checked: CHECKED }],
  messages: {
    'egress-only': '{table} sends {block} to {target}; an egress-only internet gateway carries IPv6 alone.',
    nat: '{table} sends {block} to {target}; of IPv6 a NAT gateway takes only {nat64}.',
  },
  checkEach: {
    *'route-table'(table, { index }) {
      const offer = fewFixes()
      for (const route of table.Routes) {
        const target = index.get(route.target)
        if (target?.kind !== 'egress-only-internet-gateway' && target?.kind !== 'nat-gateway') continue
        for (const block of destinationsOf(index, route)) {
          const isFine = target.kind === 'nat-gateway' ? block.family === 4 || nat64.some((range) => containsPrefix(range, block)) : block.family === 6
          if (isFine) continue
          yield {
            message: target.kind === 'nat-gateway' ? 'nat' : 'egress-only',
            slots: { table: displayName(table), block: formatPrefix(block), target: displayName(target), nat64: NAT64_PREFIX.value },
            resources: [table.id, target.id],
            field: 'Routes',
            fixes: offer(table.id, () => [fix(`Remove the route ${formatPrefix(block)} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]),
          }
        }
      }
    },
  },
})
