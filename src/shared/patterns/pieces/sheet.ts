import { type Intent, type IntentEnd, intentSchema } from '../../document/design.ts'
import { intentId, type ResourceId } from '../../model/id.ts'
import { definitionOf, type Kind, type Resource, resourceSchema } from '../../model/index.ts'
import type { PatternContent, PatternNames } from '../pattern.ts'

/** What a flow carries: an IP protocol and, for TCP and UDP, a port. */
export type Traffic = Pick<Intent, 'protocol' | 'port'>

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

  #intend(from: IntentEnd, to: IntentEnd, fields: Pick<Intent, 'expect' | 'direction'> & Traffic): void {
    const traffic = fields.protocol === undefined ? '' : `/${fields.protocol}-${fields.port ?? 'any'}`
    this.#intents.push(intentSchema.parse({ id: intentId.parse(`intent:${from}/${to}${traffic}`), from, to, status: 'accepted', ...fields }))
  }

  /** Both ends must reach each other. */
  reach(from: IntentEnd, to: IntentEnd): void {
    this.#intend(from, to, { expect: 'reach', direction: 'both' })
  }

  /** The first end must be able to open a flow to the second: exactly the traffic that is named, or any. */
  reachOneWay(from: IntentEnd, to: IntentEnd, traffic: Traffic = {}): void {
    this.#intend(from, to, { expect: 'reach', direction: 'one-way', ...traffic })
  }

  /** Neither end may get a packet to the other. */
  never(from: IntentEnd, to: IntentEnd): void {
    this.#intend(from, to, { expect: 'never', direction: 'both' })
  }

  /** The first end must not get a packet to the second. */
  neverOneWay(from: IntentEnd, to: IntentEnd): void {
    this.#intend(from, to, { expect: 'never', direction: 'one-way' })
  }

  get content(): PatternContent {
    return { resources: this.#resources, intents: this.#intents }
  }
}
