import type { Viewport } from '../fitted.ts'

/** The element that is painted on, its size in screen pixels, device pixels to one of them, and what is looked at. */
export interface Surface {
  readonly canvas: HTMLCanvasElement | undefined
  readonly width: number
  readonly height: number
  readonly ratio: number
  readonly viewport: Viewport
}

/** Makes an element as fine as the screen and its context draw in canvas coordinates; undefined while there is nothing to paint on. */
export function contextFor({ canvas, width, height, ratio, viewport }: Surface): CanvasRenderingContext2D | undefined {
  const context = canvas?.getContext('2d')
  if (!canvas || !context || width === 0) return undefined
  const size = [Math.round(width * ratio), Math.round(height * ratio)] as const
  if (canvas.width !== size[0]) canvas.width = size[0]
  if (canvas.height !== size[1]) canvas.height = size[1]
  const scale = viewport.zoom * ratio
  context.setTransform(scale, 0, 0, scale, viewport.x * ratio, viewport.y * ratio)
  return context
}
