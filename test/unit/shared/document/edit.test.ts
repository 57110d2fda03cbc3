import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit, type Change, COLLECTIONS, composeEdits, type Edit, editSchema, invertEdit } from '../../../../src/shared/document/edit.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { sampleDesigns } from '../../arbitraries/design.ts'
import { editArbitrary } from '../../arbitraries/edit.ts'

const seed = { seed: 31, numRuns: 80 }
const [base] = sampleDesigns(5, 1, 2) as [Design]
const vpc = Object.values(base.resources).find((resource) => resource.kind === 'vpc') as { readonly id: string; readonly name: string }
const edit = (...changes: Change[]): Edit => ({ label: 'test', changes })
const set = (field: string, before: unknown, after: unknown): Change => ({ op: 'set', collection: 'resources', id: vpc.id, field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })
const codeOf = (design: Design, ...changes: Change[]) => {
  const result = applyEdit(design, edit(...changes))
  return result.ok ? 'ok' : result.problems[0]?.code
}

describe('edits', () => {
  it('are taken back byte for byte', () => {
    fc.assert(
      fc.property(designArbitrary(2).chain((design) => fc.tuple(fc.constant(design), editArbitrary(design))), ([design, made]) => {
        const before = serializeDesign(design)
        const after = applyEdit(design, made)
        expect(after).toMatchObject({ ok: true })
        if (!after.ok) return
        expect(serializeDesign(design)).toBe(before)
        const back = applyEdit(after.value, invertEdit(made))
        expect(back.ok && serializeDesign(back.value)).toBe(before)
        const again = back.ok && applyEdit(back.value, invertEdit(invertEdit(made)))
        expect(again && again.ok && serializeDesign(again.value)).toBe(serializeDesign(after.value))
      }),
      seed,
    )
  })

  it('cross a boundary as JSON unchanged', () => {
    fc.assert(fc.property(editArbitrary(base), (made) => { expect(editSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made) }), seed)
  })

  it('compose into one step with the same outcome', () => {
    const first = edit(set('name', vpc.name, 'one'))
    const second = edit(set('name', 'one', 'two'), { op: 'rename', before: base.name, after: 'new' })
    const composed = applyEdit(base, composeEdits('both', [first, second]))
    expect(composed).toMatchObject({ ok: true, value: { name: 'new' } })
    expect(composed.ok && applyEdit(composed.value, invertEdit(composeEdits('both', [first, second])))).toEqual({ ok: true, value: base })
  })

  it('that were made against another state are refused', () => {
    expect(codeOf(base, set('name', 'something else', 'x'))).toBe('stale-edit')
    expect(codeOf(base, set('notes', 'was there', 'x'))).toBe('stale-edit')
    expect(codeOf(base, { op: 'rename', before: 'other', after: 'x' })).toBe('stale-edit')
    expect(codeOf(base, { op: 'put', collection: 'resources', id: vpc.id, after: vpc })).toBe('stale-edit')
    expect(codeOf(base, { op: 'put', collection: 'resources', id: 'vpc:none', before: vpc })).toBe('stale-edit')
    expect(codeOf(base, { op: 'set', collection: 'resources', id: 'vpc:none', field: 'name', before: 'x', after: 'y' })).toBe('stale-edit')
  })

  it('that would spoil an entry are refused, with the path', () => {
    expect(codeOf(base, set('CidrBlocks', (vpc as { CidrBlocks?: unknown }).CidrBlocks, ['nonsense']))).toBe('invalid-edit')
    expect(codeOf(base, set('kind', 'vpc', 'subnet'))).toBe('invalid-edit')
    expect(codeOf(base, set('id', vpc.id, 'vpc:other'))).toBe('invalid-edit')
    expect(codeOf(base, set('surprise', undefined, 1))).toBe('invalid-edit')
    expect(codeOf(base, set('name', vpc.name, undefined))).toBe('invalid-edit')
    expect(codeOf(base, { op: 'put', collection: 'resources', id: 'vpc:b', after: vpc })).toBe('invalid-edit')
    expect(applyEdit(base, edit(set('CidrBlocks', (vpc as { CidrBlocks?: unknown }).CidrBlocks, ['nonsense'])))).toMatchObject({ problems: [{ path: `resources.${vpc.id}.CidrBlocks.0` }] })
  })

  it('with a hundred thousand mistakes are refused like others', () => {
    expect(codeOf(base, set('CidrBlocks', (vpc as { CidrBlocks?: unknown }).CidrBlocks, Array.from({ length: 200_000 }, () => 'x')))).toBe('invalid-edit')
  })

  it('do all or nothing', () => {
    const before = serializeDesign(base)
    expect(codeOf(base, set('name', vpc.name, 'x'), { op: 'rename', before: base.name, after: 'y' }, set('name', 'wrong', 'z'))).toBe('stale-edit')
    expect(serializeDesign(base)).toBe(before)
  })
})

describe('edits with names of prototypes', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype']

  it.each(names)('%s is no id in any collection', (id) => {
    for (const collection of COLLECTIONS) {
      for (const after of [{}, { id, polluted: true }, { x: 1, y: 1 }, vpc]) {
        expect(codeOf(base, { op: 'put', collection, id, after })).toMatch(/invalid-edit|stale-edit/)
        expect(codeOf(base, { op: 'set', collection, id, field: 'polluted', after: true })).toMatch(/invalid-edit|stale-edit/)
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each(names)('%s is no field', (field) => {
    for (const before of [undefined, {}, Object.prototype]) for (const after of [true, { polluted: true }]) expect(codeOf(base, set(field, before, after))).toMatch(/invalid-edit|stale-edit/)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('%s never pass the schema as fields', () => {
    for (const change of [{ op: 'set', collection: 'resources', id: 'vpc:a', field: '__proto__', after: 1 }, { op: 'put', collection: '__proto__', id: 'vpc:a', after: {} }, { op: 'put', collection: 'resources', id: 'vpc:a', after: {}, extra: 1 }]) {
      expect(editSchema.safeParse({ label: 'x', changes: [change] }).success).toBe(false)
    }
  })
})
