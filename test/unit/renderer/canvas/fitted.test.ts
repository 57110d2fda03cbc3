import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitted } from '../../../../src/renderer/canvas/fitted.ts'
import { encloses, overlap } from '../../../../src/shared/drawing/rects.ts'

const screen = { width: 912, height: 572 }
const corner = { width: 204, height: 140 }

function shownAt(area: { x: number; y: number; width: number; height: number }, covered = corner) {
  const { x, y, zoom } = fitted(area, screen, covered, 1.25)
  return { zoom, x: area.x * zoom + x, y: area.y * zoom + y, width: area.width * zoom, height: area.height * zoom }
}

it('shows any area whole, and none of it under the corner', () => {
  const side = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(fc.record({ x: side, y: side, width: side, height: side }), (area) => {
      const shown = shownAt(area)
      expect(encloses({ x: 0, y: 0, ...screen }, shown)).toBe(true)
      expect(overlap(shown, { x: screen.width - corner.width, y: screen.height - corner.height, ...corner })).toBe(false)
    }),
    { seed: 7 },
  )
})

it('moves a tall area aside without making it smaller, and uses the whole screen when nothing covers it', () => {
  const tall = { x: 0, y: 0, width: 1100, height: 950 }
  const [aside, free] = [shownAt(tall), shownAt(tall, { width: 0, height: 0 })]
  expect(aside.zoom).toBe(free.zoom)
  expect(aside.x).toBeLessThan(free.x)
  expect(free.x + free.width / 2).toBe(screen.width / 2)
})
