import { parentOf } from '../model/containment.ts'
import { KINDS, type Kind, type Resource } from '../model/index.ts'
import { referencesOf } from '../model/reference.ts'
import type { DesignIndex } from './query.ts'

/** What was read of a design: a resource, who sits in it, or who refers to it. */
export type Read = `${'is' | 'in' | 'to'} ${string}`

/** A resource that was added (no `former`), replaced or removed (no `now`). */
export interface ResourceChange {
  readonly former: Resource | undefined
  readonly now: Resource | undefined
}

/** The resources that differ between two states. Both indexes keep their lists in order of id, so this is one walk along them. */
export function changesBetween(before: DesignIndex, after: DesignIndex): ResourceChange[] {
  const changes: ResourceChange[] = []
  for (const kind of KINDS as readonly Kind[]) {
    const old: readonly Resource[] = before.all(kind)
    const now: readonly Resource[] = after.all(kind)
    // An index that was carried over an edit shares the lists of the kinds that the edit left alone.
    if (old === now) continue
    for (let was = 0, is = 0; was < old.length || is < now.length; ) {
      const [former, current] = [old[was], now[is]]
      if (former?.id === current?.id) {
        if (former !== current) changes.push({ former, now: current })
        was++
        is++
      } else if (former && (!current || former.id < current.id)) {
        changes.push({ former, now: undefined })
        was++
      } else {
        changes.push({ former: undefined, now: current })
        is++
      }
    }
  }
  return changes
}

/** Everything that changes mean for whoever read it: the resources, the containers they are in, and what they refer to, before and after. */
export function readsTouchedBy(changes: readonly ResourceChange[]): ReadonlySet<Read> {
  const touched = new Set<Read>()
  for (const resource of changes.flatMap(({ former, now }) => [former, now])) {
    if (!resource) continue
    touched.add(`is ${resource.id}`)
    const parent = parentOf(resource)
    if (parent) touched.add(`in ${parent}`)
    for (const reference of referencesOf(resource)) touched.add(`to ${reference.id}`)
  }
  return touched
}
