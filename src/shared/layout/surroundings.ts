import { boxOf, holderOf, membersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { type Rect, rectOf, unionOf } from '../drawing/rects.ts'
import { sceneOf } from '../drawing/scene.ts'
import { definitionOf } from '../model/index.ts'

/** Something that takes up room as a whole, and the group boxes around it from the inside out. */
export interface Taken {
  readonly rect: Rect
  readonly within: readonly string[]
}

/** A group box that grows to hold what is new in it, and the group boxes around it. */
export interface Growing extends Taken {
  readonly id: string
}

/** What is on the canvas already, as far as it matters to a block that comes beside it. */
export interface Surroundings {
  readonly taken: readonly Taken[]
  readonly growing: readonly Growing[]
  /** Segments of the links, with a little room. */
  readonly lines: readonly Rect[]
}

const LINE_ROOM = 8

/** Something with all that it holds, gateways that straddle its border included. */
export function extentOf(index: DesignIndex, id: string): Rect | undefined {
  const rects = [id, ...membersOf(index, id)].flatMap((part) => (part === id ? rectOf(index, id) : extentOf(index, part)) ?? [])
  return unionOf(rects)
}

/** What lies in a holder and takes up room as a whole: group boxes that grow are looked into. */
export function wholesOf(index: DesignIndex, grows: (id: string) => boolean, holder?: string): readonly string[] {
  return membersOf(index, holder).flatMap((id) => (grows(id) ? wholesOf(index, grows, id) : [id]))
}

/** The group boxes around something, from the inside out. */
function boxesAround(index: DesignIndex, id: string): readonly string[] {
  const around = holderOf(index, id)
  return around !== undefined && boxOf(index, around) ? [around, ...boxesAround(index, around)] : []
}

function linesOf(index: DesignIndex): readonly Rect[] {
  const scene = sceneOf(index)
  const links = Object.values(index.design.resources).filter(({ kind }) => definitionOf(kind).appearance === 'link')
  return links.flatMap((link) =>
    scene.paths(link).flatMap((points) =>
      points.slice(1).map((to, at) => {
        const from = points[at] ?? to
        const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
        return { x: x - LINE_ROOM, y: y - LINE_ROOM, width: Math.abs(from.x - to.x) + 2 * LINE_ROOM, height: Math.abs(from.y - to.y) + 2 * LINE_ROOM }
      }),
    ),
  )
}

/** The surroundings that a drawn design makes for something new, which some of its group boxes will hold. */
export function surroundingsOf(index: DesignIndex, grows: readonly string[]): Surroundings {
  const isGrowing = new Set(grows)
  const takenBy = (id: string, rect: Rect | undefined): Taken[] => (rect ? [{ rect, within: boxesAround(index, id) }] : [])
  return {
    taken: wholesOf(index, (id) => isGrowing.has(id)).flatMap((id) => takenBy(id, extentOf(index, id))),
    growing: grows.flatMap((id) => takenBy(id, rectOf(index, id)).map((taken) => ({ ...taken, id }))),
    lines: linesOf(index),
  }
}
