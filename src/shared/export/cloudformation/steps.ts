import { type Place, placeKey, type Places } from './place.ts'
import type { TemplateDraft } from './template.ts'

/** Limits of CloudFormation. */
const LIMITS = { resources: 500, parameters: 200, outputs: 200, inlineBytes: 51_200, bytes: 1_000_000 } as const

/** An account and a Region in words. */
export function placeText({ account, region }: Place): string {
  return `${account === '' ? 'any account' : `account ${account}`}, ${region === '' ? 'any Region' : `Region ${region}`}`
}

/** The step that makes each stack, in order; none for a single one, which needs no telling. */
export function creationSteps(order: readonly TemplateDraft[], files: readonly string[], places: Places): string[] {
  if (order.length < 2) return []
  const fileOf = new Map(order.map((template, index) => [placeKey(template.place), files[index] ?? '']))
  return order.map((template, index) => {
    const early = [...template.parameters].flatMap(([name, { provides, late }]) => (provides === undefined || late === true ? [] : [`${name} from ${fileOf.get(placeKey(places.main(provides)))}`]))
    return `Create the stack of ${files[index]} (${placeText(template.place)})${early.length > 0 ? `, with the outputs of earlier stacks as its parameters: ${early.join(', ')}` : ''}.`
  })
}

/** The steps that give stacks what later ones made. */
export function updateSteps(order: readonly TemplateDraft[], files: readonly string[]): string[] {
  return order.flatMap((template, index) => {
    const late = [...template.parameters].filter(([, parameter]) => parameter.provides !== undefined && parameter.late === true).map(([name]) => name)
    return late.length > 0 ? [`Update the stack of ${files[index]} with the outputs of later stacks as its parameters: ${late.join(', ')}. Until then what needs them is left out.`] : []
  })
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** What to do about a template that is larger than CloudFormation takes. */
export function limitSteps(template: TemplateDraft, text: string, file: string): string[] {
  const over = (what: string, count: number, most: number) => (count > most ? [`Split ${file} before use: it has ${count} ${what}, CloudFormation takes ${most} in one template.`] : [])
  const bytes = utf8Length(text)
  return [
    ...over('resources', template.resources.size, LIMITS.resources),
    ...over('parameters', template.parameters.size, LIMITS.parameters),
    ...over('outputs', template.outputs.size, LIMITS.outputs),
    ...over('bytes', bytes, LIMITS.bytes),
    ...(bytes > LIMITS.inlineBytes && bytes <= LIMITS.bytes ? [`Upload ${file} to S3 to create its stack: at ${bytes} bytes it is over the ${LIMITS.inlineBytes} that can be sent directly.`] : []),
  ]
}

