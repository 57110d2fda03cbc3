import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { attachmentsOf } from './connections.ts'
import { brokenDemands, type Side, sidesOf } from './demands.ts'
import { remember } from './remember.ts'
import { chainBetween } from './transit-chains.ts'
import { hasRoute } from './transit-gaps.ts'
import { transitTablesOf } from './transit-tables.ts'

/** A table on the way over peered transit gateways that lacks routes which broken intents need. */
export interface PeeredGap {
  readonly table: ResourceOf<'transit-gateway-route-table'>
  /** Where the routes have to lead: the peering, or the attachments of the destination at the last gateway. */
  readonly toward: readonly ResourceId[]
  readonly blocks: readonly Prefix[]
  /** Transit gateways on the way. */
  readonly gateways: readonly ResourceId[]
  readonly sides: readonly Side[]
}

function gapsOf(index: DesignIndex, side: Side): PeeredGap[] {
  const { here, there } = side
  if (here.type === 'internet' || there.type === 'internet') return []
  const [near, far] = [attachmentsOf(index, here), attachmentsOf(index, there)]
  const chain = chainBetween(index, [...near.keys()], new Set(far.keys())) ?? []
  const { associated } = transitTablesOf(index)
  const gateways = chain.map(({ gateway }) => gateway)
  return chain.flatMap(({ gateway, came, by }) => {
    const toward = by === undefined ? (far.get(gateway) ?? []) : [by]
    const from = came === undefined ? (near.get(gateway) ?? []) : [came]
    const tables = new Set(from.flatMap((attachment) => tableAt(index, gateway, attachment, associated) ?? []))
    return [...tables].flatMap((table) => {
      const blocks = there.destinations.flatMap(({ prefix }) => (hasRoute(index, table, prefix, toward) ? [] : [prefix]))
      return blocks.length > 0 ? [{ table, toward, blocks, gateways, sides: [side] }] : []
    })
  })
}

/** The table that routes an attachment's packets at one gateway: a peering is an attachment of two. */
function tableAt(index: DesignIndex, gateway: ResourceId, attachment: ResourceId, associated: ReadonlyMap<ResourceId, ResourceOf<'transit-gateway-route-table'>>) {
  const table = associated.get(attachment)
  if (table?.TransitGatewayId === gateway) return table
  return index.childrenOf('transit-gateway-route-table', gateway).find(({ Associations }) => Associations.includes(attachment))
}

/** Routes that broken accepted intents need in tables of peered transit gateways: each table and way on once, in order of intent. */
export const peeredGaps = remember((context: RuleContext): readonly PeeredGap[] => {
  const gaps = new Map<string, PeeredGap>()
  for (const side of sidesOf(brokenDemands(context))) {
    for (const gap of gapsOf(context.index, side)) {
      const key = `${gap.table.id} ${gap.toward.join(' ')}`
      const known = gaps.get(key)
      const blocks = new Map([...(known?.blocks ?? []), ...gap.blocks].map((block) => [formatPrefix(block), block]))
      gaps.set(key, { ...(known ?? gap), blocks: [...blocks.values()], sides: [...(known?.sides ?? []), side] })
    }
  }
  return [...gaps.values()]
})
