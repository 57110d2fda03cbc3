import type { ResourceId } from '../../model/id.ts'
import type { Place } from './place.ts'
import type { Properties, Value } from './value.ts'

/** A value that whoever creates the stack supplies. */
export interface Parameter {
  readonly type: string
  readonly description: string
  readonly default?: string
  readonly pattern?: string
  /** The resource of another template whose identifier this is. */
  readonly provides?: ResourceId
  /** Known only after a first deployment: empty until then, and whatever needs it waits. */
  readonly late?: boolean
}

/** A resource of a template. */
export interface TemplateResource {
  readonly type: string
  readonly properties: Properties
  readonly dependsOn: readonly string[]
}

/** An identifier that another template asks for. */
export interface Output {
  readonly description: string
  readonly value: Value
}

/** One template in the making: for one account and Region. Maps keep the order in which things were added. */
export class TemplateDraft {
  readonly place: Place
  readonly parameters = new Map<string, Parameter>()
  readonly resources = new Map<string, TemplateResource>()
  readonly outputs = new Map<string, Output>()
  /** What people do before the stack is made, and after. */
  readonly preparations = new Set<string>()
  readonly steps = new Set<string>()

  /** @param place the account and Region that the template is for */
  constructor(place: Place) {
    this.place = place
  }
}
