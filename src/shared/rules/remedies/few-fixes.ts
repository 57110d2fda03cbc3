import type { ResourceId } from '../../model/id.ts'
import type { Fix } from '../rule.ts'

const MOST_FIXES = 20

/**
 * Offers fixes for the first findings of each resource only. An edit carries the whole list that it changes, so a table with
 * thousands of routes and thousands of mistakes would carry millions; the next check offers the next ones.
 */
export function fewFixes(): (resource: ResourceId, make: () => readonly Fix[]) => readonly Fix[] {
  const made = new Map<ResourceId, number>()
  return (resource, make) => {
    const count = made.get(resource) ?? 0
    made.set(resource, count + 1)
    return count < MOST_FIXES ? make() : []
  }
}
