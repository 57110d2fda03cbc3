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

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Paints things as the map shows them: frames as outlines, nodes as dots. */
function paintThings(context: Context, stage: Stage, ids: Iterable<string>, { scale, selection, colours }: Pick<MapPicture, 'scale' | 'selection' | 'colours'>): void {
  context.lineWidth = 1
  for (const id of ids) {
    const part = stage.partOf(id)
    const bounds = part === 'link' ? undefined : stage.boundsOf(id)
    if (!bounds) continue
    const [x, y, width, height] = onMap(bounds, scale)
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
}

const onMap = ({ x, y, width, height }: Area, scale: MapScale): [number, number, number, number] => [(x - scale.x) * scale.zoom, (y - scale.y) * scale.zoom, width * scale.zoom, height * scale.zoom]

/** What a picture of all things was painted for. */
interface Painted {
  readonly stage: Stage
  readonly moving: ReadonlySet<string>
  readonly selection: ReadonlySet<string>
  readonly colours: Theme
  readonly ratio: number
  readonly scale: MapScale
  readonly size: MapPicture['size']
  readonly picture: OffscreenCanvas
}

/** Paints the overview. Everything that stays is painted once and kept, so that a move of view or pointer paints what moves alone. */
export class MapPainter {
  #painted: Painted | undefined

  /** Paints all things, and the part that is in view. */
  paint(context: CanvasRenderingContext2D, stage: Stage, picture: MapPicture): void {
    const { size, scale, area, colours, ratio } = picture
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, size.width, size.height)
    const still = this.#still(stage, picture)
    if (still) context.drawImage(still.picture, ...onMap({ x: still.scale.x, y: still.scale.y, width: size.width / still.scale.zoom, height: size.height / still.scale.zoom }, scale))
    paintThings(context, stage, stage.movingThings, picture)
    const [x, y, width, height] = onMap(area, scale)
    context.fillStyle = colours.selected
    context.globalAlpha = 0.1
    context.fillRect(x, y, width, height)
    context.globalAlpha = 1
    context.strokeStyle = colours.selected
    context.lineWidth = 1
    context.strokeRect(x + 0.5, y + 0.5, width, height)
  }

  /** The picture of what does not move: all of it as large as fits, whatever is in view. */
  #still(stage: Stage, { selection, colours, ratio, size }: MapPicture): Painted | undefined {
    const { movingThings: moving } = stage
    const known = this.#painted
    if (known && known.stage === stage && known.moving === moving && known.selection === selection && known.colours === colours && known.ratio === ratio && known.size.width === size.width) return known
    const extent = stage.extent()
    if (!extent) return undefined
    const scale = mapScale(extent, size)
    const picture = new OffscreenCanvas(Math.round(size.width * ratio), Math.round(size.height * ratio))
    const context = picture.getContext('2d')
    if (!context) return undefined
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    paintThings(context, stage, moving.size === 0 ? stage.owners : stage.owners.filter((id) => !moving.has(id)), { scale, selection, colours })
    this.#painted = { stage, moving, selection, colours, ratio, scale, size, picture }
    return this.#painted
  }
}
