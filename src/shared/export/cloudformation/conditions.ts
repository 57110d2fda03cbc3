import type { TemplateDraft } from './template.ts'
import { Intrinsic, namesIn, refTo, type Value } from './value.ts'

/** Most conditions that `And` takes. */
const MOST = 10

/** Which late parameters each resource needs, by itself or through the resources that it refers to. */
export function lateNeeds(template: TemplateDraft): Map<string, readonly string[]> {
  const needs = new Map<string, Set<string>>()
  const visit = (id: string, path: readonly string[]): Set<string> => {
    const known = needs.get(id)
    if (known) return known
    const found = new Set<string>()
    if (path.includes(id)) return found
    for (const name of namesIn(template.resources.get(id)?.properties)) {
      if (template.parameters.get(name)?.late === true) found.add(name)
      else if (template.resources.has(name)) for (const other of visit(name, [...path, id])) found.add(other)
    }
    needs.set(id, found)
    return found
  }
  for (const id of template.resources.keys()) visit(id, [])
  return new Map([...needs].filter(([, names]) => names.size > 0).map(([id, names]) => [id, [...names].sort()]))
}

/** The name of the condition under which all of these parameters are there. */
export function conditionName(names: readonly string[]): string {
  return names.length === 1 ? `Has${names[0]}` : `HasAll${names.join('And')}`.slice(0, 240)
}

function all(conditions: readonly Value[]): Value {
  if (conditions.length <= MOST) return new Intrinsic('And', conditions)
  return new Intrinsic('And', [...conditions.slice(0, MOST - 1), all(conditions.slice(MOST - 1))])
}

/** The conditions section for the given needs. */
export function conditionsOf(needs: Iterable<readonly string[]>): Record<string, Value> {
  const conditions: Record<string, Value> = {}
  const has = (name: string) => new Intrinsic('Not', [new Intrinsic('Equals', [refTo(name), ''])])
  for (const names of needs) {
    for (const name of names) conditions[conditionName([name])] = has(name)
    if (names.length > 1) conditions[conditionName(names)] = all(names.map((name) => new Intrinsic('Condition', conditionName([name]))))
  }
  return Object.fromEntries(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)))
}
