import type { DesignIndex } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { containsPrefix, equalPrefix, formatPrefix, parsePrefix, type Prefix, prefixOf } from '../../../net/prefix.ts'
import type { Failure } from '../failure.ts'
import { everywhere, type Holder } from '../holders.ts'
import type { Station } from '../leg.ts'
import { change, nameOf, newId, type Repair, repair } from '../repair.ts'
import { routeTargets } from './route-targets.ts'

type Table = ResourceOf<'route-table'>

const destinationOf = (prefix: Prefix) => (prefix.family === 4 ? { DestinationCidrBlock: formatPrefix(prefix) } : { DestinationIpv6CidrBlock: formatPrefix(prefix) })

const sameDestination = (route: Table['Routes'][number], prefix: Prefix): boolean => {
  const other = parsePrefix(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '')
  return other !== undefined && equalPrefix(other, prefix)
}

/** The smallest block around two; undefined when only a default route holds both. */
function around(a: Prefix, b: Prefix): Prefix | undefined {
  for (let length = Math.min(a.length, b.length); length >= 8; length--) {
    const block = prefixOf(a, length)
    if (containsPrefix(block, b)) return block
  }
  return undefined
}

/**
 * Destinations to try, with how much more each takes than a route to the far block: the prefix of a route that wins now, where
 * the far block would lose to it; wider ones that hold both ends of the flow, for tables that both ways pass.
 */
function destinationsFor(failure: Failure, station: Station, holder: Holder): { readonly prefix: Prefix; readonly extra: number }[] {
  const winner = station.step.kind === 'route' ? parsePrefix(station.step.candidates.find(({ chosen }) => chosen)?.destination ?? '') : undefined
  const outranks = winner && containsPrefix(holder.block, winner) ? winner : holder.block
  const other = failure.holders(station.source)[0]
  const both = other && other.block.family === holder.block.family ? around(holder.block, other.block) : undefined
  const found = [
    { prefix: outranks, extra: 0 },
    ...(winner && winner.length > 0 && containsPrefix(winner, outranks) ? [{ prefix: winner, extra: 2 }] : []),
    ...(both ? [{ prefix: both, extra: 2 }] : []),
    { prefix: everywhere(holder.block.family), extra: 3 },
  ]
  return found.filter(({ prefix }, position) => found.findIndex((entry) => equalPrefix(entry.prefix, prefix)) === position)
}

function routeRepair(index: DesignIndex, table: Table, prefix: Prefix, target: ResourceId, weight: number): Repair | undefined {
  const present = table.Routes.find((route) => sameDestination(route, prefix))
  if (present?.target === target) return undefined
  const text = formatPrefix(prefix)
  const words =
    present === undefined
      ? `add ${text} → ${nameOf(index, target)} to ${nameOf(index, table.id)}`
      : `point ${text} of ${nameOf(index, table.id)} at ${nameOf(index, target)} instead of ${present.target === undefined ? 'a target that is gone' : nameOf(index, present.target)}`
  return change(table, { id: `${table.id} ${text} ${target}`, slot: `${table.id} ${text}`, purpose: `${table.id} ${target}`, weight: weight + (present?.target === undefined ? 0 : 2), words, resources: [table.id, target] }, (now) => ({
    Routes: [...now.Routes.filter((route) => !sameDestination(route, prefix)), { ...destinationOf(prefix), target }],
  }))
}

/** Routes in every VPC table that the failing way asked: to whatever could lead there, instead of none, a blackhole or a wrong one. */
export function vpcRoutes(failure: Failure): readonly Repair[] {
  const { index, network, legs } = failure
  return legs.flatMap((leg) => {
    const earlier = leg === failure.leg ? 0 : 2
    return leg.stations.flatMap((station): Repair[] => {
      const table = station.step.kind === 'route' ? index.getOf('route-table', station.step.resource) : undefined
      if (!table) return []
      const holders = failure.holders(station.destination).filter(({ id }) => id !== table.VpcId)
      const targets = routeTargets(network, table.VpcId, station.destination, holders)
      return holders.flatMap((holder) =>
        destinationsFor(failure, station, holder).flatMap(({ prefix, extra }) => targets.flatMap((target) => routeRepair(index, table, prefix, target.id, 1 + extra + target.extra + earlier) ?? [])),
      )
    })
  })
}

/** A subnet without any table, which AWS does not know: the VPC's main table was not drawn (F-RT-1). */
export function mainTable({ last, index, end }: Failure): readonly Repair[] {
  const subnet = last.resource === 'internet' ? undefined : index.getOf('subnet', last.resource)
  const vpc = subnet && index.getOf('vpc', subnet.VpcId)
  if (!subnet || !vpc || end.fact !== 'F-RT-1' || index.routeTableOf(subnet)) return []
  const name = `${nameOf(index, vpc.id)} main`
  return [
    repair({ id: `${vpc.id} main table`, makesNew: true, weight: 2, words: `give ${nameOf(index, vpc.id)} a main route table`, resources: [vpc.id] }, (draft) => {
      const id = newId(draft.index, 'route-table', vpc.id)
      draft.create({ kind: 'route-table', id, name: name.slice(0, 255), VpcId: vpc.id, Associations: [{ Main: true }], Routes: [], PropagatingVgws: [] })
    }),
  ]
}
