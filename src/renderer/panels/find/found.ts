import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { parseAddress } from '../../../shared/net/address.ts'
import { containsPrefix, parsePrefix, type Prefix, prefixOf } from '../../../shared/net/prefix.ts'
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

/** The longest block among texts that contains an address or block; the whole address space does not count. */
function blockAround(texts: readonly string[], wanted: Prefix): { readonly text: string; readonly length: number } | undefined {
  const blocks = texts.flatMap((text) => {
    const block = text.includes('/') ? parsePrefix(text) : undefined
    return block && block.length > 0 && containsPrefix(block, wanted) ? [{ text, length: block.length }] : []
  })
  return blocks.sort((a, b) => b.length - a.length)[0]
}

/** What was typed as a block: an address is one of its own. */
function blockOf(typed: string): Prefix | undefined {
  const address = parseAddress(typed)
  return address ? prefixOf(address) : parsePrefix(typed)
}

interface Ranked {
  readonly rank: number
  readonly found: Found
}

/** After everything that has the very text: blocks around a typed address, the longest first. */
const AROUND = 3
const WIDEST = 129

function rankedOf(index: DesignIndex, resource: Resource, words: readonly string[], block: Prefix | undefined): Ranked | undefined {
  const label = displayName(resource)
  const kindLabel = definitionOf(resource.kind).label
  const name = `${label} ${kindLabel}`.toLowerCase()
  const others = words.filter((word) => !name.includes(word))
  const texts = others.length === 0 ? [] : textsOf(resource)
  const hits = others.map((word) => texts.find((text) => text.toLowerCase().includes(word)))
  const isHit = hits.every((hit) => hit !== undefined)
  const around = isHit || !block ? undefined : blockAround(texts, block)
  if (!isHit && !around) return undefined
  const parent = index.get(parentOf(resource))
  const detail = [...new Set([...(around ? [`${around.text} contains it`] : hits), parent && `in ${displayName(parent)}`])].filter((part) => part !== undefined).join(' · ')
  const rank = around ? AROUND + (WIDEST - around.length) / WIDEST : others.length > 0 ? 2 : label.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1
  return { rank, found: { resource, label, kindLabel, detail } }
}

/** The resources in which every typed word occurs, by name first, then by other values; then those whose blocks contain a typed address or block. */
export function findAll(index: DesignIndex, typed: string): readonly Found[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const block = blockOf(typed.trim())
  const ranked = Object.values(index.design.resources).flatMap((resource) => rankedOf(index, resource, words, block) ?? [])
  return ranked.sort((a, b) => a.rank - b.rank || (a.found.label < b.found.label ? -1 : 1)).map(({ found }) => found)
}

/** The first of them. */
export function findResources(index: DesignIndex, typed: string, most: number): readonly Found[] {
  return findAll(index, typed).slice(0, most)
}
