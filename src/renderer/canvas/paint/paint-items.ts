import { maskOf } from '../../../shared/drawing/bounds.ts'
import { CORNER_RADIUS, dashOf, type DisplayItem, HATCH, type Point } from '../../../shared/drawing/display-list.ts'
import { hatchOf } from '../../../shared/drawing/hatch.ts'
import { iconOf, type Theme } from '../../../shared/drawing/index.ts'
import { FONT } from '../../../shared/drawing/text.ts'
import { colourOf, drawIcon, type IconCache } from './icon-cache.ts'

/** Below these zoom levels details are left out: they would be specks. */
export const DETAIL = { icon: 0.12, text: 0.35, detailText: 0.5 } as const

/** Lines never get thinner than this on the screen, so that frames and links can be seen from afar. */
const THINNEST = 0.7

/** What items are painted with. */
export interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly theme: Theme
  readonly icons: IconCache
  readonly zoom: number
  /** Device pixels per screen pixel. */
  readonly ratio: number
}

const lines = new WeakMap<readonly Point[], Path2D>()

function lineOf(points: readonly Point[]): Path2D {
  let path = lines.get(points)
  if (!path) {
    path = new Path2D()
    const [first] = points
    if (first) path.moveTo(first.x, first.y)
    for (let at = 1; at < points.length - 1; at++) {
      const [before, corner, next] = [points[at - 1], points[at], points[at + 1]]
      if (!before || !corner || !next) continue
      const room = Math.min(Math.hypot(corner.x - before.x, corner.y - before.y), Math.hypot(next.x - corner.x, next.y - corner.y)) / 2
      path.arcTo(corner.x, corner.y, next.x, next.y, Math.min(CORNER_RADIUS, room))
    }
    const last = points.at(-1)
    if (last) path.lineTo(last.x, last.y)
    lines.set(points, path)
  }
  return path
}

function paintText(brush: Brush, item: Extract<DisplayItem, { readonly type: 'text' }>): void {
  const { context, theme, zoom } = brush
  if (zoom < DETAIL.text || (item.detail && zoom < DETAIL.detailText)) return
  if (item.masked) {
    const mask = maskOf(item)
    context.fillStyle = theme.background
    context.fillRect(mask.x, mask.y, mask.width, mask.height)
  }
  const font = `${item.bold ? FONT.bold : FONT.regular} ${item.size}px "${FONT.family}", sans-serif`
  if (context.font !== font) context.font = font
  context.textAlign = item.anchor === 'middle' ? 'center' : (item.anchor ?? 'start')
  context.fillStyle = theme[item.ink]
  context.fillText(item.text, item.x, item.y)
}

/** From afar dashes and dots would be specks. */
function patternOf(item: Parameters<typeof dashOf>[0], zoom: number): number[] {
  return [...((zoom < DETAIL.icon ? undefined : dashOf(item)) ?? [])]
}

function paintBox(brush: Brush, item: Extract<DisplayItem, { readonly type: 'box' }>): void {
  const { context, theme } = brush
  context.beginPath()
  if (item.radius) context.roundRect(item.x, item.y, item.width, item.height, item.radius)
  else context.rect(item.x, item.y, item.width, item.height)
  if (item.fill) {
    context.globalAlpha = item.fillOpacity ?? 1
    context.fillStyle = theme[item.fill]
    context.fill()
    context.globalAlpha = 1
  }
  if (!item.stroke) return
  context.strokeStyle = theme[item.stroke]
  context.lineWidth = Math.max(item.strokeWidth ?? 1, THINNEST / brush.zoom)
  context.setLineDash(patternOf(item, brush.zoom))
  context.stroke()
}

function paintLine(brush: Brush, item: Extract<DisplayItem, { readonly type: 'line' }>): void {
  const { context, theme } = brush
  context.globalAlpha = item.opacity ?? 1
  context.strokeStyle = theme[item.ink]
  context.lineWidth = Math.max(item.width, THINNEST / brush.zoom)
  context.setLineDash(patternOf(item, brush.zoom))
  context.stroke(lineOf(item.points))
  context.globalAlpha = 1
}

function paintHatch(brush: Brush, item: Extract<DisplayItem, { readonly type: 'hatch' }>): void {
  const { context, theme } = brush
  context.beginPath()
  for (const [from, to] of hatchOf(item)) {
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
  }
  context.globalAlpha = item.opacity
  context.strokeStyle = theme[item.ink]
  context.lineWidth = Math.max(HATCH.width, THINNEST / brush.zoom)
  context.setLineDash([])
  context.stroke()
  context.globalAlpha = 1
}

function paintBadge(brush: Brush, item: Extract<DisplayItem, { readonly type: 'badge' }>): void {
  const { context, theme } = brush
  const middle = item.size / 2
  context.beginPath()
  context.arc(item.x + middle, item.y + middle, middle, 0, 2 * Math.PI)
  context.fillStyle = theme[item.ink]
  context.fill()
  context.font = `${FONT.bold} ${item.size * 0.68}px "${FONT.family}", sans-serif`
  context.textAlign = 'center'
  context.fillStyle = theme.background
  context.fillText(item.glyph, item.x + middle, item.y + item.size * 0.74)
}

function paintIcon(brush: Brush, item: Extract<DisplayItem, { readonly type: 'icon' }>): void {
  const { context, icons, zoom, ratio } = brush
  if (zoom < DETAIL.icon) {
    context.fillStyle = colourOf(item.icon)
    context.fillRect(item.x, item.y, item.size, item.size)
    return
  }
  const picture = icons.get(item.icon, item.size * zoom * ratio)
  if (picture) context.drawImage(picture, item.x, item.y, item.size, item.size)
  else drawIcon(context, iconOf(item.icon), item.x, item.y, item.size)
}

/** Paints items back to front; the context is already set to canvas pixels. */
export function paintItems(brush: Brush, items: readonly DisplayItem[]): void {
  for (const item of items) {
    if (item.type === 'text') paintText(brush, item)
    else if (item.type === 'box') paintBox(brush, item)
    else if (item.type === 'line') paintLine(brush, item)
    else if (item.type === 'icon') paintIcon(brush, item)
    else if (item.type === 'hatch') paintHatch(brush, item)
    else paintBadge(brush, item)
  }
}
