import { type DesignIndex, displayName } from '../../document/query.ts'
import { makeResourceId, type ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { formatPrefix, type Prefix } from '../../net/prefix.ts'
import type { MissingRoute } from '../readings/missing-routes.ts'
import type { Fix } from '../rule.ts'
import { fix, setField } from './set-field.ts'

const destination = (block: Prefix) => (block.family === 4 ? { DestinationCidrBlock: formatPrefix(block) } : { DestinationIpv6CidrBlock: formatPrefix(block) })

/** A new main table for a VPC that has none; undefined when its id is taken. */
function newTable(index: DesignIndex, { vpc, block }: MissingRoute, gateway: Resource): Resource | undefined {
  const id = makeResourceId('route-table', `${vpc.id.slice(vpc.id.indexOf(':') + 1)}-main`)
  if (index.get(id)) return undefined
  const propagates = gateway.kind === 'vpn-gateway'
  return {
    kind: 'route-table',
    id,
    name: `${displayName(vpc)} main`,
    VpcId: vpc.id,
    Associations: [{ Main: true }],
    Routes: propagates ? [] : [{ ...destination(block), target: gateway.id }],
    PropagatingVgws: propagates ? [gateway.id] : [],
  }
}

/** The edit that adds a missing route, when only one connection could carry it: propagation for a virtual private gateway, a static route else. */
export function addRoute(index: DesignIndex, gap: MissingRoute): Fix[] {
  const targets = new Set<ResourceId>(gap.connections.map((connection) => connection.target))
  const [target] = targets
  const gateway = index.get(target)
  if (targets.size !== 1 || !gateway) return []
  const { table, block } = gap
  const what = gateway.kind === 'vpn-gateway' ? `Propagate routes from ${displayName(gateway)}` : `Route ${formatPrefix(block)} to ${displayName(gateway)}`
  if (!table) {
    const created = newTable(index, gap, gateway)
    return created ? [fix(`${what} in a new main route table`, { op: 'put', collection: 'resources', id: created.id, after: created })] : []
  }
  const label = `${what} in ${displayName(table)}`
  if (gateway.kind === 'vpn-gateway') return [fix(label, setField(table, 'PropagatingVgws', [...table.PropagatingVgws, gateway.id]))]
  return [fix(label, setField(table, 'Routes', [...table.Routes, { ...destination(block), target: gateway.id }]))]
}
