import type { ResourceId } from '../../../model/id.ts'
import type { Failure } from '../failure.ts'
import { nameOf, type Repair, repair } from '../repair.ts'

const MOST_TABLES = 4

/** A subnet on the way uses another of its VPC's tables, which may know the way (F-RT-1). */
export function subnetAssociation({ index, network, legs }: Failure): readonly Repair[] {
  const subnets = new Set<ResourceId>(legs.flatMap(({ path }) => path.hops.flatMap(({ kind, resource }) => (kind === 'subnet' && resource !== 'internet' ? [resource] : []))))
  return [...subnets].flatMap((id) => {
    const fragment = network.fragment('subnet', id)
    if (!fragment) return []
    const isEdge = (table: (typeof tables)[number]) => table.Associations.some(({ GatewayId }) => GatewayId !== undefined)
    const tables = index.childrenOf('route-table', fragment.vpc)
    return tables.filter((table) => table.id !== fragment.table && !isEdge(table)).slice(0, MOST_TABLES).map((table) =>
      repair({ id: `${id} uses ${table.id}`, slot: `${id} table`, weight: 3, words: `associate ${nameOf(index, id)} with ${nameOf(index, table.id)}`, resources: [id, table.id] }, (draft) => {
        for (const other of tables) {
          const now = draft.resource(other.id)
          if (now?.kind !== 'route-table') return false
          const rest = now.Associations.filter(({ SubnetId }) => SubnetId !== id)
          if (other.id === table.id) draft.update(other.id, { Associations: [...rest, { SubnetId: id }] })
          else if (rest.length < now.Associations.length) draft.update(other.id, { Associations: rest })
        }
        return true
      }),
    )
  })
}
