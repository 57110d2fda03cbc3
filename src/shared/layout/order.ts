import { boxOf } from '../document/groups.ts'
import { displayName, type DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { KINDS } from '../model/index.ts'

/** Order by code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Order of names as people count: web-2 before web-10. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.split(/(\d+)/))
  for (const [at, part] of (left ?? []).entries()) {
    const other = right?.[at]
    if (other === undefined) return 1
    const order = at % 2 === 1 ? Number(part) - Number(other) || part.length - other.length : compare(part, other)
    if (order !== 0) return order
  }
  return (left?.length ?? 0) - (right?.length ?? 0)
}

/** Sorts ids by the names of what they stand for; equal names by id. */
export function byName(index: DesignIndex): (a: string, b: string) => number {
  const nameOf = (id: string): string => {
    const resource = index.get(id as ResourceId)
    return resource ? displayName(resource) : (boxOf(index, id)?.label ?? '')
  }
  return (a, b) => compareNames(nameOf(a), nameOf(b)) || compare(a, b)
}

/** Sorts ids by kind in the order of the catalogue, then by name. */
export function byKind(index: DesignIndex): (a: string, b: string) => number {
  const names = byName(index)
  const rank = new Map<string, number>(KINDS.map((kind, at) => [kind, at]))
  const rankOf = (id: string): number => rank.get(index.get(id as ResourceId)?.kind ?? '') ?? -1
  return (a, b) => rankOf(a) - rankOf(b) || names(a, b)
}
