import type { ResourceId } from '../model/id.ts'
import type { Resource } from '../model/index.ts'
import type { Design } from './design.ts'
import { failure, type Result, success } from './problem.ts'

/**
 * Finds the resource a person means: by id, else AWS id, else name (case counts first, then not).
 * An ambiguous name is a problem that lists the candidates; so is one that nothing carries.
 */
export function resolveResource(design: Design, text: string): Result<Resource> {
  if (Object.hasOwn(design.resources, text)) {
    const found = design.resources[text as ResourceId]
    if (found) return success(found)
  }
  const all = Object.values(design.resources)
  const lower = text.toLowerCase()
  const attempts = [
    (resource: Resource) => resource.awsId === text,
    (resource: Resource) => resource.name === text,
    (resource: Resource) => resource.name.toLowerCase() === lower,
  ]
  for (const attempt of attempts) {
    const hits = all.filter(attempt)
    if (hits.length === 1 && hits[0]) return success(hits[0])
    if (hits.length > 1) {
      const candidates = hits.map((hit) => hit.id).sort().slice(0, 10)
      return failure('ambiguous-name', text, `"${text}" is the name of ${hits.length} resources: ${candidates.join(', ')}${hits.length > 10 ? ', …' : ''}; use an id.`)
    }
  }
  return failure('unknown-resource', text, `Nothing in the design is called "${text}"; use a resource's id, AWS id or name, or an IP address.`)
}
