import type { Point } from '../../shared/drawing/display-list.ts'
import { headerOf } from '../../shared/drawing/sizes.ts'
import { relationLinesOf } from '../../shared/document/relation-lines.ts'
import { boxOf } from '../../shared/document/groups.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Area } from './grid.ts'
import type { Part, Stage } from './stage.ts'

/** What is under the pointer. `grip`: a place that drags the thing (for frames the title and the border). */
export interface Hit {
  readonly id: string
  readonly part: Part
  readonly grip: boolean
}

const BORDER = 8

/** The topmost thing at a point; `reach` is how far off a line still counts, in canvas pixels. */
export function hitTest(stage: Stage, at: Point, reach: number, except: ReadonlySet<string> = new Set()): Hit | undefined {
  const near = stage.within({ x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach })
  for (const id of near.reverse()) {
    if (except.has(id)) continue
    const part = stage.partOf(id)
    const bounds = stage.boundsOf(id)
    if (!bounds) continue
    // What is drawn in a frame shows through it, and so does the empty canvas.
    if (stage.index.get(id as ResourceId)?.kind === 'frame' && !isOnGrip(stage, id, bounds, at, reach)) continue
    if (part === 'link' ? isOnLink(stage, id, at, reach) : holds(bounds, at)) return { id, part, grip: part !== 'frame' || isOnGrip(stage, id, bounds, at, reach) }
  }
  return undefined
}

/** The innermost frame at a point. */
export function frameAt(stage: Stage, at: Point, except: ReadonlySet<string> = new Set()): string | undefined {
  const frames = stage.within({ x: at.x, y: at.y, width: 0, height: 0 }).filter((id) => stage.partOf(id) === 'frame' && !except.has(id))
  return frames.reverse().find((id) => holds(stage.boundsOf(id), at))
}

/** Everything that lies in an area as a marquee selects: nodes and links that are touched, frames that are enclosed. */
export function inMarquee(stage: Stage, area: Area): string[] {
  const relations = relationLinesOf(stage.index).byId
  return stage.within(area).filter((id) => {
    if (relations.has(id)) return false
    const bounds = stage.boundsOf(id)
    if (!bounds) return false
    if (stage.partOf(id) === 'node') return bounds.x < area.x + area.width && area.x < bounds.x + bounds.width && bounds.y < area.y + area.height && area.y < bounds.y + bounds.height
    return bounds.x >= area.x && bounds.y >= area.y && bounds.x + bounds.width <= area.x + area.width && bounds.y + bounds.height <= area.y + area.height
  })
}

function holds(bounds: Area | undefined, at: Point): boolean {
  return bounds !== undefined && at.x >= bounds.x && at.x <= bounds.x + bounds.width && at.y >= bounds.y && at.y <= bounds.y + bounds.height
}

function isOnGrip(stage: Stage, id: string, bounds: Area, at: Point, reach: number): boolean {
  const kind = boxOf(stage.index, id)?.kind ?? stage.index.get(id as ResourceId)?.kind ?? 'vpc'
  const edge = Math.max(BORDER, reach)
  const inner = at.x >= bounds.x + edge && at.x <= bounds.x + bounds.width - edge && at.y >= bounds.y + headerOf(kind) && at.y <= bounds.y + bounds.height - edge
  return !inner
}

function isOnLink(stage: Stage, id: string, at: Point, reach: number): boolean {
  return stage.itemsOf(id).some((item) => {
    if (item.type === 'line') return item.points.some((point, index) => index > 0 && distance(at, item.points[index - 1] ?? point, point) <= reach + item.width / 2)
    if (item.type === 'icon' || item.type === 'badge') return holds({ x: item.x, y: item.y, width: item.size, height: item.size }, at)
    return item.type === 'box' && holds(item, at)
  })
}

/** Distance from a point to a straight piece of line. */
function distance(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length))
  return Math.hypot(at.x - a.x - along * dx, at.y - a.y - along * dy)
}
