import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { learnedBy } from '../readings/learned.ts'
import { nameOf } from '../readings/names.ts'
import { blackholeReason, destinationsOf } from '../readings/routes.ts'
import { blockAround } from '../readings/vpc-blocks.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>): Generator<Report> {
  const vpc = index.getOf('vpc', table.VpcId)
  const gateways = table.PropagatingVgws.flatMap((id) => index.getOf('vpn-gateway', id) ?? []).filter((gateway) => gateway.VpcAttachments.some(({ VpcId }) => VpcId === table.VpcId))
  if (gateways.length === 0) return
  const learned = new Map(gateways.flatMap((gateway) => learnedBy(index, gateway.id).known.map((entry) => [formatPrefix(entry.prefix), { ...entry, gateway }] as const)))
  const offer = fewFixes()
  for (const route of table.Routes) {
    for (const block of route.DestinationPrefixListId === undefined ? destinationsOf(index, route) : []) {
      // Inside the VPC propagated routes count for nothing, and a route that leads nowhere is blackhole-route's to report.
      if (blockAround(vpc, block) || blackholeReason(index, table, route) !== undefined) continue
      const hidden = learned.get(formatPrefix(block))
      const blind = gateways.find((gateway) => gateway.id === route.target)
      const unknown = blind ? learnedBy(index, blind.id).unknown : []
      if (!hidden && unknown.length === 0) continue
      const gateway = hidden?.gateway ?? blind ?? table
      yield {
        message: hidden ? 'hidden' : 'unknown',
        slots: { table: displayName(table), block: formatPrefix(block), gateway: displayName(gateway), line: unknown[0] === undefined ? '' : nameOf(index, unknown[0]) },
        resources: [table.id, gateway.id, ...(hidden ? [hidden.from] : unknown)],
        field: 'Routes',
        ...(hidden
          ? { fixes: offer(table.id, () => [fix(`Remove the static route ${formatPrefix(block)} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]) }
          : { verdict: 'cannot-tell' as const, severity: 'advice' as const }),
      }
    }
  }
}

export default defineRule({
  id: 'static-hides-propagated',
  catalogue: 'R-RT-07',
  title: 'Static route hides a propagated one',
  severity: 'warning',
  appliesTo: ['route-table'],
  why: 'For the same prefix a static route beats a propagated one and stays when the tunnel behind it is down. The failover that propagation would give is lost.',
  remedy: 'Remove the static route.',
  sources: [
    { fact: 'F-RT-10', checked: CHECKED },
    { fact: 'F-RT-26', checked: CHECKED },
  ],
  messages: {
    hidden: '{table} has a static route for {block}, which hides the route that {gateway} propagates.',
    unknown: 'Whether the static route for {block} in {table} hides a propagated one cannot be told: the design does not say what {line} announces to {gateway}.',
  },
  *check({ index }) {
    for (const table of index.all('route-table')) yield* checkTable(index, table)
  },
})
