import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { destinationsOf, type Route } from '../readings/routes.ts'
import { subnetsByTable } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

type Table = ResourceOf<'route-table'>

/** The other default route by the same gateway, where that carries both families. */
function complete(index: DesignIndex, table: Table, route: Route, missing: 4 | 6): Fix[] {
  if (route.target === undefined || !['internet-gateway', 'transit-gateway'].includes(index.get(route.target)?.kind ?? '')) return []
  const added = missing === 4 ? { DestinationCidrBlock: '0.0.0.0/0', target: route.target } : { DestinationIpv6CidrBlock: '::/0', target: route.target }
  return [fix(`Route ${missing === 4 ? '0.0.0.0/0' : '::/0'} to ${nameOf(index, route.target)} in ${displayName(table)}`, setField(table, 'Routes', [...table.Routes, added]))]
}

export default defineRule({
  id: 'dual-stack-default-route',
  catalogue: 'R-ADDR-20',
  title: 'Dual-stack subnet has a default route for one address family only',
  severity: 'advice',
  appliesTo: ['route-table', 'subnet'],
  why: 'IPv4 and IPv6 are routed apart: a default route of one says nothing of the other. Hosts with both addresses then reach the outside by one of them only, often after a delay.',
  remedy: 'Add the other default route, or leave it out on purpose and waive this.',
  sources: [{ fact: 'F-RT-4', checked: CHECKED }],
  messages: { half: 'Hosts of {subnets} have IPv4 and IPv6 addresses, but {table} has a default route for {present} and none for {missing}.' },
  checkEach: {
    *'route-table'(table, { index }) {
      const defaults = table.Routes.flatMap((route) => destinationsOf(index, route).flatMap((block) => (block.length === 0 ? [{ route, family: block.family }] : [])))
      const [first] = defaults
      if (!first || defaults.some(({ family }) => family !== first.family)) return
      const dual = (subnetsByTable(index, table.VpcId).get(table) ?? []).filter(({ CidrBlock, Ipv6CidrBlock }) => CidrBlock !== undefined && Ipv6CidrBlock !== undefined)
      if (dual.length === 0) return
      const missing = first.family === 4 ? 6 : 4
      yield {
        message: 'half',
        slots: { subnets: sentence(dual.map(displayName)), table: displayName(table), present: `IPv${first.family}`, missing: `IPv${missing}` },
        resources: [table.id, ...dual.map(({ id }) => id)],
        field: 'Routes',
        fixes: complete(index, table, first.route, missing),
      }
    },
  },
})
