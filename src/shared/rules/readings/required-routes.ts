import type { ResourceOf } from '../../model/index.ts'
import type { Address } from '../../net/address.ts'
import { containsAddress, parsePrefix } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { connectionsBetween } from './connections.ts'
import { brokenDemands, type Side, sidesOf } from './demands.ts'
import { remember } from './remember.ts'
import { type Route, selectedRoute } from './routes.ts'
import { hostOf } from './sample-host.ts'
import { transitTablesOf } from './transit-tables.ts'
import { blockAround, subnetsByTable } from './vpc-blocks.ts'

/** A static route of a transit gateway route table. */
export type TransitRoute = ResourceOf<'transit-gateway-route-table'>['Routes'][number]

function selectedTransitRoute(table: ResourceOf<'transit-gateway-route-table'> | undefined, host: Address): TransitRoute | undefined {
  let best: { readonly route: TransitRoute; readonly length: number } | undefined
  for (const route of table?.Routes ?? []) {
    const prefix = parsePrefix(route.DestinationCidrBlock)
    if (prefix && containsAddress(prefix, host) && prefix.length > (best?.length ?? -1)) best = { route, length: prefix.length }
  }
  return best?.route
}

function routesOf(context: RuleContext, { here, there }: Side): (Route | TransitRoute | undefined)[] {
  const { index } = context
  const blocks = there.destinations.flatMap(({ prefix, parts }) => (parts.length > 0 ? parts : [prefix])).map((prefix) => ({ prefix, host: hostOf(context, there, prefix) }))
  const transits = connectionsBetween(index, here, there).flatMap((connection) => (connection.type === 'transit' ? connection.here : []))
  const onTransit = transits.flatMap((attachment) => blocks.map(({ host }) => selectedTransitRoute(transitTablesOf(index).associated.get(attachment), host)))
  if (here.type !== 'vpc') return onTransit
  const meant = new Set(here.subnets)
  const tables = [...subnetsByTable(index, here.vpc.id)].flatMap(([table, users]) => (table && users.some((subnet) => meant.has(subnet)) ? [table] : []))
  return [...onTransit, ...tables.flatMap((table) => blocks.filter(({ prefix }) => !blockAround(here.vpc, prefix)).map(({ prefix, host }) => selectedRoute(index, table, prefix, host)))]
}

/** The stored routes that a broken accepted intent's packets follow: the very objects of the design. */
export const requiredRoutes = remember((context: RuleContext): ReadonlySet<Route | TransitRoute> => {
  const routes = sidesOf(brokenDemands(context)).flatMap((side) => routesOf(context, side))
  return new Set(routes.filter((route) => route !== undefined))
})
