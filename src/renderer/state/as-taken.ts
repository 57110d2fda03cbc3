import type { Design } from '../../shared/document/design.ts'
import type { Change, Edit } from '../../shared/document/edit.ts'

/**
 * The edit with its new entries as the design took them: a schema may have filled in defaults, and the inverse must
 * find exactly what is there. An entry that the edit touches more than once is left as it is.
 */
export function asTaken(edit: Edit, after: Design): Edit {
  const touched = new Map<string, number>()
  for (const change of edit.changes) if (change.op !== 'rename') touched.set(`${change.collection} ${change.id}`, (touched.get(`${change.collection} ${change.id}`) ?? 0) + 1)
  return {
    label: edit.label,
    changes: edit.changes.map((change): Change => {
      if (change.op !== 'put' || change.after === undefined || touched.get(`${change.collection} ${change.id}`) !== 1) return change
      const entries: Readonly<Record<string, unknown>> = after[change.collection] ?? {}
      return { ...change, after: entries[change.id] }
    }),
  }
}
