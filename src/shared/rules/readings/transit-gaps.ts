import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, overlaps, parsePrefix, type Prefix } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { type Connection, connectionsBetween } from './connections.ts'
import { brokenDemands, type Side, sidesOf } from './demands.ts'
import { remember } from './remember.ts'
import { routesToward } from './routes.ts'
import { transitTablesOf } from './transit-tables.ts'
import { subnetsByTable } from './vpc-blocks.ts'

type Transit = Extract<Connection, { type: 'transit' }>

/** A transit gateway route table that lacks a route which a broken intent needs. */
export interface TransitGap {
  readonly table: ResourceOf<'transit-gateway-route-table'>
  readonly block: Prefix
  /** The attachments that lead to the block. */
  readonly attachments: readonly ResourceId[]
  /** The attachment whose packets the table routes. */
  readonly from: ResourceId
  readonly sides: readonly Side[]
}

/** True when the transit gateway is the way in use: the only connection, or one that a table of the VPC routes to. */
function isInUse(index: DesignIndex, side: Side, transit: Transit, connections: readonly Connection[]): boolean {
  if (connections.length === 1) return true
  const target = new Set([transit.target])
  const sends = (vpc: ResourceId, blocks: readonly Prefix[]) =>
    [...subnetsByTable(index, vpc).keys()].some((table) => table !== undefined && blocks.some((block) => routesToward(index, table, block, target)))
  const { here, there } = side
  const blocksTo = (end: typeof here) => end.destinations.map((destination) => destination.prefix)
  return (here.type === 'vpc' && sends(here.vpc.id, blocksTo(there))) || (there.type === 'vpc' && sends(there.vpc.id, blocksTo(here)))
}

/** True when the attachment brings its routes by propagation; a static VPN and a peering bring none (F-TGW-27). */
export function propagates(index: DesignIndex, attachment: ResourceId): boolean {
  const carrier = index.get(attachment)
  return !((carrier?.kind === 'vpn-connection' && carrier.StaticRoutesOnly) || carrier?.kind === 'transit-gateway-peering-attachment')
}

/** True when the table has a static or propagated route for some of the block to one of the attachments. */
export function hasRoute(index: DesignIndex, table: ResourceOf<'transit-gateway-route-table'>, block: Prefix, attachments: readonly ResourceId[]): boolean {
  const propagating = transitTablesOf(index).propagating.get(table.id)
  if (attachments.some((attachment) => propagating?.has(attachment) && propagates(index, attachment))) return true
  return table.Routes.some((route) => {
    const prefix = parsePrefix(route.DestinationCidrBlock)
    if (route.attachment === undefined || prefix === undefined) return false
    // A route to a VPC on the way (an inspection VPC) hands the packets on: what becomes of them there is not this table's doing.
    return attachments.includes(route.attachment) ? overlaps(prefix, block) : index.get(route.attachment)?.kind === 'transit-gateway-vpc-attachment' && containsPrefix(prefix, block)
  })
}

function* gapsOf(index: DesignIndex, side: Side): Generator<TransitGap> {
  const connections = connectionsBetween(index, side.here, side.there)
  for (const transit of connections) {
    if (transit.type !== 'transit' || transit.isPeered || !isInUse(index, side, transit, connections)) continue
    for (const from of transit.here) {
      const table = transitTablesOf(index).associated.get(from)
      if (!table) continue
      for (const { prefix } of side.there.destinations) {
        if (!hasRoute(index, table, prefix, transit.there)) yield { table, block: prefix, attachments: transit.there, from, sides: [side] }
      }
    }
  }
}

/** Routes that broken accepted intents need in transit gateway tables: each table and far end once, in order of intent. */
export const transitGaps = remember((context: RuleContext): readonly TransitGap[] => {
  const gaps = new Map<string, TransitGap & { readonly sides: Side[] }>()
  for (const side of sidesOf(brokenDemands(context))) {
    for (const gap of gapsOf(context.index, side)) {
      const key = `${gap.table.id} ${gap.attachments.join(' ')}`
      const known = gaps.get(key)
      if (known) known.sides.push(side)
      else gaps.set(key, { ...gap, sides: [side] })
    }
  }
  return [...gaps.values()]
})
