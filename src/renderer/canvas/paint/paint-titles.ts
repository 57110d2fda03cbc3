import { boxOf } from '../../../shared/document/groups.ts'
import type { Rect } from '../../../shared/drawing/rects.ts'
import { CORNER_SIZE } from '../../../shared/drawing/sizes.ts'
import { fitText, FONT, textWidth } from '../../../shared/drawing/text.ts'
import type { Stage } from '../stage.ts'
import { type Brush, DETAIL } from './paint-items.ts'

/** Screen pixels: a title's size, the room beside it, and the smallest frame that has one. */
const TITLE = { size: 11, gap: 3, least: { width: 40, height: 26 } } as const
/** A shortened title says something from so many signs on. */
const LEAST_SIGNS = 8
/** Places that are tried, one below the other. */
const ROWS = 3
/** Screen pixels of the cells in which titles are looked up that stand in the way. */
const CELL = 64

/** Titles placed so far, by cells of the screen. */
class Taken {
  readonly #cells = new Map<string, Rect[]>()

  #cellsOf({ x, y, width, height }: Rect): string[] {
    const found: string[] = []
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) found.push(`${column} ${row}`)
    }
    return found
  }

  /** Takes the place if nothing stands there. */
  take(rect: Rect): boolean {
    const cells = this.#cellsOf(rect)
    const isFree = cells.every((cell) => (this.#cells.get(cell) ?? []).every((other) => other.x + other.width <= rect.x || rect.x + rect.width <= other.x || other.y + other.height <= rect.y || rect.y + rect.height <= other.y))
    if (isFree) for (const cell of cells) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), rect])
    return isFree
  }
}

/** A title as it is to be painted: its text, and its place in canvas pixels. */
interface Title {
  readonly text: string
  readonly place: Rect
}

/**
 * The names of frames at a size that can be read, where the drawing is so small that its own text is left out: of the outermost first,
 * without the Availability Zones, which are called alike everywhere, and without frames of which an overlay
 * says something there; each beside the icon in the upper left corner of its frame, and only where it fits and covers no other.
 */
export function titlesFrom(stage: Stage, inView: readonly string[], zoom: number): readonly Title[] {
  if (zoom >= DETAIL.text) return []
  const frames = inView.flatMap((id) => {
    const bounds = stage.partOf(id) === 'frame' && boxOf(stage.index, id)?.kind !== 'zone' && stage.overlay.remarks?.at.has(id) !== true ? stage.boundsOf(id) : undefined
    return bounds && bounds.width * zoom >= TITLE.least.width && bounds.height * zoom >= TITLE.least.height ? [{ id, bounds }] : []
  })
  frames.sort((a, b) => b.bounds.width * b.bounds.height - a.bounds.width * a.bounds.height)
  const taken = new Taken()
  return frames.flatMap(({ id, bounds }): Title[] => {
    const name = stage.itemsOf(id).find((item) => item.type === 'text' && item.bold === true)
    if (name?.type !== 'text') return []
    const corner = CORNER_SIZE * zoom
    const text = fitText(name.text, TITLE.size, bounds.width * zoom - corner - 3 * TITLE.gap, true)
    if (text !== name.text && text.length < LEAST_SIGNS) return []
    const [width, height] = [textWidth(text, TITLE.size, true) + 2 * TITLE.gap, TITLE.size + 2 * TITLE.gap]
    // A frame in the corner of another one has its title below that one's.
    for (let row = 0; row < ROWS && 1 + (row + 1) * height <= bounds.height * zoom; row++) {
      const place = { x: bounds.x * zoom + corner, y: bounds.y * zoom + 1 + row * height, width, height }
      if (taken.take(place)) return [{ text, place: { x: place.x / zoom, y: place.y / zoom, width: width / zoom, height: height / zoom } }]
    }
    return []
  })
}

/** Paints the titles over the drawing, each on a ground of its own so that lines do not run through it. */
export function paintTitles({ context, theme, zoom }: Brush, titles: readonly Title[]): void {
  if (titles.length === 0) return
  context.font = `${FONT.bold} ${TITLE.size / zoom}px "${FONT.family}", sans-serif`
  context.textAlign = 'start'
  for (const { text, place } of titles) {
    context.globalAlpha = 0.86
    context.fillStyle = theme.background
    context.fillRect(place.x, place.y, place.width, place.height)
    context.globalAlpha = 1
    context.fillStyle = theme.text
    context.fillText(text, place.x + TITLE.gap / zoom, place.y + (TITLE.gap + TITLE.size * 0.86) / zoom)
  }
}
