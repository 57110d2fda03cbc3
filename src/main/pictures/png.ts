import { Resvg } from '@resvg/resvg-js'
import type { DisplayList } from '../../shared/drawing/display-list.ts'
import { type Theme, toSvg } from '../../shared/drawing/index.ts'
import { FONT } from '../../shared/drawing/text.ts'
import { FONT_FILES } from './fonts.ts'

/** The most pixels a picture may have, and the most along one side: beyond, memory and most viewers give up. */
const MOST = { pixels: 80_000_000, side: 20_000 } as const

/** Space around the drawing. */
const MARGIN = 24

/** The scale that can be drawn: the one asked for, or less for a very large drawing. */
export function affordableScale(list: DisplayList, asked: number): number {
  const [width, height] = [list.bounds.width + 2 * MARGIN, list.bounds.height + 2 * MARGIN]
  return Math.min(asked, Math.sqrt(MOST.pixels / (width * height)), MOST.side / Math.max(width, height))
}

/** The drawing as a PNG; a very large one comes out smaller than asked for, and says so. */
export function toPng(list: DisplayList, theme: Theme, options: { readonly title: string; readonly scale: number }, say: (message: string) => void): Uint8Array {
  const scale = affordableScale(list, options.scale)
  if (scale < options.scale) {
    say(`The drawing is too large for a PNG at scale ${options.scale}; it was drawn at scale ${scale.toFixed(2)}. SVG and PDF keep every detail.`)
  }
  const image = new Resvg(toSvg(list, theme, { title: options.title, margin: MARGIN }), {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES), defaultFontFamily: FONT.family, sansSerifFamily: FONT.family },
  }).render()
  return new Uint8Array(image.asPng())
}
