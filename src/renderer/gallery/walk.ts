/** Where a card is on the screen, in pixels. */
export interface CardBox {
  readonly left: number
  readonly top: number
}

/**
 * The card that an arrow key leads to from another, as the eye sees them: rows from top to bottom, across headings too. The
 * position itself where there is none that way, undefined for a key that leads nowhere.
 */
export function nextCard(key: string, at: number, boxes: readonly CardBox[]): number | undefined {
  const last = boxes.length - 1
  const from = boxes[at]
  if (!from) return undefined
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowDown':
    case 'ArrowUp': {
      const isDown = key === 'ArrowDown'
      const beyond = boxes.filter(({ top }) => (isDown ? top > from.top : top < from.top))
      const row = isDown ? Math.min(...beyond.map(({ top }) => top)) : Math.max(...beyond.map(({ top }) => top))
      const inRow = beyond.filter(({ top }) => top === row).sort((a, b) => Math.abs(a.left - from.left) - Math.abs(b.left - from.left))
      return inRow[0] ? boxes.indexOf(inRow[0]) : at
    }
    default:
      return undefined
  }
}
