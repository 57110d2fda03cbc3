import { holdersOf, boxOf } from '../../../shared/document/groups.ts'
import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { parentOf } from '../../../shared/model/containment.ts'
import type { BoxId, ResourceId } from '../../../shared/model/id.ts'
import { definitionOf, type Kind, type Resource } from '../../../shared/model/index.ts'
import { endsOf } from '../../../shared/model/link.ts'

/** Something around a resource that can be gone to. */
export interface Place {
  readonly id: ResourceId | BoxId
  readonly label: string
}

/** What a resource lies in, outermost first: account, Region, VPC, zone, subnet; for a setting, its owner as well. */
export function placesAround(index: DesignIndex, id: string): Place[] {
  const resource = index.get(id as ResourceId)
  const owner = resource && definitionOf(resource.kind).appearance === 'setting' ? parentOf(resource) : undefined
  const holders = owner === undefined ? holdersOf(index, id) : [owner, ...holdersOf(index, owner)]
  return holders.reverse().map((holder) => {
    const inner = index.get(holder as ResourceId)
    return { id: holder, label: inner ? displayName(inner) : (boxOf(index, holder)?.label ?? holder) }
  })
}

/** A link that ends at a resource, and what is at its other end. */
export interface Connection {
  readonly link: Resource
  readonly kindLabel: string
  readonly other: Resource | undefined
}

/** The links of a resource, by kind and name of the other end. */
export function connectionsOf(index: DesignIndex, id: ResourceId): Connection[] {
  const found = index.links(id).map((link) => {
    const other = endsOf(link)?.find((end) => end !== undefined && end !== id)
    return { link, kindLabel: definitionOf(link.kind).label, other: index.get(other) }
  })
  return [...new Map(found.map((connection) => [connection.link.id, connection])).values()]
}

/** Who else refers to a resource: neither what lies in it nor the links that end at it. */
export function usersOf(index: DesignIndex, id: ResourceId): Resource[] {
  const links = new Set(index.links(id).map((link) => link.id))
  const users = index
    .referrers(id)
    .map(({ resource }) => resource)
    .filter((resource) => !links.has(resource.id) && parentOf(resource) !== id)
  return [...new Map(users.map((user) => [user.id, user])).values()]
}

/** How many resources of each kind there are, in catalogue order of first appearance. */
export function countByKind(resources: Iterable<Resource>): { readonly kind: Kind; readonly label: string; readonly count: number }[] {
  const counts = new Map<Kind, number>()
  for (const { kind } of resources) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count, label: count === 1 ? definitionOf(kind).label : definitionOf(kind).plural })).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}
