import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designSchema, emptyDesign } from '../../../../src/shared/document/design.ts'
import { equalJson } from '../../../../src/shared/document/equal.ts'
import { MIGRATIONS } from '../../../../src/shared/document/migrations/index.ts'
import { SCHEMA_VERSION } from '../../../../src/shared/document/design.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { designArbitrary } from '../../arbitraries/design.ts'

const seed = { seed: 61, numRuns: 300 }

/** The same value with the keys of its objects the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, turned(member)]))
}

describe('equality of JSON', () => {
  it('ignores the order of keys and nothing else', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(equalJson(value, turned(JSON.parse(JSON.stringify(value))))).toBe(JSON.stringify(value) !== undefined) }), seed)
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const sorted = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1))) : inner))
        expect(equalJson(a, b)).toBe(sorted(a) === sorted(b))
        expect(equalJson(a, b)).toBe(equalJson(b, a))
      }),
      seed,
    )
  })

  it('takes an absent key for an undefined one, and no inherited key for an own one', () => {
    expect(equalJson({ a: undefined }, {})).toBe(true)
    expect(equalJson({ a: null }, {})).toBe(false)
    expect(equalJson([], {})).toBe(false)
    expect(equalJson(JSON.parse('{"__proto__":{}}'), {})).toBe(false)
    expect(equalJson({}, JSON.parse('{"__proto__":{}}'))).toBe(false)
    expect(equalJson({ constructor: Object }, {})).toBe(false)
  })
})

describe('the text of a design', () => {
  it('is the same whatever the order of keys, and ends its last line', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        expect(serializeDesign(turned(design) as typeof design)).toBe(serializeDesign(design))
        expect(serializeDesign(design)).toMatch(/^\{\n[^]*\}\n$/)
        expect(designSchema.parse(JSON.parse(serializeDesign(design)))).toEqual(design)
      }),
      { ...seed, numRuns: 40 },
    )
  })

  it('leaves undefined fields out', () => {
    expect(serializeDesign({ ...emptyDesign('x'), extra: undefined } as ReturnType<typeof emptyDesign>)).toBe(serializeDesign(emptyDesign('x')))
  })
})

it('has a migration from every older version to the next', () => {
  expect(MIGRATIONS.map((migration) => migration.from)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1))
})
