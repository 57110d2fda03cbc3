import type { Design } from '../../shared/document/design.ts'
import { savedViews } from '../../shared/document/commands/saved-views.ts'
import type { SavedView } from '../../shared/document/saved-view.ts'
import type { OverlayName } from '../../shared/document/overlay-name.ts'
import { indexOf } from '../../shared/document/query.ts'
import { drawDesign, type Remarks, themeOf, toSvg } from '../../shared/drawing/index.ts'
import { drawOverlayKey, withOverlayKey } from '../../shared/drawing/overlay-key.ts'
import { remarksOf } from '../../shared/overlays/index.ts'
import { simulate } from '../../shared/simulation/index.ts'
import { finish } from '../../shared/slices.ts'
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

/** Works overlays out of a design, each once. */
function overlaysOf(design: Design): (name: OverlayName | undefined) => Remarks | undefined {
  let simulation: ReturnType<typeof simulate> | undefined
  const known = new Map<OverlayName, Remarks>()
  return (name) => {
    if (name === undefined) return undefined
    simulation ??= simulate(design)
    const remarks = known.get(name) ?? finish(remarksOf(simulation, name))
    known.set(name, remarks)
    return remarks
  }
}

/** A saved view as a page: without its hidden layers, with its overlay and the key to that, cut to what it looks at. */
function pageOf(design: Design, { name, area, hidden }: SavedView, remarks: Remarks | undefined): Page {
  const overlay = { hidden: new Set(hidden), ...(remarks ? { remarks } : {}) }
  const { items } = drawDesign(design, overlay)
  return { list: { items, bounds: area }, name: `${design.name}: ${name}`, isCut: true, ...(remarks ? { below: drawOverlayKey(indexOf(design), overlay, area) } : {}) }
}

/** Makes a picture, here and now. */
export async function renderHere({ design, format, options }: PictureJob): Promise<Picture> {
  const notices: string[] = []
  const say = (message: string): void => void notices.push(message)
  const overlayOf = overlaysOf(design)
  const remarks = overlayOf(options.overlay)
  const overlay = { ...(options.hidden ? { hidden: new Set(options.hidden) } : {}), ...(remarks ? { remarks } : {}) }
  const drawn = drawDesign(design, overlay)
  const list = remarks ? withOverlayKey(indexOf(design), overlay, drawn) : drawn
  const { name } = design
  const theme = themeOf(options.theme)
  if (format === 'svg') return { bytes: new TextEncoder().encode(toSvg(list, theme, { title: name })), notices }
  if (format === 'png') return { bytes: toPng(list, theme, { title: name, scale: options.scale }, say), notices }
  const views = options.views ? savedViews(design).map((view) => pageOf(design, view, overlayOf(view.overlay))) : []
  return { bytes: await toPdf([{ list, name }, ...views], theme, name, options, say), notices }
}
