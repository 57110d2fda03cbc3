import type { IdSource } from '../document/commands/draft.ts'
import { type Design, emptyDesign } from '../document/design.ts'
import { applyEdit, type Change, type Edit } from '../document/edit.ts'
import { indexOf } from '../document/query.ts'
import { layoutDesign } from '../layout/index.ts'
import { makeResourceId } from '../model/id.ts'
import { namesFor } from './names.ts'
import type { Pattern } from './pattern.ts'
import { findPattern, type PatternId } from './registry.ts'

export type { Pattern, PatternContent, PatternNames } from './pattern.ts'
export { findPattern, type PatternId, PATTERNS } from './registry.ts'

function patternOf(id: PatternId): Pattern<PatternId> {
  const pattern = findPattern(id)
  if (!pattern) throw new Error(`no pattern ${id}`)
  return pattern
}

/**
 * Adds a pattern beside what is drawn, as one edit: its names, blocks, addresses and ASNs clash with nothing there, and it is
 * joined to nothing. It comes without places; `layoutDesign` gives some to what has none.
 */
export function insertPattern(design: Design, id: PatternId, newId: IdSource): Edit {
  const { title, build } = patternOf(id)
  const { resources, intents } = build(namesFor(indexOf(design), newId))
  const changes: Change[] = [
    ...resources.map((after): Change => ({ op: 'put', collection: 'resources', id: after.id, after })),
    ...intents.map((after): Change => ({ op: 'put', collection: 'intents', id: after.id, after })),
  ]
  return { label: `Insert ${title}`, changes }
}

/** Ids that count within a kind: the same pattern is the same file. */
function countingIds(): IdSource {
  const counts = new Map<string, number>()
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return makeResourceId(kind, String(count))
  }
}

/** A design that holds the pattern alone, named after it, without places. */
export function patternDesign(id: PatternId): Design {
  const empty = emptyDesign(patternOf(id).title)
  const made = applyEdit(empty, insertPattern(empty, id, countingIds()))
  if (!made.ok) throw new Error(`${id}: ${made.problems[0]?.message ?? 'is not a valid design'}`)
  return made.value
}

/** A design that holds the pattern alone, laid out. */
export function placedPattern(id: PatternId): Design {
  const design = patternDesign(id)
  const placed = applyEdit(design, layoutDesign(design))
  if (!placed.ok) throw new Error(`${id}: ${placed.problems[0]?.message ?? 'the layout does not fit'}`)
  return placed.value
}
