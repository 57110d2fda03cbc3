import type { Design } from '../../shared/document/design.ts'
import { savedViews } from '../../shared/document/commands/saved-views.ts'
import type { SavedView } from '../../shared/document/saved-view.ts'
import { drawDesign, themeOf, toSvg } from '../../shared/drawing/index.ts'
import type { PictureFormat, PictureOptions } from './options.ts'
import { type Page, toPdf } from './pdf.ts'
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

/** A saved view as a page: without its hidden layers, cut to what it looks at. Marks come from the analysis, so a page has none. */
function pageOf(design: Design, { name, area, hidden }: SavedView): Page {
  const { items } = drawDesign(design, { hidden: new Set(hidden) })
  return { list: { items, bounds: area }, name: `${design.name}: ${name}`, isCut: true }
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
  const views = options.views ? savedViews(design).map((view) => pageOf(design, view)) : []
  return { bytes: await toPdf([{ list, name }, ...views], theme, name, options, say), notices }
}
