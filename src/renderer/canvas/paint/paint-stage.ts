import { LAYERS } from '../../../shared/drawing/index.ts'
import { drawRemark } from '../../../shared/drawing/remarks.ts'
import { textWidth } from '../../../shared/drawing/text.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import type { Area } from '../grid.ts'
import type { Guide } from '../snap.ts'
import type { Stage } from '../stage.ts'
import { type Brush, DETAIL, paintItems } from './paint-items.ts'
import { paintTitles, titlesFrom } from './paint-titles.ts'

/** What is painted over the drawing while a hand is at work; never part of a picture. */
export interface Marks {
  readonly selected: ReadonlySet<string>
  readonly hovered: string | undefined
  /** The frame that would take what is being dragged, and whether it may. */
  readonly target: { readonly id: string; readonly allowed: boolean } | undefined
  readonly marquee: Area | undefined
  /** A link being drawn, from and to points of the canvas. */
  readonly wire: { readonly from: { readonly x: number; readonly y: number }; readonly to: { readonly x: number; readonly y: number }; readonly allowed: boolean } | undefined
  readonly isGridShown: boolean
  /** Why what is moved came to rest where it is. */
  readonly guides: readonly Guide[]
  /** Things of which copies are being dragged, and how far these are away. */
  readonly copies: { readonly ids: readonly string[]; readonly by: { readonly x: number; readonly y: number } } | undefined
  /** Groups of which something is selected: the area of each, and whether its members are selected one by one. */
  readonly groups: readonly { readonly area: Area; readonly isEntered: boolean }[]
}

const GRID = 24

function paintGrid({ context, theme, zoom }: Brush, view: Area): void {
  if (zoom < 0.5) return
  context.fillStyle = theme.muted
  context.globalAlpha = 0.28
  const dot = 1.2 / zoom
  for (let x = Math.floor(view.x / GRID) * GRID; x < view.x + view.width; x += GRID) {
    for (let y = Math.floor(view.y / GRID) * GRID; y < view.y + view.height; y += GRID) context.fillRect(x - dot / 2, y - dot / 2, dot, dot)
  }
  context.globalAlpha = 1
}

/** Outlines things, all in one stroke: frames and nodes around their rectangles, links along their lines. */
function outline({ context, theme, zoom }: Brush, stage: Stage, ids: readonly string[], width: number, alpha: number): void {
  const gap = 2 / zoom
  const [around, along] = [new Path2D(), new Path2D()]
  for (const id of ids) {
    const bounds = stage.boundsOf(id)
    if (stage.partOf(id) === 'link') {
      for (const item of stage.itemsOf(id)) {
        const [first, ...others] = item.type === 'line' ? item.points : []
        if (first) along.moveTo(first.x, first.y)
        for (const point of others) along.lineTo(point.x, point.y)
      }
    } else if (bounds) around.roundRect(bounds.x - gap, bounds.y - gap, bounds.width + 2 * gap, bounds.height + 2 * gap, 4 / zoom)
  }
  context.setLineDash([])
  context.strokeStyle = theme.selected
  context.globalAlpha = alpha
  context.lineWidth = width / zoom
  context.stroke(around)
  context.globalAlpha = alpha * 0.35
  context.lineWidth = 4 + (2 * width) / zoom
  context.stroke(along)
  context.globalAlpha = 1
}

/** Lines that are level as thin lines; equal gaps as bars with feet. */
function paintGuides({ context, theme, zoom }: Brush, guides: readonly Guide[]): void {
  context.strokeStyle = theme.selected
  context.lineWidth = 1 / zoom
  context.setLineDash([])
  context.beginPath()
  for (const { kind, axis, at, from, to } of guides) {
    const line = (x1: number, y1: number, x2: number, y2: number): void => {
      context.moveTo(x1, y1)
      context.lineTo(x2, y2)
    }
    const isUpright = (kind === 'line') === (axis === 'x')
    const foot = 4 / zoom
    if (isUpright) line(at, from, at, to)
    else line(from, at, to, at)
    if (kind === 'line') continue
    for (const end of [from, to]) {
      if (isUpright) line(at - foot, end, at + foot, end)
      else line(end, at - foot, end, at + foot)
    }
  }
  context.stroke()
}

/** The dragged copies: drawn as what they are copies of. */
function paintCopies(brush: Brush, stage: Stage, { ids, by }: NonNullable<Marks['copies']>): void {
  const { context } = brush
  context.save()
  context.translate(by.x, by.y)
  const layers = ids.map((id) => stage.layersOf(id))
  for (const layer of LAYERS) for (const own of layers) paintItems(brush, own[layer] ?? [])
  outline(brush, stage, ids, 1.5, 1)
  context.restore()
}

function paintGroups({ context, theme, zoom }: Brush, groups: Marks['groups']): void {
  context.strokeStyle = theme.selected
  context.lineWidth = 1 / zoom
  for (const { area, isEntered } of groups) {
    const room = 8 / zoom
    context.setLineDash(isEntered ? [2 / zoom, 4 / zoom] : [6 / zoom, 4 / zoom])
    context.strokeRect(area.x - room, area.y - room, area.width + 2 * room, area.height + 2 * room)
  }
  context.setLineDash([])
}

/** Size of what an overlay says at frames, on the screen, where the drawing's own words are too small to read. */
const AFAR = { size: 10, height: 13, sign: 16, indent: 3, least: 40 } as const

/** What an overlay says at frames, at a size that can be read from afar: where it fits into the frame. */
function paintFromAfar(brush: Brush, stage: Stage, inView: readonly string[]): void {
  const { context, theme, zoom } = brush
  const remarks = stage.overlay.remarks
  if (!remarks || zoom >= DETAIL.text) return
  for (const id of inView) {
    const remark = remarks.at.get(id)
    const bounds = remark && stage.partOf(id) === 'frame' ? stage.boundsOf(id) : undefined
    if (!remark || !bounds) continue
    const room = bounds.width * zoom - 2 * AFAR.indent
    if (room < AFAR.least || bounds.height * zoom < 2 * AFAR.height) continue
    const widthOf = (text: string): number => textWidth(text, AFAR.size, true) + (remark.sign ? AFAR.sign : 0)
    // All of it, or its first word.
    const text = [remark.text, remark.text.split(/[ :,]/)[0] ?? ''].find((words) => widthOf(words) <= room)
    if (text === undefined) continue
    const width = widthOf(text)
    context.save()
    // That of a group box stands on its border: the titles of what it holds are close below.
    context.translate(bounds.x, bounds.y - (stage.index.get(id as ResourceId) ? 0 : (AFAR.height + 1) / zoom))
    context.scale(1 / zoom, 1 / zoom)
    context.fillStyle = theme.background
    context.globalAlpha = 0.9
    context.fillRect(AFAR.indent - 2, 1, width + 4, AFAR.height)
    context.globalAlpha = 1
    paintItems({ ...brush, zoom: 1 }, drawRemark(id, { ...remark, text }, { x: AFAR.indent, y: AFAR.size + 1, width: width + 1, anchor: 'start', size: AFAR.size }))
    context.restore()
  }
}

function paintMarks(brush: Brush, stage: Stage, marks: Marks, inView: readonly string[]): void {
  const { context, theme, zoom } = brush
  if (marks.hovered !== undefined) outline(brush, stage, [marks.hovered], 1.5, 0.5)
  if (marks.selected.size > 0) outline(brush, stage, inView.filter((id) => marks.selected.has(id)), 2, 1)
  paintGroups(brush, marks.groups)
  if (marks.copies) paintCopies(brush, stage, marks.copies)
  const target = marks.target && stage.boundsOf(marks.target.id)
  if (marks.target && target) {
    const colour = marks.target.allowed ? theme.selected : theme.error
    context.fillStyle = colour
    context.globalAlpha = 0.1
    context.fillRect(target.x, target.y, target.width, target.height)
    context.globalAlpha = 1
    context.strokeStyle = colour
    context.lineWidth = 3 / zoom
    context.setLineDash(marks.target.allowed ? [] : [6 / zoom, 4 / zoom])
    context.strokeRect(target.x, target.y, target.width, target.height)
  }
  paintGuides(brush, marks.guides)
  if (marks.wire) {
    context.strokeStyle = marks.wire.allowed ? theme.selected : theme.muted
    context.lineWidth = 2 / zoom
    context.setLineDash([6 / zoom, 4 / zoom])
    context.beginPath()
    context.moveTo(marks.wire.from.x, marks.wire.from.y)
    context.lineTo(marks.wire.to.x, marks.wire.to.y)
    context.stroke()
  }
  if (!marks.marquee) return
  const { x, y, width, height } = marks.marquee
  context.fillStyle = theme.selected
  context.globalAlpha = 0.08
  context.fillRect(x, y, width, height)
  context.globalAlpha = 1
  context.strokeStyle = theme.selected
  context.lineWidth = 1 / zoom
  context.setLineDash([])
  context.strokeRect(x, y, width, height)
}

/** Paints what is in view: the grid, the drawing layer by layer, then the marks of the hand at work. */
export function paintStage(brush: Brush, stage: Stage, view: Area, marks: Marks): void {
  const { context, theme } = brush
  context.fillStyle = theme.background
  context.fillRect(view.x, view.y, view.width, view.height)
  if (marks.isGridShown) paintGrid(brush, view)
  context.fontKerning = 'none'
  context.lineJoin = 'round'
  const inView = stage.within(view)
  const layers = inView.map((id) => stage.layersOf(id))
  for (const layer of LAYERS) for (const own of layers) paintItems(brush, own[layer] ?? [])
  paintTitles(brush, titlesFrom(stage, inView, brush.zoom))
  paintFromAfar(brush, stage, inView)
  paintMarks(brush, stage, marks, inView)
}
