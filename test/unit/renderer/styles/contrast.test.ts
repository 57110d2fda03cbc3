import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../../src/renderer/styles/tokens.css'), 'utf8')
const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, [light, dark]]))

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string, theme: 0 | 1): number {
  const [light, dark] = [a, b].map((name) => luminance(tokens.get(name)?.[theme] ?? '')).sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const SURFACES = ['paper', 'surface', 'surface-raised', 'surface-quiet', 'surface-hover', 'accent-wash']
const TEXTS = ['text', 'text-quiet', 'text-faint', 'accent', 'error', 'warning', 'advice', 'good', 'unsure']

describe.each([['light', 0], ['dark', 1]] as const)('%s theme', (_name, theme) => {
  test.each(SURFACES)('every text colour can be read on %s', (surface) => {
    const poor = TEXTS.filter((text) => contrast(text, surface, theme) < 4.5).map((text) => `${text} ${contrast(text, surface, theme).toFixed(2)}`)
    expect(poor).toEqual([])
  })

  test.each(['error', 'warning', 'advice', 'good', 'unsure'])('text and %s can be read on its wash', (tone) => {
    for (const text of [tone, 'text', 'text-quiet']) expect(contrast(text, `${tone}-wash`, theme), text).toBeGreaterThanOrEqual(4.5)
  })

  test('buttons can be read, and controls and focus can be seen', () => {
    expect(contrast('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('on-accent', 'accent-hover', theme)).toBeGreaterThanOrEqual(4.5)
    for (const surface of ['surface', 'surface-quiet', 'paper']) {
      expect(contrast('line-strong', surface, theme), surface).toBeGreaterThanOrEqual(3)
      expect(contrast('focus', surface, theme), surface).toBeGreaterThanOrEqual(3)
    }
  })
})
