import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/shared/base64.ts'
import { decodeMessage, encodeMessage } from '../../../src/shared/wire.ts'

const roundTrip = (value: unknown) => decodeMessage(encodeMessage(value))

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.uint8Array({ maxLength: 40 }))
const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$plain', 'a')).filter((name) => name !== '__proto__')
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true })),
}))

describe('wire', () => {
  it('carries any tree of JSON and bytes unchanged, also one that looks like a tag', () => {
    fc.assert(fc.property(tree, (value) => { expect(roundTrip({ value })).toEqual({ value }) }), { seed: 7, numRuns: 300 })
  })

  it('writes base64 as Node does, and reads it back', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(text)).toEqual(bytes)
    }), { seed: 7, numRuns: 60 })
  })

  it('carries a Buffer as bytes', () => {
    expect(roundTrip({ file: Buffer.from('hi') })).toEqual({ file: new Uint8Array([104, 105]) })
  })

  it.each(['', '{', '{"$bytes":"*"}', '{"a":{"$bytes":"abc"}}', `${'{"$plain":'.repeat(200_000)}`])('refuses what is no message: %.20s', (text) => {
    expect(decodeMessage(text)).toBeUndefined()
  })

  it('survives ten thousand levels', () => {
    const deep = `${'['.repeat(10_000)}{"$bytes":"AQ=="}${']'.repeat(10_000)}`
    expect(() => decodeMessage(deep)).not.toThrow()
  })
})
