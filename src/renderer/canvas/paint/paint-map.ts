import { type Theme } from '../../../shared/drawing/index.ts'
import type { Rect } from '../../../shared/drawing/rects.ts'
import type { Area } from '../grid.ts'
import type { Stage } from '../stage.ts'

/** How the overview map shows the canvas: its corner is the canvas point x, y. */
export interface MapScale {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The scale at which all of an area fits the map, in its middle. */
export function mapScale(area: Rect, size: { readonly width: number; readonly height: number }): MapScale {
  const zoom = Math.min(size.width / Math.max(1, area.width), size.height / Math.max(1, area.height)) * 0.94
  return { x: area.x + area.width / 2 - size.width / 2 / zoom, y: area.y + area.height / 2 - size.height / 2 / zoom, zoom }
}

const SPECK = 3
const OUTLINED = 12

/** What the overview map is painted from. */
export interface MapPicture {
  readonly size: { readonly width: number; readonly height: number }
  readonly scale: MapScale
  readonly area: Area
  readonly selection: ReadonlySet<string>
  readonly colours: Theme
  readonly ratio: number
}

/** Paints the overview: frames as outlines, nodes as dots, and the part that is in view. */
export function paintMap(context: CanvasRenderingContext2D, stage: Stage, picture: MapPicture): void {
  const { size, scale, area, selection, colours, ratio } = picture
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  context.lineWidth = 1
  const onMap = ({ x, y, width, height }: Area): [number, number, number, number] => [(x - scale.x) * scale.zoom, (y - scale.y) * scale.zoom, width * scale.zoom, height * scale.zoom]
  for (const id of stage.owners) {
    const bounds = stage.boundsOf(id)
    const part = stage.partOf(id)
    if (!bounds || part === 'link') continue
    const [x, y, width, height] = onMap(bounds)
    const isSelected = selection.has(id)
    context.fillStyle = isSelected ? colours.selected : colours.muted
    context.strokeStyle = context.fillStyle
    // What would be a speck is left out; small frames are shaded instead of outlined, so that many do not make a blot.
    if (!isSelected && Math.max(width, height) < SPECK) continue
    if (part === 'frame' && Math.min(width, height) < OUTLINED) {
      context.globalAlpha = isSelected ? 1 : 0.3
      context.fillRect(x, y, Math.max(1, width), Math.max(1, height))
      context.globalAlpha = 1
    } else if (part === 'frame') context.strokeRect(x + 0.5, y + 0.5, width, height)
    else context.fillRect(x + width / 2 - 1, y + height / 2 - 1, Math.max(2, width / 2.5), Math.max(2, height / 2.5))
  }
  const [x, y, width, height] = onMap(area)
  context.fillStyle = colours.selected
  context.globalAlpha = 0.1
  context.fillRect(x, y, width, height)
  context.globalAlpha = 1
  context.strokeStyle = colours.selected
  context.strokeRect(x + 0.5, y + 0.5, width, height)
}
