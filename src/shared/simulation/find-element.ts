import { failure, type Result, success } from '../document/problem.ts'
import { resolveResource } from '../document/resolve.ts'
import type { Simulation } from './index.ts'
import type { FailableElement } from './types.ts'

/**
 * Finds the element a person means: by element id, else the element of a resource (id, AWS id or name), else its label or the
 * last part of its id (a zone, a Region, a location). An ambiguous word is a problem that lists the candidates.
 */
export function findElement(simulation: Simulation, text: string): Result<FailableElement> {
  const { elements, design } = simulation
  const exact = elements.find((element) => element.element === text)
  if (exact) return success(exact)
  const resource = resolveResource(design, text)
  const hits = resource.ok
    ? elements.filter((element) => element.resource === resource.value.id)
    : elements.filter((element) => element.label.toLowerCase() === text.toLowerCase() || element.element.endsWith(`:${text}`) || element.element.endsWith(`/${text}`))
  const [first] = hits
  if (first && hits.length === 1) return success(first)
  if (hits.length > 1) return failure('ambiguous-element', text, `"${text}" can mean ${hits.slice(0, 10).map((element) => element.element).join(', ')}; name one of them.`)
  const which = resource.ok ? `${resource.value.id} is not something that fails on its own` : `Nothing that can fail is called "${text}"`
  return failure('unknown-element', text, `${which}; \`causeway simulate --json\` lists the elements.`)
}
