import { parseDocument, type CollectionTag, type ScalarTag } from 'yaml'

/** A template as CloudFormation's JSON form has it: functions are objects with one key. */
export interface Template {
  readonly Description?: string
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>
  readonly Conditions?: Readonly<Record<string, unknown>>
  readonly Resources: Readonly<Record<string, TemplateEntry>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Condition?: string; readonly Description?: string }>>
}

export interface TemplateParameter {
  readonly Type: string
  readonly Description?: string
  readonly Default?: string
  readonly AllowedPattern?: string
}

export interface TemplateEntry {
  readonly Type: string
  readonly Condition?: string
  readonly DependsOn?: string | readonly string[]
  readonly Properties?: Readonly<Record<string, unknown>>
}

const FUNCTIONS = ['Ref', 'GetAtt', 'Select', 'GetAZs', 'Cidr', 'Sub', 'Equals', 'Not', 'And', 'Condition']
const keyOf = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`)

/** The class of a scalar that stands for a function with one text argument. */
function scalarTag(name: string): ScalarTag {
  return { tag: `!${name}`, resolve: (text) => ({ [keyOf(name)]: name === 'GetAtt' ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : text }) }
}

function listTag(name: string): CollectionTag {
  return { tag: `!${name}`, collection: 'seq', resolve: (value) => Object.assign(value, { toJSON: (_: unknown, context: unknown) => ({ [keyOf(name)]: value.items.map((item) => (item as { toJSON: (key: unknown, context: unknown) => unknown }).toJSON(null, context)) }) }) }
}

/** Reads a template the way CloudFormation does: YAML 1.1 with its short function tags. Throws on anything else. */
export function readTemplate(text: string): Template {
  const document = parseDocument(text, { version: '1.1', customTags: (tags) => [...tags, ...FUNCTIONS.map(scalarTag), ...FUNCTIONS.map(listTag)] })
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem) throw new Error(`the template is not YAML: ${problem.message}`)
  const template = document.toJS() as Record<string, unknown>
  if (template['AWSTemplateFormatVersion'] !== '2010-09-09') throw new Error('AWSTemplateFormatVersion is missing or is a date')
  return template as unknown as Template
}

/** A function call of a template, or undefined for a plain value. */
export function callOf(value: unknown): readonly [string, unknown] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [entry, ...others] = Object.entries(value)
  return entry && others.length === 0 && (entry[0] === 'Ref' || entry[0] === 'Condition' || entry[0].startsWith('Fn::')) ? entry : undefined
}

/** Every function call in a value, nested ones included. */
export function* callsIn(value: unknown): Generator<readonly [string, unknown]> {
  const call = callOf(value)
  if (call) yield call
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* callsIn(part)
}
