import type { Design } from '../../document/design.ts'
import type { Places } from './place.ts'
import { placeKey } from './place.ts'
import type { TemplateDraft } from './template.ts'
import { namesIn } from './value.ts'

/**
 * The order in which the stacks are made: one that gives identifiers before one that asks for them. Where templates ask
 * each other, the one that waits for the fewest others comes first.
 */
export function deploymentOrder(templates: readonly TemplateDraft[], places: Places): TemplateDraft[] {
  const providers = (template: TemplateDraft) =>
    new Set([...template.parameters.values()].flatMap(({ provides }) => (provides === undefined ? [] : [placeKey(places.main(provides))])))
  const waiting = [...templates]
  const done = new Set<string>()
  const order: TemplateDraft[] = []
  while (waiting.length > 0) {
    const open = (template: TemplateDraft) => [...providers(template)].filter((key) => !done.has(key)).length
    const next = waiting.reduce((best, template) => (open(template) < open(best) ? template : best))
    waiting.splice(waiting.indexOf(next), 1)
    done.add(placeKey(next.place))
    order.push(next)
  }
  return order
}

/** Drops parameters that were asked for on behalf of a part that was then left out. */
export function forgetUnused(templates: readonly TemplateDraft[]): void {
  for (const template of templates) {
    const used = new Set([...template.resources.values()].flatMap(({ properties }) => [...namesIn(properties)]))
    for (const name of template.parameters.keys()) if (!used.has(name)) template.parameters.delete(name)
  }
}

/** Parameters whose provider makes nothing are for people to fill in. */
export function forgetAbsent(templates: readonly TemplateDraft[], places: Places): void {
  const made = new Set(templates.map((template) => placeKey(template.place)))
  for (const template of templates) {
    for (const [name, { provides, ...parameter }] of template.parameters) {
      if (provides !== undefined && !made.has(placeKey(places.main(provides)))) template.parameters.set(name, parameter)
    }
  }
}

/** Marks the parameters that a later stack provides: they stay empty at first, and the stack is updated with them (F-CFN-8). */
export function markLate(order: readonly TemplateDraft[], places: Places): void {
  const position = new Map(order.map((template, index) => [placeKey(template.place), index]))
  for (const [index, template] of order.entries()) {
    for (const [name, parameter] of template.parameters) {
      if (parameter.provides === undefined || (position.get(placeKey(places.main(parameter.provides))) ?? 0) <= index) continue
      template.parameters.set(name, { ...parameter, late: true, default: '', description: `${parameter.description} Empty until that stack is there.` })
    }
  }
}

/** The words of a file name: letters, digits and dashes. */
function slug(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60)
}

/** File names, in the same order: the design's name, and account and Region when there are several templates. */
export function fileNames(design: Design, order: readonly TemplateDraft[]): string[] {
  const base = slug(design.name) || 'network'
  const taken = new Set<string>()
  return order.map(({ place }) => {
    const where = order.length === 1 ? '' : `-${slug(place.account) || 'any-account'}-${slug(place.region) || 'any-region'}`
    let name = `${base}${where}.yaml`
    for (let number = 2; taken.has(name); number++) name = `${base}${where}-${number}.yaml`
    taken.add(name)
    return name
  })
}
