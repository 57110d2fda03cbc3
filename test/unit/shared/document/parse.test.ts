import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDesign, SCHEMA_VERSION } from '../../../../src/shared/document/design.ts'
import { parseDesign, parseDesignText } from '../../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { wildDesign } from '../../arbitraries/wild.ts'

const empty = emptyDesign('x')
const vpc = { kind: 'vpc', id: 'vpc:a', name: 'a', CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] }
const problemsOf = (input: unknown) => {
  const result = parseDesign(input)
  return result.ok ? [] : result.problems
}
const codeOf = (input: unknown) => problemsOf(input)[0]?.code ?? 'ok'

describe('reading a design', () => {
  it('gives back what was saved, byte for byte', () => {
    fc.assert(
      fc.property(fc.oneof(designArbitrary(2), wildDesign(1)), (design) => {
        const text = serializeDesign(design)
        const read = parseDesignText(text)
        expect(read).toMatchObject({ ok: true })
        expect(read.ok && serializeDesign(read.value)).toBe(text)
      }),
      { seed: 41, numRuns: 40 },
    )
  })

  it('never throws, whatever the data', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ format: fc.constant('causeway-design'), schemaVersion: fc.anything(), name: fc.anything(), resources: fc.anything(), intents: fc.anything(), placements: fc.anything(), boxes: fc.anything() })), (input) => {
        const result = parseDesign(input)
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      }),
      { seed: 42, numRuns: 2000 },
    )
  })

  it('never throws on a design with one thing spoiled, and says where', () => {
    const spoiled = fc.tuple(designArbitrary(1), fc.nat(), fc.anything()).map(([design, at, value]) => {
      const copy = JSON.parse(serializeDesign(design)) as Record<string, unknown>
      const spots: { holder: Record<string, unknown>; key: string }[] = []
      const walk = (holder: Record<string, unknown>) => { for (const key of Object.keys(holder)) { spots.push({ holder, key }); if (typeof holder[key] === 'object' && holder[key] !== null) walk(holder[key] as Record<string, unknown>) } }
      walk(copy)
      const spot = spots[at % spots.length]
      if (spot) spot.holder[spot.key] = value
      return copy
    })
    fc.assert(fc.property(spoiled, (input) => { for (const { code, message } of problemsOf(input)) expect([code, message]).not.toContain('') }), { seed: 43, numRuns: 200 })
  })

  it.each([undefined, null, 7, 'text', [], [[]], {}, { format: 'other' }, Object.create({ format: 'causeway-design' }), { __proto__: { format: 'causeway-design' } }])('says that %j is no design', (input) => {
    expect(codeOf(input)).toBe('not-a-design')
  })

  it.each([undefined, null, '1', 0, -1, 1.5, Number.NaN, {}, [1]])('does not take %j for a version', (schemaVersion) => {
    expect(problemsOf({ ...empty, schemaVersion })).toMatchObject([{ code: 'invalid-design', path: 'schemaVersion' }])
  })

  it('asks for a newer program when a newer one saved it', () => {
    expect(problemsOf({ ...empty, schemaVersion: SCHEMA_VERSION + 1, strange: true })).toMatchObject([{ code: 'newer-design', message: expect.stringContaining('update Causeway') as string }])
  })

  it('names references that dangle, point at the wrong kind, and entries under a wrong key', () => {
    const subnet = { kind: 'subnet', id: 'subnet:a', name: '', VpcId: 'vpc:gone' }
    const with_ = (resources: Record<string, unknown>, more: object = {}) => ({ ...empty, resources, ...more })
    expect(problemsOf(with_({ 'subnet:a': subnet }))).toEqual([{ code: 'dangling-reference', path: 'resources.subnet:a.VpcId', message: 'refers to vpc:gone, which is not in the design' }])
    expect(problemsOf(with_({ 'subnet:a': { ...subnet, VpcId: 'subnet:a' } }))).toMatchObject([{ code: 'invalid-design', path: 'resources.subnet:a.VpcId' }])
    expect(problemsOf(with_({ 'vpc:b': vpc }))).toMatchObject([{ path: 'resources.vpc:b.id' }])
    const intent = { id: 'intent:a', from: 'vpc:gone', to: 'internet', expect: 'reach', direction: 'both', status: 'accepted' }
    expect(problemsOf(with_({}, { intents: { 'intent:a': intent } }))).toMatchObject([{ code: 'dangling-reference', path: 'intents.intent:a' }])
    expect(problemsOf(with_({ 'vpc:gone': { ...vpc, id: 'vpc:gone' } }, { intents: { 'intent:b': intent } }))).toMatchObject([{ path: 'intents.intent:b.id' }])
    const box = { id: 'region:a', kind: 'region', x: 0, y: 0, width: 1, height: 1 }
    expect(problemsOf(with_({}, { boxes: { 'region:b': box } }))).toMatchObject([{ path: 'boxes.region:b.id' }])
  })

  it('does not take names of prototypes for resources', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const text = serializeDesign(empty).replace('"resources": {}', `"resources": {"${key}": ${JSON.stringify({ ...vpc, id: key })}}`)
      expect(parseDesignText(text).ok).toBe(false)
      expect(codeOf({ ...empty, intents: { 'intent:a': { id: 'intent:a', from: key, to: 'internet', expect: 'reach', direction: 'both', status: 'accepted' } } })).toBe('invalid-design')
    }
    const polluting = '{"format":"causeway-design","schemaVersion":1,"name":"x","__proto__":{"polluted":true},"resources":{"vpc:a":{"__proto__":{"polluted":true}}},"intents":{},"placements":{},"boxes":{}}'
    expect(parseDesignText(polluting).ok).toBe(false)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('survives ten thousand levels and two hundred thousand entries, and reports only the first problems', () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
    expect(parseDesignText(deep).ok).toBe(false)
    expect(parseDesignText(serializeDesign(empty).replace('"resources": {}', `"resources": {"vpc:a": ${deep}}`)).ok).toBe(false)
    expect(parseDesignText('['.repeat(10_000)).ok).toBe(false)
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`vpc:${index}`, 1]))
    expect(problemsOf({ ...empty, resources: many })).toHaveLength(20)
    expect(problemsOf({ ...empty, resources: { 'vpc:a': { ...vpc, CidrBlocks: Array.from({ length: 200_000 }, () => 'x') } } })).toHaveLength(20)
  })

  it.each(['', '{', 'nonsense', '\u0000', '{"format":"causeway-design"'])('says that %j is no JSON', (text) => {
    expect(parseDesignText(text)).toMatchObject({ ok: false, problems: [{ code: 'not-json' }] })
  })
})
