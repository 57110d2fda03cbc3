import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { receiversOf } from '../../forward/ends.ts'
import type { Health } from '../../health.ts'
import type { EndKind, MatrixEnd, Part } from './end-kind.ts'

type Service = ResourceOf<'vpc-endpoint'> | ResourceOf<'vpc-endpoint-service'> | ResourceOf<'load-balancer'>

/** A column that is reached when any of its interfaces is, one part for each family that they have. */
function serviceEnd(health: Health, service: Service): MatrixEnd {
  const receivers = receiversOf(health, service.id, undefined)
  const families = [...new Set(receivers.flatMap(({ addresses }) => addresses.map(({ family }) => family)))].sort()
  const parts = (families.length > 0 ? families : [undefined]).map((family): Part => ({ kind: 'service', family, ranges: [] }))
  const problem = families.length > 0 ? undefined : (receivers[0]?.problem ?? 'the design gives it no address')
  return { id: service.id, kind: service.kind, name: displayName(service), sends: false, receives: true, container: service.VpcId, blocks: [], parts, hosts: new Map(), ...(problem === undefined ? {} : { problem }) }
}

/** Interface endpoints; those of other types are ways, not ends. */
export const interfaceEndpointEnds: EndKind = {
  kind: 'vpc-endpoint',
  endsOf: (health) => health.network.index.all('vpc-endpoint').flatMap((endpoint) => (endpoint.VpcEndpointType === 'Interface' ? [serviceEnd(health, endpoint)] : [])),
}

/** Load balancers that clients address; a Gateway Load Balancer takes packets that are meant for others (F-PL-31). */
export const loadBalancerEnds: EndKind = {
  kind: 'load-balancer',
  endsOf: (health) => health.network.index.all('load-balancer').flatMap((balancer) => (balancer.Type === 'gateway' ? [] : [serviceEnd(health, balancer)])),
}

/** Endpoint services, by whichever endpoint a sender has for them; those of Gateway Load Balancers are no ends either. */
export const endpointServiceEnds: EndKind = {
  kind: 'vpc-endpoint-service',
  endsOf: (health) => {
    const { index } = health.network
    const isGateway = ({ loadBalancers }: ResourceOf<'vpc-endpoint-service'>) => loadBalancers.length > 0 && loadBalancers.every((id) => index.getOf('load-balancer', id)?.Type === 'gateway')
    return index.all('vpc-endpoint-service').flatMap((service) => (isGateway(service) ? [] : [serviceEnd(health, service)]))
  },
}
