import { boxOf } from '../document/groups.ts'
import { displayName, type DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { KINDS } from '../model/index.ts'

const RANK = new Map<string, number>(KINDS.map((kind, at) => [kind, at]))

/** Order by code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A name as text and digits by turns. */
type Parts = readonly string[]

const partsOf = (name: string): Parts => name.split(/(\d+)/)

/** Order as people count: web-2 before web-10. */
function compareParts(a: Parts, b: Parts): number {
  for (let at = 0; at < a.length; at++) {
    const [left = '', right] = [a[at], b[at]]
    if (right === undefined) return 1
    const order = at % 2 === 1 ? Number(left) - Number(right) || left.length - right.length : compare(left, right)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Sorts ids by the names of what they stand for; equal names by id. */
export function byName(index: DesignIndex): (a: string, b: string) => number {
  const known = new Map<string, Parts>()
  const nameOf = (id: string): Parts => {
    let parts = known.get(id)
    if (!parts) {
      const resource = index.get(id as ResourceId)
      parts = partsOf(resource ? displayName(resource) : (boxOf(index, id)?.label ?? ''))
      known.set(id, parts)
    }
    return parts
  }
  return (a, b) => compareParts(nameOf(a), nameOf(b)) || compare(a, b)
}

/** Sorts ids by kind in the order of the catalogue, then by name. */
export function byKind(index: DesignIndex): (a: string, b: string) => number {
  const names = byName(index)
  const rankOf = (id: string): number => RANK.get(index.get(id as ResourceId)?.kind ?? '') ?? -1
  return (a, b) => rankOf(a) - rankOf(b) || names(a, b)
}
