import type { ResourceId } from '../model/id.ts'
import type { Resource } from '../model/index.ts'
import { type DesignIndex, displayName } from './query.ts'

/** Two things that a field of one of them joins, drawn as a line of its own. */
export interface RelationLine {
  /** Unique in the design; never the id of a resource. */
  readonly id: string
  /** Whose field it is. */
  readonly of: ResourceId
  readonly field: string
  readonly to: ResourceId
  /** What it means, said of `of`: "signs in at". */
  readonly verb: string
}

type Named = readonly [field: string, verb: string, targets: readonly (ResourceId | undefined)[]]

/** What the fields of a resource join it with. Subnets of endpoints and load balancers are left out: those lie around them. */
function namedBy(resource: Resource): readonly Named[] {
  switch (resource.kind) {
    case 'vpc-endpoint':
      return [['service', 'is an endpoint of', [resource.service]]]
    case 'vpc-endpoint-service':
      return [['loadBalancers', 'offers', resource.loadBalancers]]
    case 'load-balancer':
      return [['Targets', 'sends to', resource.Targets.map(({ Id }) => Id)]]
    case 'client-vpn-endpoint':
      return [
        ['directory', 'signs in at', [resource.directory]],
        ['ClientVpnTargetNetworks', 'is associated with', resource.ClientVpnTargetNetworks.map(({ SubnetId }) => SubnetId)],
        ['TransitGatewayId', 'is attached to', [resource.TransitGatewayId]],
      ]
    case 'instance':
      return [
        ['watches', 'watches', resource.watches ?? []],
        ['directory', 'signs in at', [resource.directory]],
      ]
    case 'route-server':
      return [['Peers', 'is a peer of', resource.Peers.map(({ peer }) => peer)]]
    case 'direct-connect-connection':
      return [['LagId', 'is a member of', [resource.LagId]]]
    case 'customer-gateway':
      return [
        ['ispLinks', 'uses', resource.ispLinks],
        ['powerDomain', 'is powered by', [resource.powerDomain]],
      ]
    case 'isp-link':
    case 'server':
      return [['powerDomain', 'is powered by', [resource.powerDomain]]]
    default:
      return []
  }
}

const RELATING = ['vpc-endpoint', 'vpc-endpoint-service', 'load-balancer', 'client-vpn-endpoint', 'instance', 'route-server', 'direct-connect-connection', 'customer-gateway', 'isp-link', 'server'] as const

/** The relations of a design by id, and by what they join. */
export interface RelationLines {
  readonly byId: ReadonlyMap<string, RelationLine>
  readonly at: ReadonlyMap<ResourceId, readonly RelationLine[]>
}

const known = new WeakMap<DesignIndex['design']['resources'], RelationLines>()

/** All relations of a design that are drawn as lines; worked out once per state of its resources. */
export function relationLinesOf(index: DesignIndex): RelationLines {
  const { resources } = index.design
  let lines = known.get(resources)
  if (!lines) {
    const byId = new Map<string, RelationLine>()
    const at = new Map<ResourceId, RelationLine[]>()
    for (const resource of RELATING.flatMap((kind): readonly Resource[] => index.all(kind))) {
      for (const [field, verb, targets] of namedBy(resource)) {
        for (const to of targets) {
          if (to === undefined || to === resource.id || !index.get(to)) continue
          const line = { id: `relation:${resource.id}/${field}/${to}`, of: resource.id, field, to, verb }
          if (byId.has(line.id)) continue
          byId.set(line.id, line)
          for (const end of [line.of, line.to]) at.set(end, [...(at.get(end) ?? []), line])
        }
      }
    }
    lines = { byId, at }
    known.set(resources, lines)
  }
  return lines
}

/** A relation in words: "web signs in at corp". */
export function relationWords(index: DesignIndex, { of, verb, to }: RelationLine): string {
  const [one, other] = [index.get(of), index.get(to)]
  return `${one ? displayName(one) : of} ${verb} ${other ? displayName(other) : to}`
}
