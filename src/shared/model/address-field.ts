import { addressFormat } from './field.ts'
import { definitionOf, type Kind, type Resource } from './index.ts'
import { fieldsWhere, type SchemaField, valuesAt } from './schema-path.ts'

/** An address or block that a resource speaks of: its own, or somebody else's. */
export interface SpokenAddress {
  /** Keys and list indexes that lead to it. */
  readonly at: readonly (string | number)[]
  readonly text: string
}

const fieldsOf = new Map<Kind, readonly SchemaField<'address' | 'block'>[]>()

/** The fields of a kind that hold addresses or blocks, read from its schema. */
export function addressFields(kind: Kind): readonly SchemaField<'address' | 'block'>[] {
  let fields = fieldsOf.get(kind)
  if (!fields) {
    fields = fieldsWhere(definitionOf(kind).schema, (schema) => addressFormat.get(schema)?.holds)
    fieldsOf.set(kind, fields)
  }
  return fields
}

/** Every address and block that a resource speaks of, in schema order. */
export function addressesOf(resource: Resource): SpokenAddress[] {
  return addressFields(resource.kind).flatMap(({ path }) => [...valuesAt(resource, path)].map(({ at, value }) => ({ at, text: value as string })))
}

function replaced(value: unknown, at: readonly (string | number)[], text: string): unknown {
  const [step, ...rest] = at
  if (step === undefined) return text
  if (Array.isArray(value)) return value.map((entry: unknown, index) => (index === step ? replaced(entry, rest, text) : entry))
  const record = value as Readonly<Record<string, unknown>>
  return { ...record, [step]: replaced(record[step], rest, text) }
}

/** The resource with other addresses; where `map` answers undefined the old one stays. Without a change it is the very same object. */
export function mapAddresses(resource: Resource, map: (spoken: SpokenAddress) => string | undefined): Resource {
  return addressesOf(resource).reduce<unknown>((value, spoken) => {
    const text = map(spoken)
    return text === undefined || text === spoken.text ? value : replaced(value, spoken.at, text)
  }, resource) as Resource
}
