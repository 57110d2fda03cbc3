import { fieldLabel } from '../../model/field-label.ts'
import { wordsOf } from '../../model/field-words.ts'
import type { ResourceId } from '../../model/id.ts'
import { definitionOf, isKind, type Resource } from '../../model/index.ts'
import type { Box, Design, Intent } from '../design.ts'
import { equalJson } from '../equal.ts'
import { displayName } from '../query.ts'
import type { FieldChange } from './entry-change.ts'
import type { ThingChange } from './things.ts'

/** A line about a changed field: what went, what came, or what replaced what. */
export interface ChangeLine {
  readonly label: string
  readonly before?: string
  readonly after?: string
}

/** A thing that differs, in words. */
export interface ChangeWords {
  /** "Subnet", "Intent", "Region box". */
  readonly what: string
  readonly name: string
  readonly lines: readonly ChangeLine[]
}

const WHAT = { intents: 'Intent', assumptions: 'Assumption', groupings: 'Group', pools: 'Address pool', review: 'Review setting' } as const

const QUIET: ReadonlySet<string> = new Set(['id', 'kind'])

/** Says changes of two designs in words; ids become names. */
export class ChangeTeller {
  readonly #before: Design
  readonly #after: Design

  constructor(before: Design, after: Design) {
    this.#before = before
    this.#after = after
  }

  /** What a change is about and what it comes to. */
  tell(change: ThingChange): ChangeWords {
    const lines = change.fields.flatMap((field) => this.#lines(change, field))
    return { what: this.#what(change), name: this.#name(change), lines: change.isMoved && change.kind === 'changed' ? [...lines, { label: 'Place', after: 'moved' }] : lines }
  }

  #look(id: string): Resource | undefined {
    for (const { resources } of [this.#after, this.#before]) if (Object.hasOwn(resources, id)) return resources[id as ResourceId]
    return undefined
  }

  #entry({ collection, id }: ThingChange): unknown {
    const entriesOf = (design: Design): Readonly<Record<string, unknown>> => design[collection] ?? {}
    return entriesOf(this.#after)[id] ?? entriesOf(this.#before)[id]
  }

  #what(change: ThingChange): string {
    if (change.collection === 'resources') {
      const kind = this.#look(change.id)?.kind
      return kind === undefined ? 'Resource' : definitionOf(kind).label
    }
    if (change.collection === 'boxes') return { account: 'Account box', region: 'Region box', zone: 'Zone box' }[(this.#entry(change) as Box | undefined)?.kind ?? 'region']
    const known: Readonly<Record<string, string>> = WHAT
    return known[change.collection] ?? wordsOf(change.collection)
  }

  #name(change: ThingChange): string {
    const { id } = change
    if (change.collection === 'resources') {
      const resource = this.#look(id)
      return resource ? displayName(resource) : id
    }
    const entry = this.#entry(change)
    if (change.collection === 'boxes') return (entry as Box | undefined)?.Region ?? (entry as Box | undefined)?.AvailabilityZone ?? (entry as Box | undefined)?.OwnerId ?? id
    if (change.collection === 'intents' && entry !== undefined) {
      const { name, from, to, expect } = entry as Intent
      return name ?? `${this.#value(from)} ${expect === 'reach' ? 'reaches' : 'never reaches'} ${this.#value(to)}`
    }
    const { name } = (entry ?? {}) as { readonly name?: unknown }
    const about = id.slice(id.indexOf(':') + 1)
    return typeof name === 'string' && name !== '' ? name : this.#value(this.#look(about) ? about : id)
  }

  /** A value as people read it: names instead of ids, members one after the other. */
  #value(value: unknown): string {
    if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((entry) => this.#value(entry)).join(', ')
    if (typeof value === 'object' && value !== null) return Object.entries(value).filter(([key]) => !QUIET.has(key)).map(([key, entry]) => `${wordsOf(key)} ${this.#value(entry)}`).join(' · ')
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    const resource = typeof value === 'string' ? this.#look(value) : undefined
    return resource ? displayName(resource) : String(value)
  }

  #label(change: ThingChange, field: string): string {
    const kind = change.collection === 'resources' ? this.#look(change.id)?.kind : undefined
    return kind !== undefined && isKind(kind) ? fieldLabel(kind, field) : wordsOf(field)
  }

  #lines(change: ThingChange, { field, before, after }: FieldChange): ChangeLine[] {
    const label = this.#label(change, field)
    if (!Array.isArray(before ?? []) || !Array.isArray(after ?? [])) {
      return [{ label, ...(before === undefined ? {} : { before: this.#value(before) }), ...(after === undefined ? {} : { after: this.#value(after) }) }]
    }
    const [old, now] = [(before ?? []) as readonly unknown[], (after ?? []) as readonly unknown[]]
    const gone = old.filter((entry) => !now.some((other) => equalJson(entry, other)))
    const made = now.filter((entry) => !old.some((other) => equalJson(entry, other)))
    if (gone.length === 0 && made.length === 0) return [{ label, before: this.#value(old), after: this.#value(now) }]
    return [...gone.map((entry) => ({ label, before: this.#value(entry) })), ...made.map((entry) => ({ label, after: this.#value(entry) }))]
  }
}
