import type { DisplayItem, Point } from './display-list.ts'
import { type Overlay, SEVERITY_GLYPH } from './overlay.ts'
import { textWidth } from './text.ts'

/** Side of a badge. */
export const BADGE = 18

const PILL = { text: 'SPOF', size: 9, height: 15, side: 5 } as const

/** Height of the pill that marks a single point of failure. */
export const PILL_HEIGHT = PILL.height

/** Width of the pill that marks a single point of failure. */
export const PILL_WIDTH = Math.ceil(textWidth(PILL.text, PILL.size, true)) + 2 * PILL.side

/** The pill of a single point of failure, its corner at a point: a word, so that it is no second severity. */
function pill(owner: string, { x, y }: Point): DisplayItem[] {
  return [
    { type: 'box', owner, x, y, width: PILL_WIDTH, height: PILL.height, radius: 4, fill: 'error', stroke: 'background', strokeWidth: 1.5 },
    { type: 'text', owner, x: x + PILL_WIDTH / 2, y: y + PILL.height / 2 + PILL.size * 0.36, text: PILL.text, size: PILL.size, ink: 'background', bold: true, anchor: 'middle' },
  ]
}

/** Where the marks of one thing go; each is the corner of its mark. */
export interface MarkSpots {
  readonly finding: Point
  readonly singlePoint: Point
  readonly order: Point
}

/** The badges of one thing: worst finding, single point of failure, its number on the traced path or that it ends there. */
export function marksOf(owner: string, overlay: Overlay, spots: MarkSpots): DisplayItem[] {
  const items: DisplayItem[] = []
  const severity = overlay.findings?.get(owner)
  const hop = overlay.path?.hops.indexOf(owner) ?? -1
  if (overlay.singlePoints?.has(owner)) items.push(...pill(owner, spots.singlePoint))
  if (severity !== undefined) items.push({ type: 'badge', owner, ...spots.finding, size: BADGE, ink: severity, glyph: SEVERITY_GLYPH[severity] })
  if (overlay.stop === owner) items.push({ type: 'badge', owner, ...spots.order, size: BADGE, ink: 'failed', glyph: '×' })
  else if (hop >= 0) items.push({ type: 'badge', owner, ...spots.order, size: BADGE, ink: 'path', glyph: String(hop + 1) })
  return items
}

/** A small closed padlock, its corner at a point, on what is locked. */
export function padlock(owner: string, overlay: Overlay, { x, y }: Point): DisplayItem[] {
  if (!overlay.locked?.has(owner)) return []
  return [
    { type: 'line', owner, points: [{ x: x + 2.5, y: y + 6 }, { x: x + 2.5, y: y + 1.5 }, { x: x + 7.5, y: y + 1.5 }, { x: x + 7.5, y: y + 6 }], ink: 'muted', width: 1.5 },
    { type: 'box', owner, x, y: y + 5, width: 10, height: 7, radius: 1.5, fill: 'muted' },
  ]
}

/** True when the traced path passes something. */
export function isOnPath(owner: string, overlay: Overlay): boolean {
  return overlay.path !== undefined && (overlay.path.hops.includes(owner) || overlay.path.links.includes(owner))
}

/** The ink of the ring around something that the traced path passes, or where it stops; undefined for no ring. */
export function pathInk(owner: string, overlay: Overlay): 'failed' | 'path' | undefined {
  if (overlay.stop === owner) return 'failed'
  return isOnPath(owner, overlay) ? 'path' : undefined
}

/** True when something has failed or is down with what it depends on. */
export function isDown(owner: string, overlay: Overlay): boolean {
  return overlay.failed?.has(owner) === true || overlay.carried?.has(owner) === true
}

/** Strokes across a square: two when the thing has failed, one when it is down with what it depends on; none while it is up. */
export function strike(owner: string, overlay: Overlay, { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): DisplayItem[] {
  if (!isDown(owner, overlay)) return []
  const stroke = (from: Point, to: Point): DisplayItem => ({ type: 'line', owner, points: [from, to], ink: 'failed', width: 3 })
  const down = stroke({ x: x + width, y }, { x, y: y + height })
  return overlay.failed?.has(owner) ? [stroke({ x, y }, { x: x + width, y: y + height }), down] : [down]
}
