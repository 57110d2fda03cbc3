import type { Failure } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'

/** The gateway endpoint that the flow goes to serves the tables that the way asked (F-PL-30). */
export function endpointTables({ index, flow, legs }: Failure): readonly Repair[] {
  const endpoint = flow.to === 'internet' ? undefined : index.getOf('vpc-endpoint', flow.to)
  if (!endpoint) return []
  const asked = new Set(legs.flatMap(({ stations }) => stations.flatMap(({ step }) => (step.kind === 'route' ? (index.getOf('route-table', step.resource) ?? []) : []))))
  return [...asked].filter((table) => table.VpcId === endpoint.VpcId && !endpoint.RouteTableIds.includes(table.id)).map((table) =>
    change(endpoint, { id: `${endpoint.id} serves ${table.id}`, weight: 1, words: `add ${nameOf(index, table.id)} to the tables of ${nameOf(index, endpoint.id)}`, resources: [endpoint.id, table.id] }, (now) => ({ RouteTableIds: [...now.RouteTableIds, table.id] })),
  )
}
