import type { IntentEnd } from '../../document/design.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { referrersOf } from './sessions.ts'

/** An endpoint of somebody's service. */
export type Endpoint = ResourceOf<'vpc-endpoint'>

/** The load balancers of an endpoint service that are there. */
export const balancersOf = (index: DesignIndex, service: ResourceOf<'vpc-endpoint-service'>): ResourceOf<'load-balancer'>[] => service.loadBalancers.flatMap((id) => index.getOf('load-balancer', id) ?? [])

/** The subnets that an endpoint service answers in: those of its load balancers. */
export const serviceSubnets = (index: DesignIndex, service: ResourceOf<'vpc-endpoint-service'>): ResourceOf<'subnet'>[] =>
  [...new Set(balancersOf(index, service).flatMap(({ SubnetIds }) => SubnetIds))].flatMap((id) => index.getOf('subnet', id) ?? [])

/** The endpoints of a service that the design holds. */
export const endpointsOf = (index: DesignIndex, service: ResourceId): Endpoint[] => referrersOf(index, 'vpc-endpoint', service)

/** The Region of a VPC, where the design says it. */
export const regionOf = (index: DesignIndex, vpc: ResourceId): string | undefined => index.getOf('vpc', vpc)?.Region

/** The VPC that an end of an intent is in; undefined for sites, users and the internet. */
export function vpcOf(index: DesignIndex, end: IntentEnd): ResourceId | undefined {
  const resource = end === 'internet' ? undefined : index.get(end)
  if (resource?.kind === 'vpc') return resource.id
  if (resource?.kind === 'subnet' || resource?.kind === 'load-balancer' || resource?.kind === 'vpc-endpoint' || resource?.kind === 'vpc-endpoint-service') return resource.VpcId
  return resource?.kind === 'instance' || resource?.kind === 'network-interface' ? index.getOf('subnet', resource.SubnetId)?.VpcId : undefined
}

/** The part of an AWS service's name behind its Region, such as `s3`; undefined for other services. */
export const awsServiceOf = (name: string): string | undefined => /^com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(name)?.[1]
