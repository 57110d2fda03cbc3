import { conditionName, conditionsOf, lateNeeds } from './conditions.ts'
import type { TemplateDraft } from './template.ts'
import { namesIn, type Value } from './value.ts'
import { templateText } from './yaml.ts'

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** A comment for the top of a file: what it is, and the numbered steps that it leaves to people. */
function comment(title: string, steps: readonly string[]): string[] {
  // A comment ends with its line: names that hold line breaks must not end it.
  const flat = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
  const list = steps.flatMap((step, index) => wrap(`${index + 1}. ${flat(step)}`, 110).map((line, number) => (number === 0 ? line : `   ${line}`)))
  return [flat(title), ...(steps.length > 0 ? ['', 'Steps that CloudFormation does not do:', ...list] : [])]
}

/** The text of a template. */
export function printTemplate(template: TemplateDraft, title: string, steps: readonly string[]): string {
  const needs = lateNeeds(template)
  const when = (names: readonly string[] | undefined) => (names === undefined ? undefined : conditionName(names))
  const parameters: Record<string, Value> = {}
  for (const [name, { type, description, default: preset, pattern }] of template.parameters) {
    parameters[name] = { Type: type, Description: description, Default: preset, AllowedPattern: preset === '' ? undefined : pattern }
  }
  const resources: Record<string, Value> = {}
  for (const [id, { type, properties, dependsOn }] of template.resources) {
    const referred = namesIn(properties)
    const before = [...new Set(dependsOn)].filter((other) => other !== id && template.resources.has(other) && !referred.has(other))
    const said = Object.entries(properties).filter(([, value]) => value !== undefined)
    resources[id] = {
      Type: type,
      Condition: when(needs.get(id)),
      DependsOn: before.length > 1 ? before : before[0],
      Properties: said.length > 0 ? Object.fromEntries(said) : undefined,
    }
  }
  const outputs: Record<string, Value> = {}
  for (const [name, { description, value }] of template.outputs) {
    const through = [...namesIn(value)].flatMap((id) => needs.get(id) ?? [])
    outputs[name] = { Description: description, Value: value, Condition: through.length > 0 ? conditionName([...new Set(through)].sort()) : undefined }
  }
  return templateText(comment(title, steps), {
    Description: title.slice(0, 1000),
    Parameters: parameters,
    Conditions: conditionsOf(needs.values()),
    Resources: resources,
    Outputs: outputs,
  })
}
