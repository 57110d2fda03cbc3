import { type DesignIndex, displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { makeResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { referrersOf } from '../readings/sessions.ts'
import type { Fix } from '../rule.ts'
import { fix, setField } from './set-field.ts'

/** Gives a subnet a route table of its own that leads to the VPC's internet gateway; its neighbours keep theirs. Nothing where there is no such gateway. */
export function publicTable(index: DesignIndex, id: ResourceId | undefined): Fix[] {
  const subnet = index.getOf('subnet', id)
  const [gateway] = subnet ? referrersOf(index, 'internet-gateway', subnet.VpcId) : []
  if (!subnet || !gateway) return []
  const after: ResourceOf<'route-table'> = {
    kind: 'route-table',
    id: makeResourceId('route-table', `${subnet.id.slice(subnet.id.indexOf(':') + 1)}-public`),
    name: `${displayName(subnet)} public`,
    VpcId: subnet.VpcId,
    Associations: [{ SubnetId: subnet.id }],
    Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: gateway.id }],
    PropagatingVgws: [],
  }
  if (index.get(after.id)) return []
  const former = index.childrenOf('route-table', subnet.VpcId).filter(({ Associations }) => Associations.some(({ SubnetId }) => SubnetId === subnet.id))
  const released = former.map((table) => setField(table, 'Associations', table.Associations.filter(({ SubnetId }) => SubnetId !== subnet.id)))
  return [fix(`Give ${displayName(subnet)} a route table that leads to ${displayName(gateway)}`, ...released, { op: 'put', collection: 'resources', id: after.id, after })]
}
