import type { DesignIndex } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsAddress, parsePrefix, type Prefix, sampleAddress } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { connectionsBetween } from './connections.ts'
import { brokenDemands, type Side, sidesOf } from './demands.ts'
import { remember } from './remember.ts'
import { type Route, selectedRoute } from './routes.ts'
import { transitTablesOf } from './transit-tables.ts'
import { blockAround, subnetsByTable } from './vpc-blocks.ts'

/** A static route of a transit gateway route table. */
export type TransitRoute = ResourceOf<'transit-gateway-route-table'>['Routes'][number]

function selectedTransitRoute(table: ResourceOf<'transit-gateway-route-table'> | undefined, block: Prefix): TransitRoute | undefined {
  const host = sampleAddress(block)
  let best: { readonly route: TransitRoute; readonly length: number } | undefined
  for (const route of table?.Routes ?? []) {
    const prefix = parsePrefix(route.DestinationCidrBlock)
    if (prefix && containsAddress(prefix, host) && prefix.length > (best?.length ?? -1)) best = { route, length: prefix.length }
  }
  return best?.route
}

function routesOf(index: DesignIndex, { here, there }: Side): (Route | TransitRoute | undefined)[] {
  const blocks = there.destinations.flatMap(({ prefix, parts }) => (parts.length > 0 ? parts : [prefix]))
  const transits = connectionsBetween(index, here, there).flatMap((connection) => (connection.type === 'transit' ? connection.here : []))
  const onTransit = transits.flatMap((attachment) => blocks.map((block) => selectedTransitRoute(transitTablesOf(index).associated.get(attachment), block)))
  if (here.type !== 'vpc') return onTransit
  const meant = new Set(here.subnets)
  const tables = [...subnetsByTable(index, here.vpc.id)].flatMap(([table, users]) => (table && users.some((subnet) => meant.has(subnet)) ? [table] : []))
  return [...onTransit, ...tables.flatMap((table) => blocks.filter((block) => !blockAround(here.vpc, block)).map((block) => selectedRoute(index, table, block)))]
}

/** The stored routes that a broken accepted intent's packets follow: the very objects of the design. */
export const requiredRoutes = remember((context: RuleContext): ReadonlySet<Route | TransitRoute> => {
  const routes = sidesOf(brokenDemands(context)).flatMap((side) => routesOf(context.index, side))
  return new Set(routes.filter((route) => route !== undefined))
})
