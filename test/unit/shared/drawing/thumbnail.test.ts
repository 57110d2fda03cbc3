import { expect, it } from 'vitest'
import { drawDesign } from '../../../../src/shared/drawing/index.ts'
import { THUMBNAIL, thumbnailOf } from '../../../../src/shared/drawing/thumbnail.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { PATTERNS, placedPattern } from '../../../../src/shared/patterns/index.ts'

it('fits every pattern into its room, with nothing in it that is too small to be seen', () => {
  for (const { id } of PATTERNS) {
    const thumbnail = thumbnailOf(drawDesign(placedPattern(id)))
    if (!thumbnail) throw new Error(id)
    const { list: { items, bounds }, scale } = thumbnail
    expect(bounds.width * scale, id).toBeLessThanOrEqual(THUMBNAIL.width)
    expect(bounds.height * scale, id).toBeLessThanOrEqual(THUMBNAIL.height)
    for (const item of items) {
      if (item.type === 'text') expect(item.size * scale, id).toBeGreaterThanOrEqual(7)
      if (item.type === 'line') expect(item.width * scale, id).toBeGreaterThan(0.89)
    }
    expect(items.some(({ type }) => type === 'icon'), id).toBe(true)
  }
})

it('is none of an empty design', () => {
  expect(thumbnailOf(drawDesign(emptyDesign('x')))).toBeUndefined()
})
