import type { Design } from '../shared/document/design.ts'
import { applyEdit } from '../shared/document/edit.ts'
import { layoutDesign } from '../shared/layout/index.ts'

/** The design with a place for everything that has none yet. */
export function arrange(design: Design): Design {
  const arranged = applyEdit(design, layoutDesign(design))
  if (!arranged.ok) throw new Error(`automatic layout made an edit that does not fit: ${arranged.problems[0]?.message}`)
  return arranged.value
}
