import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { definitionOf, isKind, isOfKind, type Kind, KIND_DEFINITIONS, KINDS, type Resource, resourceSchema } from '../../../../src/shared/model/index.ts'
import { referenceFields, referrersOfKind } from '../../../../src/shared/model/reference.ts'

const FOLDER = fileURLToPath(new URL('../../../../src/shared/model/kinds/', import.meta.url))
const ICONS = join(dirname(createRequire(import.meta.url).resolve('aws-icons/package.json')), 'icons')
const HOLDERS: readonly string[] = [...KINDS, 'region', 'zone', 'account', 'canvas']

/** The fields that a new one needs besides its defaults: what it must refer to. */
function minimal(kind: Kind): Record<string, unknown> {
  const required = referenceFields(kind).filter(({ path }) => path.length === 1)
  const fields: Record<string, unknown> = { ...definitionOf(kind).defaults(), kind, id: `${kind}:x`, name: 'x' }
  for (const { path, refers } of required) {
    const [field = ''] = path
    const schema = definitionOf(kind).schema.shape[field] as { safeParse: (value: unknown) => { success: boolean } }
    if (!schema.safeParse(undefined).success) fields[field] = `${refers[0]}:y`
  }
  return fields
}

describe('the registry of kinds', () => {
  it('lists every file of the kinds folder, by its name', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, '')).sort()
    expect([...KINDS].sort()).toEqual(files)
    expect(KIND_DEFINITIONS.map((definition) => definition.kind)).toEqual(KINDS)
    expect(new Set(KINDS).size).toBe(KINDS.length)
  })

  it('has the same kinds in the schema of resources', () => {
    expect([...KINDS].sort()).toEqual(resourceSchema.options.map((option) => option.shape.kind.value).sort())
  })

  it('has labels that tell the kinds apart', () => {
    for (const names of [KIND_DEFINITIONS.map(({ label }) => label), KIND_DEFINITIONS.map(({ plural }) => plural)]) {
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(KINDS.length)
      expect(names.every((name) => name.trim() !== '' && name === name.trim())).toBe(true)
    }
  })

  it('knows no kind that is not there', () => {
    for (const text of ['', 'VPC', '__proto__', 'constructor', 'toString']) expect(isKind(text)).toBe(false)
    expect(() => definitionOf('constructor' as Kind)).toThrow('no definition')
    expect(isOfKind(undefined, 'vpc')).toBe(false)
  })
})

describe.each(KIND_DEFINITIONS.map((definition) => [definition.kind as Kind, definition] as const))('%s', (kind, definition) => {
  it('has the right literal, and a new one is valid', () => {
    expect(definition.schema.shape['kind']).toMatchObject({ value: kind })
    const parsed = resourceSchema.safeParse(minimal(kind))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(isOfKind(parsed.data as Resource, kind)).toBe(true)
  })

  it('gives fresh defaults every time', () => {
    expect(definition.defaults()).toEqual(definition.defaults())
    expect(definition.defaults()).not.toBe(definition.defaults())
  })

  it('refuses fields that it does not know, other kinds and ids that are none', () => {
    for (const wrong of [{ surprise: 1 }, { kind: 'none' }, { id: 'no id' }, { id: '__proto__' }, { name: 7 }]) {
      expect(resourceSchema.safeParse({ ...minimal(kind), ...wrong }).success).toBe(false)
    }
    expect(resourceSchema.safeParse(JSON.parse(JSON.stringify(minimal(kind)).replace('{', '{"__proto__":{"a":1},'))).success).toBe(false)
  })

  it('sits in kinds and boxes that there are, through a field that refers to one', () => {
    expect(definition.parents.filter((parent) => !HOLDERS.includes(parent))).toEqual([])
    if (definition.parentField === undefined) return
    const fields = referenceFields(kind).filter(({ path }) => path[0] === definition.parentField)
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.every(({ refers }) => refers.some((other) => definition.parents.includes(other)))).toBe(true)
  })

  it('has two ends and runs through a node exactly when it is a link, all of them references of the right kinds', () => {
    expect(definition.ends !== undefined).toBe(definition.appearance === 'link')
    const references = referenceFields(kind)
    const single = (field: string) => references.find(({ path }) => path.length === 1 && path[0] === field)
    for (const { field, kinds } of definition.ends?.flat() ?? []) expect(single(field)?.refers).toEqual(kinds)
    if (definition.via !== undefined) expect(single(definition.via)).toBeDefined()
  })

  it('refers to kinds that there are, and is found by them', () => {
    for (const field of referenceFields(kind)) {
      expect(field.refers.filter((other) => !isKind(other))).toEqual([])
      for (const other of field.refers) expect(referrersOfKind(other as Kind)).toContainEqual({ kind, field })
      // A list entry that loses its reference must be able to go, or the field to be empty.
      if (field.whenGone === 'drop-entry') expect(field.path).toContain('[]')
    }
  })

  it('has an icon of the set when it is shown as one', () => {
    if (definition.icon !== undefined) expect(existsSync(join(ICONS, `${definition.icon}.svg`))).toBe(true)
    else expect(['setting', 'link']).toContain(definition.appearance)
  })

  it('is in the palette only when it can be dropped', () => {
    if (definition.palette !== undefined) expect(['container', 'node', 'annotation']).toContain(definition.appearance)
  })
})
