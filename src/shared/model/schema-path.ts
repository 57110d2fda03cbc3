import type { z } from 'zod'

/** A field of a schema: `path` walks object keys; `[]` stands for every entry of a list. */
export interface SchemaField<T> {
  readonly path: readonly string[]
  readonly is: T
}

interface Definition {
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
}

/** The fields of a schema that `pick` knows, in the schema's order; it is not asked about what lies inside them. */
export function fieldsWhere<T>(schema: z.ZodType, pick: (schema: z.ZodType) => T | undefined, path: readonly string[] = []): SchemaField<T>[] {
  const is = pick(schema)
  if (is !== undefined) return [{ path, is }]
  const definition = schema.def as unknown as Definition // zod types `def` per class; only these three members are read
  if (definition.innerType) return fieldsWhere(definition.innerType, pick, path)
  if (definition.element) return fieldsWhere(definition.element, pick, [...path, '[]'])
  return Object.entries(definition.shape ?? {}).flatMap(([key, child]) => fieldsWhere(child, pick, [...path, key]))
}

/** Every value at a path, with list indexes in place of `[]`; what is absent is left out. */
export function* valuesAt(value: unknown, path: readonly string[], at: readonly (string | number)[] = []): Generator<{ readonly at: readonly (string | number)[]; readonly value: unknown }> {
  if (value === undefined || value === null) return
  const [step, ...rest] = path
  if (step === undefined) {
    yield { at, value }
  } else if (step === '[]') {
    for (const [index, entry] of (value as readonly unknown[]).entries()) yield* valuesAt(entry, rest, [...at, index])
  } else {
    yield* valuesAt((value as Readonly<Record<string, unknown>>)[step], rest, [...at, step])
  }
}
