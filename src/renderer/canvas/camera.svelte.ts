import type { Point } from '../../shared/drawing/display-list.ts'
import type { Size } from '../../shared/drawing/sizes.ts'
import { fitted, MARGIN, type Viewport, ZOOM } from './fitted.ts'
import type { Area } from './grid.ts'

export { type Viewport, ZOOM } from './fitted.ts'

/** The view onto the canvas. All sizes are screen pixels. */
export class Camera {
  viewport = $state.raw<Viewport>({ x: 0, y: 0, zoom: 1 })
  width = $state(0)
  height = $state(0)
  /** How much of the lower right corner something lies over. */
  covered: Size = { width: 0, height: 0 }
  /** Where the canvas element is in the window. */
  origin: Point = { x: 0, y: 0 }

  /** The part of the canvas that is in view. */
  get area(): Area {
    const { x, y, zoom } = this.viewport
    return { x: -x / zoom, y: -y / zoom, width: this.width / zoom, height: this.height / zoom }
  }

  /** The point of the canvas in the middle of the view. */
  get centre(): Point {
    const { x, y, width, height } = this.area
    return { x: x + width / 2, y: y + height / 2 }
  }

  /** The point of the canvas under a point of the window. */
  toCanvas(client: { readonly clientX: number; readonly clientY: number }): Point {
    const { x, y, zoom } = this.viewport
    return { x: (client.clientX - this.origin.x - x) / zoom, y: (client.clientY - this.origin.y - y) / zoom }
  }

  /** Where a point of the canvas is inside the canvas element. */
  toScreen(point: Point): Point {
    const { x, y, zoom } = this.viewport
    return { x: point.x * zoom + x, y: point.y * zoom + y }
  }

  /** Zooms and keeps one point of the canvas element where it is; without one, the middle. */
  zoomTo(zoom: number, around: Point = { x: this.width / 2, y: this.height / 2 }): void {
    const next = Math.max(ZOOM.least, Math.min(ZOOM.most, zoom))
    const { x, y, zoom: before } = this.viewport
    const scale = next / before
    this.viewport = { x: around.x - (around.x - x) * scale, y: around.y - (around.y - y) * scale, zoom: next }
  }

  /** Moves the view by screen pixels. */
  panBy(dx: number, dy: number): void {
    const { x, y, zoom } = this.viewport
    this.viewport = { x: x + dx, y: y + dy, zoom }
  }

  /** Puts a point of the canvas into the middle. */
  centreOn(point: Point): void {
    const { zoom } = this.viewport
    this.viewport = { x: this.width / 2 - point.x * zoom, y: this.height / 2 - point.y * zoom, zoom }
  }

  /** Shows an area with a margin around it, magnified to `most` at the most, clear of what covers the lower right corner. */
  fit(area: Area | undefined, most = 1.25): void {
    if (!area || this.width === 0) return
    this.viewport = fitted(area, { width: this.width, height: this.height }, this.covered, most)
  }

  /** Moves the view as little as needed to show an area; one that is too large is fitted, one in view changes nothing. */
  reveal(area: Area | undefined): void {
    if (!area || this.width === 0) return
    const { zoom } = this.viewport
    const view = this.area
    const margin = MARGIN / zoom
    if (area.width + 2 * margin > view.width || area.height + 2 * margin > view.height) {
      const isInside = area.x >= view.x && area.y >= view.y && area.x + area.width <= view.x + view.width && area.y + area.height <= view.y + view.height
      return isInside ? undefined : this.fit(area)
    }
    const shift = (low: number, high: number, from: number, to: number): number => (low < from + margin ? from + margin - low : high > to - margin ? to - margin - high : 0)
    const dx = shift(area.x, area.x + area.width, view.x, view.x + view.width)
    const dy = shift(area.y, area.y + area.height, view.y, view.y + view.height)
    if (dx !== 0 || dy !== 0) this.panBy(dx * zoom, dy * zoom)
  }
}
