import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ExampleDesign, pictureOf } from '../../../../src/renderer/rules/picture.ts'
import { foundRules } from '../../../../src/renderer/rules/found.ts'
import { RULES } from '../../../../src/shared/rules/index.ts'
import { FAMILIES } from '../../../../src/shared/rules/registry.ts'

const designsOf = (family: string) => JSON.parse(readFileSync(join(import.meta.dirname, `../../../../src/renderer/rules/designs/${family}.json`), 'utf8')) as Readonly<Record<string, ExampleDesign>>
const idsFor = (text: string) => foundRules(text).flatMap(({ rules }) => rules.map(({ id }) => id))

describe('rules that are looked for', () => {
  it('are found by number, words of the text, family and fact', () => {
    expect(idsFor('r-vpn-02')).toEqual(RULES.filter(({ catalogue }) => catalogue === 'R-VPN-02').map(({ id }) => id))
    expect(idsFor('Direct Connect MACsec port')).toContain('macsec-port')
    expect(idsFor('F-DX-61')).toContain('macsec-port')
    expect(idsFor('zebra')).toEqual([])
  })

  it('are all there without a text', () => expect(idsFor(' ').sort()).toEqual(RULES.map(({ id }) => id)))
})

describe.each(Object.entries(FAMILIES).filter(([, rules]) => rules.length > 0))('examples of %s', (family) => {
  it('can be drawn, with a mark on what is spoken of', () => {
    for (const [rule, example] of Object.entries(designsOf(family))) {
      expect([rule, example.blamed.length > 0]).toEqual([rule, true])
      expect(pictureOf(rule, example, 'light'), rule).toMatch(/^<svg[\s\S]+<\/svg>\s*$/)
    }
  })
})
