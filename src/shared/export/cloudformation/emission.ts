import { type DesignIndex, displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import type { Names } from './names.ts'
import type { Places } from './place.ts'
import type { Parameter, TemplateDraft } from './template.ts'
import { type Properties, refTo, type Value } from './value.ts'

/** A part of the design that no template makes, and why. */
export interface Skipped {
  readonly resource: ResourceId
  readonly reason: string
}

/** What the emitters share for the whole design. */
export interface Shared {
  readonly index: DesignIndex
  readonly names: Names
  readonly places: Places
  readonly skipped: Skipped[]
  /** Why a resource is not exported; undefined when it is. */
  readonly refusal: (resource: Resource) => string | undefined
  /** How a resource is referred to inside its own template. */
  readonly refer: (resource: Resource, to: Emission) => Value
}

/** What an emitter writes to: one template, and what it may ask. */
export class Emission {
  readonly template: TemplateDraft
  readonly index: DesignIndex
  readonly names: Names
  readonly places: Places
  readonly #shared: Shared

  /** @param template where resources go */
  constructor(template: TemplateDraft, shared: Shared) {
    this.template = template
    this.index = shared.index
    this.names = shared.names
    this.places = shared.places
    this.#shared = shared
  }

  /** Adds a resource to the template. Dependencies on what another template makes are met by the order of the stacks. */
  add(logicalId: string, type: string, properties: Properties, dependsOn: readonly string[] = []): void {
    this.template.resources.set(logicalId, { type, properties, dependsOn })
  }

  /** Declares a parameter and refers to it. */
  parameter(name: string, parameter: Parameter): Value {
    if (!this.template.parameters.has(name)) this.template.parameters.set(name, parameter)
    return refTo(name)
  }

  /** Something that people have to do before the stack is made. */
  prepare(step: string): void {
    this.template.preparations.add(step)
  }

  /** Something that people have to do by hand once the stack is there. */
  manual(step: string): void {
    this.template.steps.add(step)
  }

  /** Leaves a part out, with the reason. */
  skip(resource: Resource, reason: string): void {
    if (!this.#shared.skipped.some((entry) => entry.resource === resource.id && entry.reason === reason)) this.#shared.skipped.push({ resource: resource.id, reason })
  }

  /** True when a template makes the resource. */
  isExported(id: ResourceId | undefined): boolean {
    const resource = this.index.get(id)
    return resource !== undefined && this.#shared.refusal(resource) === undefined
  }

  /** True when this very template makes the resource. */
  isHere(id: ResourceId): boolean {
    return this.isExported(id) && this.places.holds(this.template.place, id)
  }

  /** The identifier of another resource: a reference inside the template, a parameter across templates. */
  ref(id: ResourceId): Value {
    const resource = this.index.get(id)
    if (resource && this.isHere(id)) return this.#shared.refer(resource, this)
    const label = resource ? displayName(resource) : id
    return this.parameter(this.names.part(id, 'Id'), {
      type: 'String',
      description: `Identifier of ${label}, which another template makes.`,
      ...(resource && this.isExported(id) ? { provides: id } : {}),
    })
  }

  /** `!Ref` of a resource of this template. */
  reference(id: ResourceId): Value {
    return refTo(this.names.of(id))
  }

  /** Identifiers of several resources. */
  refs(ids: readonly ResourceId[]): Value[] {
    return [...new Set(ids)].map((id) => this.ref(id))
  }
}
