import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { type DesignIndex, displayName } from '../../query.ts'
import { freeName, namesInUse } from '../names.ts'
import type { RouteWork } from './tables.ts'

type Subnet = ResourceOf<'subnet'>
type Table = ResourceOf<'route-table'>
type Instance = ResourceOf<'instance'>

/** The zone of a subnet, by name or by id; undefined when it does not say. */
const zoneOf = (subnet: Subnet | undefined): string | undefined => subnet?.AvailabilityZone ?? subnet?.AvailabilityZoneId

/** Routes of a table to these destinations that lead to another appliance, in another zone. */
function awayRoutes(index: DesignIndex, table: Table, appliance: Instance, zone: string, prefixes: readonly string[]): Table['Routes'] {
  return table.Routes.filter((route) => {
    const other = index.getOf('instance', route.target)
    const otherZone = zoneOf(index.getOf('subnet', other?.SubnetId))
    return prefixes.includes(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '') && other?.role === 'vpn-appliance' && other.id !== appliance.id && otherZone !== undefined && otherZone !== zone
  })
}

/**
 * Lets the subnets of an appliance's zone use it where they use an appliance of another zone (F-SW-20): in their own table, or, where
 * subnets of other zones share that, in a copy of it for the zone.
 */
export function useOwnZone(work: RouteWork, appliance: Instance, prefixes: readonly string[]): void {
  const { index, draft } = work
  const home = index.getOf('subnet', appliance.SubnetId)
  const zone = zoneOf(home)
  if (!home || zone === undefined) return
  const byTable = Map.groupBy(index.childrenOf('subnet', home.VpcId), (subnet) => index.routeTableOf(subnet))
  for (const [table, users] of byTable) {
    const here = users.filter((subnet) => zoneOf(subnet) === zone)
    const away = table && here.length > 0 ? awayRoutes(index, table, appliance, zone, prefixes) : []
    if (!table || away.length === 0) continue
    const Routes = table.Routes.map((route) => (away.includes(route) ? { ...route, target: appliance.id } : route))
    if (here.length === users.length && !table.Associations.some(({ Main }) => Main)) draft.update(table.id, { Routes })
    else splitTable(work, table, here, zone, Routes)
    const blocks = away.map((route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '').join(', ')
    work.steps.push(`${here.map(displayName).join(', ')} in ${zone}: ${blocks} to ${displayName(appliance)}, of their own zone`)
  }
}

/** A copy of a table for subnets of one zone. */
function splitTable({ index, draft, newId }: RouteWork, table: Table, subnets: readonly Subnet[], zone: string, Routes: Table['Routes']): void {
  const ids = new Set<ResourceId>(subnets.map(({ id }) => id))
  const Associations = table.Associations.filter(({ SubnetId }) => SubnetId === undefined || !ids.has(SubnetId))
  if (Associations.length < table.Associations.length) draft.update(table.id, { Associations })
  const name = freeName(namesInUse(index), `${table.name} ${zone}`.slice(0, 240))
  draft.create({ kind: 'route-table', id: newId('route-table'), name, VpcId: table.VpcId, Associations: subnets.map(({ id }) => ({ SubnetId: id })), Routes, PropagatingVgws: table.PropagatingVgws })
}
