import type { ResourceId } from '../../model/id.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { displayName } from '../query.ts'

/** Two things joined by fields of one of them, without a link of their own. */
export interface Relation {
  readonly label: string
  readonly of: ResourceId
  readonly fields: Readonly<Record<string, unknown>>
}

type Found = Omit<Relation, 'of'> | undefined

/** An instance that is no plain host. */
type Role = ResourceOf<'instance'>['role']

const hasRole = (resource: Resource, role: Role): boolean => resource.kind === 'instance' && resource.role === role

/** A list with one entry more; undefined when it has the entry already. */
function joined<T>(list: readonly T[] | undefined, isThere: (entry: T) => boolean, entry: T): readonly T[] | undefined {
  return list?.some(isThere) ? undefined : [...(list ?? []), entry]
}

function fieldsWith(label: string, field: string, value: unknown): Found {
  return value === undefined ? undefined : { label, fields: { [field]: value } }
}

function ofClientVpn(endpoint: ResourceOf<'client-vpn-endpoint'>, other: Resource, word: string): Found {
  if (other.kind === 'directory') return fieldsWith(`Sign in at ${word}`, 'directory', other.id === endpoint.directory ? undefined : other.id)
  if (other.kind === 'subnet' && endpoint.TransitGatewayId === undefined && (endpoint.VpcId ?? other.VpcId) === other.VpcId) {
    return fieldsWith(`Associate ${word}`, 'ClientVpnTargetNetworks', joined(endpoint.ClientVpnTargetNetworks, ({ SubnetId }) => SubnetId === other.id, { SubnetId: other.id }))
  }
  // A transit gateway stands in for associated subnets, never beside them (F-CVPN-31).
  const isFree = endpoint.ClientVpnTargetNetworks.length === 0 && endpoint.TransitGatewayId === undefined
  return other.kind === 'transit-gateway' && isFree ? { label: `Attach to ${word}`, fields: { TransitGatewayId: other.id } } : undefined
}

function ofEndpoint(endpoint: ResourceOf<'vpc-endpoint'>, other: Resource, word: string): Found {
  if (endpoint.VpcEndpointType === 'Gateway') return undefined
  if (other.kind === 'vpc-endpoint-service' && endpoint.service !== other.id) {
    return { label: `Endpoint of ${word}`, fields: { service: other.id, PrivateDnsEnabled: undefined, ServiceName: other.ServiceName ?? '' } }
  }
  if (other.kind !== 'subnet' || other.VpcId !== endpoint.VpcId) return undefined
  return fieldsWith(`Interface in ${word}`, 'SubnetIds', joined(endpoint.SubnetIds, (id) => id === other.id, other.id))
}

function ofInstance(instance: ResourceOf<'instance'>, other: Resource, word: string): Found {
  if (instance.role === 'vpn-monitor' && hasRole(other, 'vpn-appliance')) return fieldsWith(`Watch ${word}`, 'watches', joined(instance.watches, (id) => id === other.id, other.id))
  if (instance.role === 'remote-access-server' && other.kind === 'directory' && instance.directory !== other.id) return { label: `Sign in at ${word}`, fields: { directory: other.id } }
  return undefined
}

function ofBalancer(balancer: ResourceOf<'load-balancer'>, other: Resource, word: string): Found {
  if (other.kind === 'subnet') return other.VpcId === balancer.VpcId ? fieldsWith(`Node in ${word}`, 'SubnetIds', joined(balancer.SubnetIds, (id) => id === other.id, other.id)) : undefined
  const isTarget = other.kind === 'instance' || other.kind === 'network-interface'
  return isTarget ? fieldsWith(`Target ${word}`, 'Targets', joined(balancer.Targets, ({ Id }) => Id === other.id, { Id: other.id })) : undefined
}

function between(one: Resource, other: Resource): Found {
  const word = displayName(other)
  if (other.kind === 'power-domain') {
    const isFed = one.kind === 'customer-gateway' || one.kind === 'isp-link' || one.kind === 'server'
    return isFed && one.site === other.site && one.powerDomain !== other.id ? { label: `Powered by ${word}`, fields: { powerDomain: other.id } } : undefined
  }
  switch (one.kind) {
    case 'client-vpn-endpoint':
      return ofClientVpn(one, other, word)
    case 'vpc-endpoint':
      return ofEndpoint(one, other, word)
    case 'instance':
      return ofInstance(one, other, word)
    case 'load-balancer':
      return ofBalancer(one, other, word)
    case 'vpc-endpoint-service': // in front of network or gateway load balancers (F-PL-1)
      return other.kind === 'load-balancer' && other.Type !== 'application' ? fieldsWith(`Offer ${word}`, 'loadBalancers', joined(one.loadBalancers, (id) => id === other.id, other.id)) : undefined
    case 'route-server':
      return hasRole(other, 'vpn-appliance') ? fieldsWith(`Peer with ${word}`, 'Peers', joined(one.Peers, ({ peer }) => peer === other.id, { peer: other.id })) : undefined
    case 'direct-connect-connection':
      return other.kind === 'direct-connect-lag' && one.LagId !== other.id ? { label: `Member of ${word}`, fields: { LagId: other.id } } : undefined
    case 'customer-gateway':
      return other.kind === 'isp-link' && one.site === other.site ? fieldsWith(`Use ${word}`, 'ispLinks', joined(one.ispLinks, (id) => id === other.id, other.id)) : undefined
    default:
      return undefined
  }
}

/** How two things can be joined by fields of one of them, in whichever direction they were named. */
export function relationsBetween(a: Resource, b: Resource): Relation[] {
  return ([[a, b], [b, a]] as const).flatMap(([one, other]) => {
    const found = between(one, other)
    return found ? [{ of: one.id, ...found }] : []
  })
}
