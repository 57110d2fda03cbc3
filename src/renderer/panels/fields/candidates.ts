import { byName } from '../../../shared/document/natural-order.ts'
import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { parentOf } from '../../../shared/model/containment.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { definitionOf, isKind, type Kind, type Resource } from '../../../shared/model/index.ts'

/** A resource that a reference may point at. */
export interface Candidate {
  readonly id: ResourceId
  readonly label: string
}

/** Candidates of one kind. */
export interface CandidateGroup {
  readonly kind: Kind
  readonly label: string
  readonly candidates: readonly Candidate[]
}

/** Kinds that are only ever referred to from within their own VPC. */
const VPC_BOUND: ReadonlySet<Kind> = new Set(['subnet', 'route-table', 'network-acl', 'instance', 'network-interface', 'nat-gateway', 'internet-gateway', 'vpn-gateway', 'vpc-endpoint', 'security-group'])

/** The VPC that a resource is in or belongs to, however deep; a VPC is its own. */
export function vpcOf(index: DesignIndex, resource: Resource | undefined): ResourceId | undefined {
  const seen = new Set<ResourceId>()
  for (let current = resource; current && !seen.has(current.id); current = index.get(parentOf(current))) {
    if (current.kind === 'vpc') return current.id
    if (current.kind === 'transit-gateway-vpc-attachment') return current.VpcId
    seen.add(current.id)
  }
  return undefined
}

function labelled(index: DesignIndex, resources: readonly Resource[]): Candidate[] {
  const uses = new Map<string, number>()
  for (const resource of resources) uses.set(displayName(resource), (uses.get(displayName(resource)) ?? 0) + 1)
  return resources
    .map((resource) => {
      const name = displayName(resource)
      const parent = index.get(parentOf(resource))
      const where = (uses.get(name) ?? 0) > 1 ? (parent ? displayName(parent) : (resource.awsId ?? resource.id)) : undefined
      return { id: resource.id, label: where === undefined ? name : `${name} (${where})` }
    })
    .sort((a, b) => byName(a.label, b.label) || (a.id < b.id ? -1 : 1))
}

/**
 * What a reference field of `owner` may point at, by kind and name. Kinds that live inside a VPC are offered from the owner's
 * own VPC only; what the field holds now is always there. `acrossVpcs`: security groups may be referred to from other VPCs.
 */
export function candidatesFor(index: DesignIndex, owner: Resource, refers: readonly string[], current?: ResourceId, acrossVpcs = false): CandidateGroup[] {
  const home = vpcOf(index, owner)
  return refers.filter(isKind).flatMap((kind) => {
    const narrowed = !acrossVpcs && home !== undefined && VPC_BOUND.has(kind)
    const fitting = index.all(kind).filter((resource: Resource) => resource.id !== owner.id && (!narrowed || resource.id === current || vpcOf(index, resource) === home))
    return fitting.length === 0 ? [] : [{ kind, label: definitionOf(kind).plural, candidates: labelled(index, fitting) }]
  })
}
