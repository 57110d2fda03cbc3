import { holderOf, isPlaced } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { isAnnotation } from '../model/variant.ts'
import type { Point } from './display-list.ts'
import { outlineOf } from './outline.ts'
import { type Moved, overlap, type Rect, rectOf } from './rects.ts'

/** Side of the grid's cells. */
const CELL = 480

/** How close a line may pass. */
const CLEARANCE = 6

/** What links should go around: VPCs, sites and the nodes beside them, found by place. */
export class Obstacles {
  readonly #cells = new Map<string, { readonly id: string; readonly rect: Rect }[]>()

  /** Collects the obstacles of a design; what lies in subnets is shielded by its VPC, unless links lead in there. */
  constructor(index: DesignIndex, moved?: Moved) {
    for (const resource of Object.values(index.design.resources)) {
      if (!isPlaced(resource) || resource.kind === 'subnet' || isAnnotation(resource.kind)) continue
      const holder = holderOf(index, resource.id)
      if (holder !== undefined && index.get(holder as ResourceId)?.kind === 'subnet' && index.links(resource.id).length === 0) continue
      const rect = rectOf(index, resource.id, moved)
      if (rect) this.#add(resource.id, outlineOf(resource.kind, rect))
    }
  }

  #add(id: string, rect: Rect): void {
    for (const key of cellsOf(rect)) {
      const cell = this.#cells.get(key)
      if (cell) cell.push({ id, rect })
      else this.#cells.set(key, [{ id, rect }])
    }
  }

  /** How badly a path runs over what it should go around; 0 when it is clear. `free` are the frames around its ends. */
  cost(points: readonly Point[], free: ReadonlySet<string>): number {
    let cost = 0
    for (let at = 1; at < points.length; at++) {
      const [a, b] = [points[at - 1], points[at]]
      if (!a || !b) continue
      const strip = { x: Math.min(a.x, b.x) - CLEARANCE, y: Math.min(a.y, b.y) - CLEARANCE, width: Math.abs(a.x - b.x) + 2 * CLEARANCE, height: Math.abs(a.y - b.y) + 2 * CLEARANCE }
      const seen = new Set<string>()
      for (const key of cellsOf(strip)) {
        for (const { id, rect } of this.#cells.get(key) ?? []) {
          if (seen.has(id) || free.has(id)) continue
          seen.add(id)
          cost += crossing(strip, rect)
        }
      }
    }
    return cost
  }
}

/** Touching the clearance of an obstacle counts a little, running through it by how far. */
function crossing(strip: Rect, rect: Rect): number {
  if (!overlap(strip, rect)) return 0
  const width = Math.min(strip.x + strip.width, rect.x + rect.width) - Math.max(strip.x, rect.x)
  const height = Math.min(strip.y + strip.height, rect.y + rect.height) - Math.max(strip.y, rect.y)
  return Math.min(width, height) <= CLEARANCE ? 0 : 300 + Math.max(width, height)
}

function* cellsOf(rect: Rect): Generator<string> {
  for (let x = Math.floor(rect.x / CELL); x <= Math.floor((rect.x + rect.width) / CELL); x++) {
    for (let y = Math.floor(rect.y / CELL); y <= Math.floor((rect.y + rect.height) / CELL); y++) yield `${x},${y}`
  }
}
