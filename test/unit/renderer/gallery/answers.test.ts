import { describe, expect, it } from 'vitest'
import { pictureOf, truthOf } from '../../../../src/renderer/gallery/answers.ts'
import { themeOf } from '../../../../src/shared/drawing/index.ts'
import { PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { TRUTH } from '../../shared/patterns/truth.ts'

const idsIn = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')

describe.each(PATTERNS.map(({ id }) => id))('%s', (id) => {
  it('has a small picture without words and a full one with them, both in the colours of a theme', () => {
    const [small, full] = [pictureOf(id, 'light', 'small'), pictureOf(id, 'light', 'full')]
    expect(small).not.toContain('<text')
    expect(full).toContain('<text')
    expect(small.match(/<use /g)?.length).toBe(full.match(/<use /g)?.length)
    expect(pictureOf(id, 'dark', 'small')).toContain(themeOf('dark').background)
  })

  it('names what the ground truth names', () => {
    const { intents, points } = truthOf(id)
    expect(intents).toHaveLength(Object.keys(TRUTH[id]).length)
    expect(intents.map(({ holds }) => holds)).not.toContain(false)
    expect(points).toHaveLength(new Set(Object.values(TRUTH[id]).flat()).size)
  })
})

it('gives the symbols of all pictures ids of their own, so that they fit into one page', () => {
  const all = PATTERNS.flatMap(({ id }) => [...idsIn(pictureOf(id, 'light', 'small')), ...idsIn(pictureOf(id, 'light', 'full'))])
  expect(all.length).toBeGreaterThan(50)
  expect(new Set(all).size).toBe(all.length)
})
