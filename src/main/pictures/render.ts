import type { Design } from '../../shared/document/design.ts'
import { drawDesign, themeOf, toSvg } from '../../shared/drawing/index.ts'
import type { PictureFormat, PictureOptions } from './options.ts'
import { toPdf } from './pdf.ts'
import { toPng } from './png.ts'

/** All that a picture is made of; plain data, so that it can be sent to a thread. */
export interface PictureJob {
  readonly design: Design
  readonly format: PictureFormat
  readonly options: PictureOptions
}

/** A finished picture, and what its maker should be told about it. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly notices: readonly string[]
}

/** Makes a picture, here and now. */
export async function renderHere({ design, format, options }: PictureJob): Promise<Picture> {
  const notices: string[] = []
  const say = (message: string): void => void notices.push(message)
  const list = drawDesign(design)
  const { name } = design
  const theme = themeOf(options.theme)
  if (format === 'svg') return { bytes: new TextEncoder().encode(toSvg(list, theme, { title: name })), notices }
  if (format === 'png') return { bytes: toPng(list, theme, { title: name, scale: options.scale }, say), notices }
  return { bytes: await toPdf(list, theme, name, options, say), notices }
}
