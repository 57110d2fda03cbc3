import { isDeepStrictEqual } from 'node:util'
import type { Design } from '../src/shared/document/design.ts'
import { definitionOf } from '../src/shared/model/index.ts'
import { FAMILIES } from '../src/shared/rules/registry.ts'
import type { Finding } from '../src/shared/rules/rule.ts'
import type { Generated } from './docs.ts'

/** What is told of a design and cannot be seen in a small picture is not worth its bytes. */
const MOST_RESOURCES = 40

/** The resources of a design without what their kinds say by default. */
function resourcesOf(design: Design): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.values(design.resources).map((resource) => {
      const defaults: Readonly<Record<string, unknown>> = { ...definitionOf(resource.kind).defaults() }
      const own = Object.entries(resource).filter(([field, value]) => field !== 'id' && field !== 'kind' && !isDeepStrictEqual(defaults[field], value))
      return [resource.id, Object.fromEntries(own)]
    }),
  )
}

/** The designs that rules are explained by, a file for each family, and what of them is wrong. */
export function exampleDesigns(said: ReadonlyMap<string, { readonly design: Design; readonly finding: Finding } | undefined>): Generated {
  return Object.fromEntries(
    Object.entries(FAMILIES).flatMap(([family, rules]) => {
      const rows = rules.flatMap(({ id }) => {
        const example = said.get(id)
        if (!example || Object.keys(example.design.resources).length > MOST_RESOURCES) return []
        const { design, finding } = example
        return [`  ${JSON.stringify(id)}: ${JSON.stringify({ severity: finding.severity, blamed: finding.resources, resources: resourcesOf(design) })}`]
      })
      return rows.length === 0 ? [] : [[`src/renderer/rules/designs/${family}.json`, `{\n${rows.join(',\n')}\n}\n`] as const]
    }),
  )
}
