import { formatPrefix } from '../../../net/prefix.ts'
import type { Failure } from '../failure.ts'
import { change, nameOf, type Repair } from '../repair.ts'

const MOST_SUBNETS = 3

/** The Client VPN endpoint at which the way ends. */
const endpointOf = ({ last, index }: Failure) => (last.resource === 'internet' ? undefined : index.getOf('client-vpn-endpoint', last.resource))

/** Users of a Client VPN endpoint may not go where they want to (F-CVPN-5), or it has no route there (F-CVPN-4). */
export function clientVpnReach(failure: Failure): readonly Repair[] {
  const { index, end, flow } = failure
  const endpoint = endpointOf(failure)
  if (!endpoint) return []
  const group = flow.from === 'internet' ? undefined : index.getOf('user-group', flow.from)?.AccessGroupId
  return failure.destinations.flatMap(({ block }): Repair[] => {
    const DestinationCidr = formatPrefix(block)
    const name = nameOf(index, endpoint.id)
    if (end.fact === 'F-CVPN-5') {
      return [
        change(endpoint, { id: `${endpoint.id} authorizes ${DestinationCidr}`, weight: 1, words: `authorize ${group === undefined ? 'users' : group} for ${DestinationCidr} on ${name}`, resources: [endpoint.id] }, (now) => ({
          AuthorizationRules: [...now.AuthorizationRules, { DestinationCidr, ...(group === undefined ? {} : { AccessGroupId: group }) }],
        })),
      ]
    }
    if (end.fact !== 'F-CVPN-4') return []
    return endpoint.ClientVpnTargetNetworks.map(({ SubnetId }) =>
      change(endpoint, { id: `${endpoint.id} ${DestinationCidr} ${SubnetId}`, purpose: `${endpoint.id} ${DestinationCidr}`, weight: 1, words: `add ${DestinationCidr} → ${nameOf(index, SubnetId)} to the routes of ${name}`, resources: [endpoint.id, SubnetId] }, (now) => ({
        Routes: [...now.Routes, { DestinationCidr, TargetSubnet: SubnetId }],
      })),
    )
  })
}

/** An endpoint that is associated with no subnet lets nobody in (F-CVPN-3). */
export function clientVpnAssociation(failure: Failure): readonly Repair[] {
  const { index, end } = failure
  const endpoint = endpointOf(failure)
  if (!endpoint || end.fact !== 'F-CVPN-3' || endpoint.VpcId === undefined || endpoint.ClientVpnTargetNetworks.length > 0) return []
  return index.childrenOf('subnet', endpoint.VpcId).slice(0, MOST_SUBNETS).map(({ id }) =>
    change(endpoint, { id: `${endpoint.id} in ${id}`, purpose: `${endpoint.id} association`, weight: 2, words: `associate ${nameOf(index, endpoint.id)} with ${nameOf(index, id)}`, resources: [endpoint.id, id] }, (now) => ({
      ClientVpnTargetNetworks: [...now.ClientVpnTargetNetworks, { SubnetId: id }],
    })),
  )
}
