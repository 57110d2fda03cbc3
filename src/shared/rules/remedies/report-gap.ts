import { type DesignIndex, displayName } from '../../document/query.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { brokenIntents, intentsOf } from '../readings/demands.ts'
import { sentence } from '../readings/names.ts'
import type { MissingRoute } from '../readings/missing-routes.ts'
import type { Report } from '../rule.ts'
import { addRoute } from './add-route.ts'

/** A missing route as a report: message `no-route` or `no-table`, with the slots table, vpc, block, subnets and gateways. */
export function reportGap(index: DesignIndex, gap: MissingRoute): Report {
  const gateways = gap.connections.flatMap((connection) => index.get(connection.target) ?? [])
  return {
    message: gap.table ? 'no-route' : 'no-table',
    slots: {
      table: gap.table ? displayName(gap.table) : 'no table',
      vpc: displayName(gap.vpc),
      block: formatPrefix(gap.block),
      subnets: sentence(gap.subnets.map(displayName)),
      gateways: sentence(gateways.map(displayName)),
    },
    resources: [(gap.table ?? gap.vpc).id, ...gap.subnets.map((subnet) => subnet.id), ...gateways.map((gateway) => gateway.id)],
    field: 'Routes',
    intents: intentsOf(gap.sides),
    evidence: brokenIntents(gap.sides),
    fixes: addRoute(index, gap),
  }
}
