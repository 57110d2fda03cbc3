import type { Design } from '../../../../../src/shared/document/design.ts'
import type { Edit } from '../../../../../src/shared/document/edit.ts'

const text = (value: unknown) => JSON.stringify(value)

/** A list after a change that was made against another state of it: what the change added is added, what it took away goes. */
function merged(now: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const [was, is] = [before.map(text), after.map(text)]
  return [...now.filter((entry) => !(was.includes(text(entry)) && !is.includes(text(entry)))), ...after.filter((entry) => !was.includes(text(entry)))]
}

/** Makes an edit by itself that was made as one of several: lists are merged instead of replaced. */
export function applyLoosely(design: Design, edit: Edit): Design {
  const resources: Record<string, unknown> = { ...design.resources }
  for (const change of edit.changes) {
    if (change.op === 'rename' || change.collection !== 'resources') continue
    if (change.op === 'put') {
      resources[change.id] = change.after
      continue
    }
    const now = resources[change.id] as Readonly<Record<string, unknown>> | undefined
    if (!now) continue
    const value = Array.isArray(change.after) ? merged((now[change.field] as unknown[] | undefined) ?? [], (change.before as unknown[] | undefined) ?? [], change.after as unknown[]) : change.after
    resources[change.id] = { ...now, [change.field]: value }
  }
  return { ...design, resources: resources as Design['resources'] }
}
