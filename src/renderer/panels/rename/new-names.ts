import { sequence } from '../../../shared/document/commands/sequence.ts'
import { renameResource } from '../../../shared/document/commands/set-fields.ts'
import type { Edit } from '../../../shared/document/edit.ts'
import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import type { ResourceId } from '../../../shared/model/id.ts'

/** How several names are made: numbered after one pattern, or by replacing a part of each. */
export type Way = { readonly kind: 'number'; readonly pattern: string; readonly start: number } | { readonly kind: 'replace'; readonly part: string; readonly by: string }

/** One resource with its name before and after. */
export interface NewName {
  readonly id: ResourceId
  readonly before: string
  readonly after: string
}

const MOST = 255

/** The pattern with its row of `#` replaced by a number of at least as many digits; without one the number comes at the end. */
function numbered(pattern: string, number: number): string {
  const signs = /#+/.exec(pattern)?.[0]
  return signs === undefined ? `${pattern} ${number}` : pattern.replace(signs, () => String(number).padStart(signs.length, '0'))
}

/** The new name of each resource, in the given order; a name that would become empty stays. */
export function newNames(index: DesignIndex, ids: readonly ResourceId[], way: Way): readonly NewName[] {
  return ids.flatMap((id, position) => {
    const resource = index.get(id)
    if (!resource) return []
    const before = displayName(resource)
    const made = way.kind === 'number' ? numbered(way.pattern.trim(), way.start + position) : way.part === '' ? before : before.replaceAll(way.part, () => way.by)
    const after = made.trim().slice(0, MOST)
    return [{ id, before, after: after === '' || (way.kind === 'number' && way.pattern.trim() === '') ? before : after }]
  })
}

/** Gives all of them their new names in one step. */
export function renameAll(index: DesignIndex, names: readonly NewName[]): Edit {
  const changing = names.filter(({ before, after }) => before !== after)
  return sequence(index.design, `Rename ${changing.length} resources`, changing.map(({ id, after }) => (current: DesignIndex) => renameResource(current, id, after)))
}
