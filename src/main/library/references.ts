import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { Problem } from '../../shared/document/problem.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Resource } from '../../shared/model/index.ts'
import { referencesOf } from '../../shared/model/reference.ts'

const kindOf = (design: Design, id: string): string | undefined =>
  Object.hasOwn(design.resources, id) ? design.resources[id as ResourceId]?.kind : undefined

function problemsOf(design: Design, resource: Resource): Problem[] {
  return referencesOf(resource).flatMap(({ at, id, field }) => {
    if (field.refers.includes(kindOf(design, id) ?? '')) return []
    const why = kindOf(design, id) === undefined ? 'which is not in the design' : 'which is of the wrong kind'
    return [{ code: 'invalid-edit', path: `resources.${resource.id}.${at.join('.')}`, message: `would refer to ${id}, ${why}` }]
  })
}

/**
 * References that the edit would leave pointing at nothing, or at the wrong kind. A design with one could not be opened
 * again. Looks at what the edit touched; at everything only when a resource went or changed its kind.
 */
export function brokenReferences(before: Design, after: Design, edit: Edit): Problem[] {
  const resources = new Set<string>()
  const intents = new Set<string>()
  for (const change of edit.changes) {
    if (change.op === 'rename') continue
    if (change.collection === 'resources') resources.add(change.id)
    if (change.collection === 'intents') intents.add(change.id)
  }
  const unsettled = [...resources].some((id) => kindOf(before, id) !== undefined && kindOf(before, id) !== kindOf(after, id))
  const suspects = Object.values(after.resources).filter((resource) => unsettled || resources.has(resource.id))
  const problems = suspects.flatMap((resource) => problemsOf(after, resource))
  for (const intent of Object.values(after.intents)) {
    if (!unsettled && !intents.has(intent.id)) continue
    for (const end of [intent.from, intent.to]) {
      if (end !== 'internet' && kindOf(after, end) === undefined) {
        problems.push({ code: 'invalid-edit', path: `intents.${intent.id}`, message: `would refer to ${end}, which is not in the design` })
      }
    }
  }
  return problems.slice(0, 20)
}
