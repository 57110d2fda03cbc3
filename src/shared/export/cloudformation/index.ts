import type { Design } from '../../document/design.ts'
import { displayName, indexOf } from '../../document/query.ts'
import { type Kind, KINDS, type Resource } from '../../model/index.ts'
import { Emission, type Shared, type Skipped } from './emission.ts'
import type { Emitter, NotExported } from './emitter.ts'
import { EMITTERS } from './emitters/index.ts'
import { Names } from './names.ts'
import { deploymentOrder, fileNames, forgetAbsent, forgetUnused, markLate } from './order.ts'
import { creationSteps, limitSteps, placeText, updateSteps } from './steps.ts'
import { type Place, placeKey, Places } from './place.ts'
import { printTemplate } from './print.ts'
import { TemplateDraft } from './template.ts'
import { refTo, type Value } from './value.ts'

/** A design as CloudFormation templates: one for each account and Region, in the order in which to create the stacks. */
export interface CloudFormationExport {
  readonly files: readonly { readonly fileName: string; readonly text: string }[]
  /** What people have to do by hand, in order; each file's own steps are also in its comment. */
  readonly manualSteps: readonly string[]
  /** What no template makes. A resource may be left out whole or in part; a part has several entries. */
  readonly skipped: readonly Skipped[]
}

function handlerOf(kind: Kind): Emitter<Kind> | NotExported<Kind> {
  return EMITTERS[kind] as unknown as Emitter<Kind> | NotExported<Kind> // each entry takes the resources of its own key
}

function refer(resource: Resource, to: Emission): Value {
  const handler = handlerOf(resource.kind)
  return 'emit' in handler && handler.refer ? handler.refer(resource, to) : refTo(to.names.of(resource.id))
}

function addOutputs(templates: readonly TemplateDraft[], shared: Shared): void {
  const byPlace = new Map(templates.map((template) => [placeKey(template.place), template]))
  const asked = templates.flatMap((template) => [...template.parameters.values()].flatMap(({ provides }) => provides ?? []))
  for (const id of [...new Set(asked)].sort()) {
    const resource = shared.index.get(id)
    const template = byPlace.get(placeKey(shared.places.main(id)))
    if (!resource || !template) continue
    const value = refer(resource, new Emission(template, shared))
    template.outputs.set(shared.names.part(id, 'Id'), { description: `Identifier of ${displayName(resource)}, for other templates.`, value })
  }
}

/** Translates a design. Pure: the same design gives the same text, whatever the order of its parts. */
export function exportCloudFormation(design: Design): CloudFormationExport {
  const index = indexOf(design)
  const places = new Places(index)
  const skipped: Skipped[] = []
  const refusal = (resource: Resource) => {
    const handler = handlerOf(resource.kind)
    return 'because' in handler ? handler.because : handler.refuse?.(resource, index)
  }
  const shared: Shared = { index, names: new Names(design), places, skipped, refusal, refer }
  const templates = new Map<string, TemplateDraft>()
  const templateFor = (place: Place) => {
    const template = templates.get(placeKey(place)) ?? new TemplateDraft(place)
    templates.set(placeKey(place), template)
    return template
  }
  for (const resource of KINDS.flatMap((kind) => index.all(kind) as readonly Resource[])) {
    const handler = handlerOf(resource.kind)
    const reason = refusal(resource)
    if (reason !== undefined || !('emit' in handler)) skipped.push({ resource: resource.id, reason: reason ?? '' })
    else for (const place of places.of(resource.id)) handler.emit(resource, new Emission(templateFor(place), shared))
  }
  const made = [...templates.values()].filter((template) => template.resources.size > 0).sort((a, b) => (placeKey(a.place) < placeKey(b.place) ? -1 : 1))
  forgetUnused(made)
  forgetAbsent(made, places)
  const order = deploymentOrder(made, places)
  markLate(order, places)
  addOutputs(order, shared)
  const names = fileNames(design, order)
  const creations = creationSteps(order, names, places)
  const manualSteps = new Set<string>()
  const files = order.map((template, number) => {
    const fileName = names[number] ?? ''
    const title = `${design.name || 'Network'}: ${placeText(template.place)}`
    const text = printTemplate(template, title, [...template.preparations, ...template.steps])
    for (const step of [...limitSteps(template, text, fileName), ...template.preparations, ...creations.slice(number, number + 1), ...template.steps]) manualSteps.add(step)
    return { fileName, text }
  })
  return { files, manualSteps: [...manualSteps, ...updateSteps(order, names)], skipped }
}
