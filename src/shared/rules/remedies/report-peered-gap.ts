import { type DesignIndex, displayName } from '../../document/query.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { brokenIntents } from '../readings/demands.ts'
import { nameOf, sentence } from '../readings/names.ts'
import type { PeeredGap } from '../readings/peered-gaps.ts'
import type { Report } from '../rule.ts'
import { fix, setField } from './set-field.ts'

/** A table on the way over peered transit gateways that lacks routes, as a report with message `no-route` and the slots table, gateway, gateways, blocks and toward. */
export function reportPeeredGap(index: DesignIndex, { table, toward, blocks, gateways, sides }: PeeredGap): Report {
  const [attachment] = toward
  const slots = {
    table: displayName(table),
    gateway: nameOf(index, table.TransitGatewayId),
    gateways: sentence(gateways.map((id) => nameOf(index, id))),
    blocks: sentence(blocks.map(formatPrefix)),
    toward: sentence(toward.map((id) => nameOf(index, id))),
  }
  const routes = blocks.map((block) => ({ DestinationCidrBlock: formatPrefix(block), ...(attachment === undefined ? {} : { attachment }) }))
  return {
    message: 'no-route',
    slots,
    resources: [table.id, ...toward, table.TransitGatewayId],
    field: 'Routes',
    evidence: brokenIntents(sides),
    intents: [...new Set(sides.map(({ demand }) => demand.intent.id))],
    fixes: [fix(`Route ${slots.blocks} to ${slots.toward} in ${slots.table}`, setField(table, 'Routes', [...table.Routes, ...routes]))],
  }
}
