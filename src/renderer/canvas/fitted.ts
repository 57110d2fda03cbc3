import type { Size } from '../../shared/drawing/sizes.ts'
import { overlap } from '../../shared/drawing/rects.ts'
import type { Area } from './grid.ts'

/** Where the canvas is looked at from: a canvas point p is at p * zoom + (x, y) on the screen. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The least and the most that can be zoomed. */
export const ZOOM = { least: 0.02, most: 4, step: 1.25 } as const

/** Screen pixels kept free around what is brought into view. */
export const MARGIN = 48

/** An area in the middle of a part of the screen, as large as fits. */
function within(area: Area, { width, height }: Size, most: number): Viewport {
  const room = { width: Math.max(1, width - 2 * MARGIN), height: Math.max(1, height - 2 * MARGIN) }
  const zoom = Math.max(ZOOM.least, Math.min(most, room.width / Math.max(1, area.width), room.height / Math.max(1, area.height)))
  return { x: width / 2 - (area.x + area.width / 2) * zoom, y: height / 2 - (area.y + area.height / 2) * zoom, zoom }
}

/**
 * The view that shows an area whole. Where the covered lower right corner would hide some of it, the view is that beside or
 * above the corner, whichever shows it larger.
 */
export function fitted(area: Area, screen: Size, covered: Size, most: number): Viewport {
  const whole = within(area, screen, most)
  const shown = { x: area.x * whole.zoom + whole.x, y: area.y * whole.zoom + whole.y, width: area.width * whole.zoom, height: area.height * whole.zoom }
  const corner = { x: screen.width - covered.width, y: screen.height - covered.height, ...covered }
  if (!overlap(shown, corner)) return whole
  // The margin towards the corner is part of it.
  const beside = within(area, { width: corner.x + MARGIN / 2, height: screen.height }, most)
  const above = within(area, { width: screen.width, height: corner.y + MARGIN / 2 }, most)
  return beside.zoom >= above.zoom ? beside : above
}
