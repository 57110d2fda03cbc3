import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { parentOf } from '../../../shared/model/containment.ts'
import { definitionOf, isKind, type Resource } from '../../../shared/model/index.ts'

/** A resource that fits what was typed. */
export interface Found {
  readonly resource: Resource
  readonly label: string
  readonly kindLabel: string
  /** Where it is, and the value that fits when that is not the name. */
  readonly detail: string
}

function textsIn(value: unknown, found: string[]): void {
  if (typeof value === 'string') found.push(value)
  else if (typeof value === 'number') found.push(String(value))
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) textsIn(inner, found)
}

/** Everything of a resource that can be looked for: name, AWS id, addresses, blocks, numbers, notes; not our own ids. */
function textsOf(resource: Resource): string[] {
  const found: string[] = []
  for (const [field, value] of Object.entries(resource)) if (field !== 'id' && field !== 'kind') textsIn(value, found)
  return found.filter((text) => !isKind(text.slice(0, Math.max(0, text.indexOf(':')))))
}

/** The resources in which every typed word occurs; by name first, then by other values. At most `most`. */
export function findResources(index: DesignIndex, typed: string, most: number): Found[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const ranked: { readonly rank: number; readonly found: Found }[] = []
  for (const resource of Object.values(index.design.resources)) {
    const label = displayName(resource)
    const kindLabel = definitionOf(resource.kind).label
    const name = `${label} ${kindLabel}`.toLowerCase()
    const others = words.filter((word) => !name.includes(word))
    const texts = others.length === 0 ? [] : textsOf(resource)
    const hits = others.map((word) => texts.find((text) => text.toLowerCase().includes(word)))
    if (hits.some((hit) => hit === undefined)) continue
    const parent = index.get(parentOf(resource))
    const detail = [...new Set([...hits, parent && `in ${displayName(parent)}`])].filter((part) => part !== undefined).join(' · ')
    const rank = others.length > 0 ? 2 : label.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1
    ranked.push({ rank, found: { resource, label, kindLabel, detail } })
  }
  return ranked.sort((a, b) => a.rank - b.rank || (a.found.label < b.found.label ? -1 : 1)).slice(0, most).map(({ found }) => found)
}
