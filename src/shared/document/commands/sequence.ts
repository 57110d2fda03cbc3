import type { Design } from '../design.ts'
import { applyEdit, composeEdits, type Edit } from '../edit.ts'
import { type DesignIndex, indexOf } from '../query.ts'

/** Commands one after the other as one edit; each is given the state that the ones before it left. Undefined steps do nothing. */
export function sequence(design: Design, label: string, steps: readonly ((index: DesignIndex) => Edit | undefined)[]): Edit {
  const edits: Edit[] = []
  let current = design
  for (const step of steps) {
    const edit = step(indexOf(current))
    if (!edit || edit.changes.length === 0) continue
    const result = applyEdit(current, edit)
    if (!result.ok) throw new Error(`${edit.label}: ${result.problems[0]?.message ?? 'does not fit'}`)
    current = result.value
    edits.push(edit)
  }
  return composeEdits(label, edits)
}
