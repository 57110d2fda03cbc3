import { Resvg } from '@resvg/resvg-js'
import type { Design } from '../../shared/document/design.ts'
import { drawDesign, type ThemeName, themeOf, toSvg } from '../../shared/drawing/index.ts'
import { THUMBNAIL, thumbnailOf } from '../../shared/drawing/thumbnail.ts'
import { FONT } from '../../shared/drawing/text.ts'
import type { LayerName } from '../../shared/model/layer.ts'
import { FONT_FILES } from './fonts.ts'

/** Pixels of the picture per CSS pixel: sharp on dense screens. */
const DENSITY = 2

/** What would only be strokes in a small picture. */
const CALM: ReadonlySet<LayerName> = new Set(['Intents'])

/** A design as a small PNG; undefined when there is nothing to see. */
export function drawThumbnail(design: Design, theme: ThemeName): Uint8Array | undefined {
  const thumbnail = thumbnailOf(drawDesign(design, { hidden: CALM }))
  if (!thumbnail) return undefined
  const image = new Resvg(toSvg(thumbnail.list, themeOf(theme), { title: design.name, margin: THUMBNAIL.margin / thumbnail.scale }), {
    fitTo: { mode: 'zoom', value: thumbnail.scale * DENSITY },
    font: { loadSystemFonts: false, fontFiles: Object.values(FONT_FILES), defaultFontFamily: FONT.family, sansSerifFamily: FONT.family },
  }).render()
  return new Uint8Array(image.asPng())
}
