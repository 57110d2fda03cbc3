import type { z } from 'zod'
import { fieldInfo } from '../../../shared/model/field.ts'
import { definitionOf, type Kind } from '../../../shared/model/index.ts'
import { wordsOf } from './wording.ts'

/** What a value is, as far as a form must know. */
export type Shape =
  | { readonly type: 'text'; readonly long: boolean }
  | { readonly type: 'number' }
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'reference'; readonly refers: readonly string[] }
  | { readonly type: 'list'; readonly item: Shape; readonly fixedLength: boolean }
  | { readonly type: 'group'; readonly fields: readonly FormField[] }

/** A named value of a form. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly optional: boolean
  readonly shape: Shape
}

interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly entries?: Readonly<Record<string, string>>
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[]
}

const LONG_FIELDS = new Set(['notes'])
const OWN_FIELDS = new Set(['id', 'kind', 'name', 'awsId', 'notes'])

const definitionIn = (schema: z.ZodType) => schema.def as unknown as Definition // zod types `def` per class; only the members above are read

function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = definitionIn(schema)
  return innerType ? unwrap(innerType) : schema
}

function isOptional(schema: z.ZodType): boolean {
  const { type, innerType } = definitionIn(schema)
  return type === 'optional' || (innerType !== undefined && isOptional(innerType))
}

function infoOf(schema: z.ZodType) {
  for (let current: z.ZodType | undefined = schema; current; current = definitionIn(current).innerType) {
    const info = fieldInfo.get(current)
    if (info) return info
  }
  return undefined
}

/** The shape of a schema's values; undefined for what no form can edit. */
export function shapeOf(schema: z.ZodType, name = ''): Shape | undefined {
  const refers = infoOf(schema)?.refers
  if (refers) return { type: 'reference', refers }
  const { type, element, shape, entries, checks } = definitionIn(unwrap(schema))
  switch (type) {
    case 'string':
      return { type: 'text', long: LONG_FIELDS.has(name) }
    case 'number':
    case 'int':
      return { type: 'number' }
    case 'boolean':
      return { type: 'boolean' }
    case 'enum':
      return { type: 'choice', choices: Object.values(entries ?? {}) }
    case 'array': {
      const item = element && shapeOf(element)
      const fixedLength = checks?.some((check) => check._zod.def.check === 'length_equals') ?? false
      return item && { type: 'list', item, fixedLength }
    }
    case 'object':
      return { type: 'group', fields: fieldsOf(shape ?? {}) }
    default:
      return undefined
  }
}

function labelFor(name: string, schema: z.ZodType): string {
  const info = infoOf(schema)
  if (info?.label !== undefined) return info.label
  return wordsOf(info?.refers ? name.replace(/Ids?$/, '') : name)
}

function fieldsOf(shape: Readonly<Record<string, z.ZodType>>): FormField[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const info = infoOf(schema)
    const inner = info?.hidden ? undefined : shapeOf(schema, name)
    if (!inner) return []
    const help = info?.help === undefined ? {} : { help: info.help }
    return [{ name, label: labelFor(name, schema), ...help, optional: isOptional(schema), shape: inner }]
  })
}

const forms = new Map<Kind, readonly FormField[]>()

/** The fields of a kind that a person edits, in schema order; identity, name, AWS id and notes are the caller's. */
export function formOf(kind: Kind): readonly FormField[] {
  let form = forms.get(kind)
  if (!form) {
    form = fieldsOf(definitionOf(kind).schema.shape as Readonly<Record<string, z.ZodType>>).filter(({ name }) => !OWN_FIELDS.has(name))
    forms.set(kind, form)
  }
  return form
}

/** A new value of a shape: what "Add" puts into a list. Undefined: the person must choose one first. */
export function blankOf(shape: Shape): unknown {
  switch (shape.type) {
    case 'text':
      return ''
    case 'boolean':
      return false
    case 'choice':
      return shape.choices[0]
    case 'list':
      return []
    case 'group':
      return Object.fromEntries(shape.fields.flatMap(({ name, optional, shape: inner }) => (optional ? [] : [[name, blankOf(inner)]])))
    default:
      return undefined
  }
}
