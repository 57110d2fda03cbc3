/** Functions that CloudFormation works out when it runs the template. */
export type IntrinsicName = 'Ref' | 'GetAtt' | 'Select' | 'GetAZs' | 'Cidr' | 'Sub' | 'Equals' | 'Not' | 'And' | 'Condition'

/** A value that CloudFormation works out; written as a YAML tag. `GetAtt` holds `LogicalId.Attribute`. */
export class Intrinsic {
  readonly name: IntrinsicName
  readonly argument: Value

  /** @param argument what the function is applied to */
  constructor(name: IntrinsicName, argument: Value) {
    this.name = name
    this.argument = argument
  }
}

/** Anything that may stand in a template; undefined members of an object are left out. */
export type Value = string | number | boolean | Intrinsic | readonly Value[] | { readonly [key: string]: Value | undefined }

/** The properties of a resource. */
export type Properties = Readonly<Record<string, Value | undefined>>

/** `!Ref name`: a parameter's value, or a resource's usual identifier. */
export const refTo = (name: string) => new Intrinsic('Ref', name)

/** `!GetAtt resource.attribute`. */
export const attributeOf = (resource: string, attribute: string) => new Intrinsic('GetAtt', `${resource}.${attribute}`)

/** Every intrinsic in a value, nested ones included. */
export function* intrinsicsIn(value: Value | undefined): Generator<Intrinsic> {
  if (value instanceof Intrinsic) {
    yield value
    yield* intrinsicsIn(value.argument)
  } else if (typeof value === 'object') {
    for (const part of Object.values(value)) yield* intrinsicsIn(part as Value | undefined)
  }
}

/** Names that a value refers to with `Ref` or `GetAtt`: parameters and resources. */
export function namesIn(value: Value | undefined): Set<string> {
  const names = new Set<string>()
  for (const { name, argument } of intrinsicsIn(value)) {
    if (name === 'Ref' || name === 'GetAtt') names.add(String(argument).split('.')[0] ?? '')
  }
  return names
}
