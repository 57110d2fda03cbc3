import { expect, it } from 'vitest'
import { ALL_ITEMS, NOT_FROM_AWS, NOT_IMPORTED } from '../../../../src/shared/import/registry.ts'
import { KINDS } from '../../../../src/shared/model/index.ts'

const keys = ALL_ITEMS.flatMap((items) => items.keys)

it('imports every kind, or says why not', () => {
  const imported = new Set(ALL_ITEMS.flatMap((items) => items.kind ?? []))
  expect(KINDS.filter((kind) => !imported.has(kind) && NOT_FROM_AWS[kind] === undefined)).toEqual([])
  expect(KINDS.filter((kind) => imported.has(kind) && NOT_FROM_AWS[kind] !== undefined)).toEqual([])
})

it('handles each key once, and none that it says it does not', () => {
  expect(keys.length).toBe(new Set(keys).size)
  expect(keys.filter((key) => Object.hasOwn(NOT_IMPORTED, key))).toEqual([])
})
