import { type Intent, type IntentEnd, intentSchema } from '../../document/design.ts'
import { intentId, type ResourceId } from '../../model/id.ts'
import { definitionOf, type Kind, type Resource, resourceSchema } from '../../model/index.ts'
import type { PatternContent, PatternNames } from '../pattern.ts'

/** What a pattern is drawn on: collects resources, each with its kind's defaults, and intents. */
export class Sheet {
  readonly names: PatternNames
  readonly #resources: Resource[] = []
  readonly #intents: Intent[] = []

  constructor(names: PatternNames) {
    this.names = names
  }

  /** Adds a resource under a free name; `id` when others had to name it before. */
  add(kind: Kind, wanted: string, fields: Readonly<Record<string, unknown>>, id: ResourceId = this.names.id(kind)): Resource {
    const resource = resourceSchema.parse({ ...definitionOf(kind).defaults(), ...fields, kind, id, name: this.names.name(wanted) }) as Resource
    this.#resources.push(resource)
    return resource
  }

  #intend(from: IntentEnd, to: IntentEnd, fields: Pick<Intent, 'expect' | 'direction'>): void {
    this.#intents.push(intentSchema.parse({ id: intentId.parse(`intent:${from}/${to}`), from, to, status: 'accepted', ...fields }))
  }

  /** Both ends must reach each other. */
  reach(from: IntentEnd, to: IntentEnd): void {
    this.#intend(from, to, { expect: 'reach', direction: 'both' })
  }

  /** The first end must be able to open a flow to the second. */
  reachOneWay(from: IntentEnd, to: IntentEnd): void {
    this.#intend(from, to, { expect: 'reach', direction: 'one-way' })
  }

  /** Neither end may get a packet to the other. */
  never(from: IntentEnd, to: IntentEnd): void {
    this.#intend(from, to, { expect: 'never', direction: 'both' })
  }

  get content(): PatternContent {
    return { resources: this.#resources, intents: this.#intents }
  }
}
