import { expect, it } from 'vitest'
import { nextCard } from '../../../../src/renderer/gallery/walk.ts'

// Three in two rows under one heading, then two in one row under the next.
const BOXES = [{ left: 0, top: 0 }, { left: 100, top: 0 }, { left: 0, top: 50 }, { left: 0, top: 120 }, { left: 100, top: 120 }]

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 1, 2],
  ['ArrowRight', 4, 4],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 0, 2],
  ['ArrowDown', 1, 2],
  ['ArrowDown', 2, 3],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 4, 2],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 1, 1],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['a', 0, undefined],
])('%s leads from card %i to %s', (key, at, next) => {
  expect(nextCard(key, at, BOXES)).toBe(next)
})

it('leads nowhere when no card has the focus', () => {
  expect(nextCard('ArrowDown', -1, BOXES)).toBeUndefined()
})
