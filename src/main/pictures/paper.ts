import type { DisplayList } from '../../shared/drawing/display-list.ts'
import type { PictureOptions } from './options.ts'

/** Portrait sizes in points (1/72 inch). */
const SIZES: Readonly<Record<Exclude<PictureOptions['page'], 'fit'>, readonly [number, number]>> = {
  A4: [595.28, 841.89],
  A3: [841.89, 1190.55],
  A2: [1190.55, 1683.78],
  A1: [1683.78, 2383.94],
  A0: [2383.94, 3370.39],
  Letter: [612, 792],
  Tabloid: [792, 1224],
}

/** Points per canvas pixel at 100 %. */
const POINTS_PER_PIXEL = 0.75

/** The longest side a PDF page may have, in points. */
const LONGEST = 14_400

/** Small drawings grow by no more than this. */
const LARGEST_SCALE = 1.5

/** Space around the drawing, and the height of the title block, in points. */
export const PAPER = { margin: 28, block: 44 } as const

/** A page and where the drawing goes on it, in points from the top left corner. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** Chooses the page and fits the drawing into the room above the title block, in its middle. */
export function sheetFor(list: DisplayList, options: Pick<PictureOptions, 'page' | 'orientation'>): Sheet {
  const content = { width: Math.max(1, list.bounds.width), height: Math.max(1, list.bounds.height) }
  const [sides, ends] = [2 * PAPER.margin, 3 * PAPER.margin + PAPER.block]
  const [short, long] = options.page === 'fit' ? [0, 0] : SIZES[options.page]
  const [width, height] = options.page === 'fit'
    ? [Math.min(LONGEST, Math.max(360, content.width * POINTS_PER_PIXEL + sides)), Math.min(LONGEST, content.height * POINTS_PER_PIXEL + ends)]
    : options.orientation === 'landscape' ? [long, short] : [short, long]
  const most = options.page === 'fit' ? POINTS_PER_PIXEL : POINTS_PER_PIXEL * LARGEST_SCALE
  const scale = Math.min(most, (width - sides) / content.width, (height - ends) / content.height)
  return {
    width,
    height,
    scale,
    x: (width - content.width * scale) / 2 - list.bounds.x * scale,
    y: PAPER.margin + (height - ends - content.height * scale) / 2 - list.bounds.y * scale,
  }
}
