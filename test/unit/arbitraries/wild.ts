import fc from 'fast-check'
import type { z } from 'zod'
import { type Design, emptyDesign } from '../../../src/shared/document/design.ts'
import { fieldInfo } from '../../../src/shared/model/field.ts'
import { makeResourceId } from '../../../src/shared/model/id.ts'
import { definitionOf, type Kind, KINDS, type Resource, resourceSchema } from '../../../src/shared/model/index.ts'

const TEXTS = ['', 'a', 'prod vpc', '10.0.0.0/16', '10.1.2.3/24', '0.0.0.0/0', '192.168.7.0/28', '2001:db8::/56', '2001:db8:0:3::/64', '::/0', '10.0.0.9', '203.0.113.5', '2001:db8::5', 'us-east-1', '123456789012', '-1', 'tcp', '6', '58', 'on', '1e3', 'com.amazonaws.us-east-1.s3', 'pl-0a1b2c3d', 'é ☃\n# x: !Ref y', '__proto__', 'constructor', '169.254.10.0/30', '2026-11-28']
const WHOLE = [-1, 0, 1, 2, 22, 100, 443, 1000, 1500, 4095, 32_767, 64_512, 65_535, 2_147_483_648, 4_294_967_295]

interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
}

type Pool = Readonly<Record<string, readonly string[]>>

/** Values of a schema that the schema accepts; undefined where there is nothing to refer to. */
function valuesOf(schema: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  const info = fieldInfo.get(schema)
  if (info?.refers) {
    const ids = info.refers.flatMap((kind) => pool[kind] ?? [])
    return ids.length > 0 ? fc.constantFrom(...ids) : fc.constant(undefined)
  }
  const definition = schema.def as unknown as Definition // zod types `def` per class
  const fitting = (values: readonly unknown[]) => fc.constantFrom(...values.filter((value) => schema.safeParse(value).success))
  switch (definition.type) {
    case 'optional':
    case 'default':
      return fc.option(valuesOf(definition.innerType as z.ZodType, pool), { nil: undefined, freq: 2 })
    case 'array':
      return listOf(schema, definition.element as z.ZodType, pool)
    case 'object':
      return recordOf(definition.shape ?? {}, pool).map((record) => (schema.safeParse(record).success ? record : undefined))
    case 'enum':
      return fitting(Object.values(definition.entries ?? {}))
    case 'literal':
      return fitting(definition.values ?? [])
    case 'boolean':
      return fc.boolean()
    case 'string':
      return fitting(TEXTS)
    case 'number':
    case 'int':
      return fitting(WHOLE)
    default:
      throw new Error(`no values for a schema of type ${definition.type}`)
  }
}

/** A list as long as the schema wants it (a VPC has a block, a connection two tunnels). */
function listOf(schema: z.ZodType, element: z.ZodType, pool: Pool): fc.Arbitrary<unknown> {
  const items = valuesOf(element, pool)
  const present = (length: { readonly minLength?: number; readonly maxLength: number }) => fc.array(items, length).map((list) => list.filter((item) => item !== undefined))
  const sizes = [{ maxLength: 3 }, { minLength: 1, maxLength: 3 }, { minLength: 2, maxLength: 2 }]
  return fc.tuple(...sizes.map(present)).map((lists) => lists.find((list) => schema.safeParse(list).success))
}

function recordOf(shape: Readonly<Record<string, z.ZodType>>, pool: Pool): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.entries(shape).map(([key, schema]) => valuesOf(schema, pool).map((value) => [key, value] as const))
  return fc.tuple(...members).map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)))
}

/** Any valid value of one kind, its references drawn from the pool; undefined when the pool lacks what it must refer to. */
export function wildResource(kind: Kind, id: string, pool: Pool): fc.Arbitrary<Resource | undefined> {
  const { id: _id, ...shape } = definitionOf(kind).schema.shape as Record<string, z.ZodType>
  return recordOf(shape, pool).map((fields) => {
    const parsed = resourceSchema.safeParse({ ...fields, id })
    return parsed.success ? (parsed.data as Resource) : undefined
  })
}

/**
 * Valid designs without sense: every field takes any value that its schema allows, and references point anywhere they may.
 * @param most so many resources of each kind at most
 */
export function wildDesign(most = 2): fc.Arbitrary<Design> {
  const ids = KINDS.flatMap((kind) => Array.from({ length: most }, (_, number) => ({ kind, id: makeResourceId(kind, `${number}`) })))
  const pool = Object.fromEntries(KINDS.map((kind) => [kind, ids.filter((entry) => entry.kind === kind).map((entry) => entry.id)]))
  return fc.tuple(...ids.map(({ kind, id }) => wildResource(kind, id, pool))).map((resources) => {
    const made = resources.filter((resource) => resource !== undefined)
    return { ...emptyDesign('wild'), resources: Object.fromEntries(made.map((resource) => [resource.id, resource])) }
  })
}
