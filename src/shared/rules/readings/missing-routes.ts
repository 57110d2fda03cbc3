import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import type { RuleContext } from '../rule.ts'
import { type Connection, connectionsBetween } from './connections.ts'
import { brokenDemands, type Side, sidesOf } from './demands.ts'
import type { Destination, VpcEnd } from './intent-ends.ts'
import { remember } from './remember.ts'
import { blackholeReason, leadsTo, routesToward, selectedRoute } from './routes.ts'
import { hostOf } from './sample-host.ts'
import { blockAround, subnetsByTable } from './vpc-blocks.ts'

/** A route that a broken intent needs and that a VPC's table lacks. Each gap is one rule's to report, by its connections and `opens`. */
export interface MissingRoute {
  readonly vpc: ResourceOf<'vpc'>
  /** Undefined: the subnets have no table at all. */
  readonly table: ResourceOf<'route-table'> | undefined
  readonly subnets: readonly ResourceOf<'subnet'>[]
  readonly block: Prefix
  /** What could carry it; never empty. */
  readonly connections: readonly Connection[]
  /** True when the VPC's side starts conversations in one of the intents, false when it only replies. */
  readonly opens: boolean
  readonly sides: readonly Side[]
}

/** True when the table hands the block to something that forwards by rules of its own, or that the design does not model. */
function isHandedOn(index: DesignIndex, table: ResourceOf<'route-table'>, block: Prefix, host: Address): boolean {
  const route = selectedRoute(index, table, block, host)
  if (!route) return false
  if (blackholeReason(index, table, route) !== undefined) return true // blackhole-route reports it
  const target = index.get(route.target)
  return target === undefined || target.kind === 'instance' || target.kind === 'network-interface' || (target.kind === 'nat-gateway' && target.ConnectivityType === 'private')
}

function lacks(context: RuleContext, { there }: Side, vpc: ResourceOf<'vpc'>, table: ResourceOf<'route-table'> | undefined, { prefix, parts }: Destination, targets: ReadonlySet<ResourceId>): boolean {
  const { index } = context
  if (blockAround(vpc, prefix)) return false // the local route always wins: site-prefix-inside-vpc and its like report that
  if (!table) return true
  // Of a site's summary only what a host of the site takes counts: routes to VPCs inside it lead elsewhere.
  const leads = (block: Prefix) => (there.type === 'site' ? leadsTo(index, table, block, hostOf(context, there, block), targets) : routesToward(index, table, block, targets))
  const has = (block: Prefix) => leads(block) || isHandedOn(index, table, block, hostOf(context, there, block))
  return !has(prefix) && !(parts.length > 0 && parts.every(has))
}

/** True when packets of the subnet get to the block all the same, by something that is read nowhere here (an appliance, a core network, another gateway's routes). */
function arrives({ simulation }: RuleContext, subnet: ResourceOf<'subnet'>, host: Address): boolean {
  return simulation.trace({ from: subnet.id, toAddress: formatAddress(host), protocol: 'some' }).forward.success
}

function* gapsOf(context: RuleContext, side: Side, here: VpcEnd): Generator<MissingRoute> {
  const { index } = context
  const connections = connectionsBetween(index, here, side.there)
  if (connections.length === 0) return
  const targets = new Set(connections.map((connection) => connection.target))
  const meant = new Set(here.subnets)
  for (const [table, users] of subnetsByTable(index, here.vpc.id)) {
    const subnets = users.filter((subnet) => meant.has(subnet))
    if (subnets.length === 0) continue
    for (const destination of side.there.destinations) {
      if (!lacks(context, side, here.vpc, table, destination, targets)) continue
      const cutOff = subnets.filter((subnet) => !arrives(context, subnet, hostOf(context, side.there, destination.prefix)))
      if (cutOff.length > 0) yield { vpc: here.vpc, table, subnets: cutOff, block: destination.prefix, connections, opens: side.opens, sides: [side] }
    }
  }
}

/** Routes that broken accepted intents need in VPC tables, each table and block once, in order of intent. */
export const missingRoutes = remember((context: RuleContext): readonly MissingRoute[] => {
  const gaps = new Map<string, MissingRoute & { opens: boolean; readonly subnets: ResourceOf<'subnet'>[]; readonly sides: Side[] }>()
  for (const side of sidesOf(brokenDemands(context))) {
    if (side.here.type !== 'vpc') continue
    for (const gap of gapsOf(context, side, side.here)) {
      const key = `${gap.table?.id ?? gap.vpc.id} ${formatPrefix(gap.block)}`
      const known = gaps.get(key)
      if (!known) gaps.set(key, { ...gap, subnets: [...gap.subnets], sides: [side] })
      else {
        known.opens ||= gap.opens
        known.sides.push(side)
        for (const subnet of gap.subnets) if (!known.subnets.includes(subnet)) known.subnets.push(subnet)
      }
    }
  }
  return [...gaps.values()]
})

/** True when one of the gap's connections is of the type. */
export function isOver(gap: MissingRoute, type: Connection['type']): boolean {
  return gap.connections.some((connection) => connection.type === type)
}
