import type { ThingChange, ThingKind } from '../document/diff/things.ts'
import { holderOf, isPlaced } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { parentOf } from '../model/containment.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf } from '../model/index.ts'
import type { DisplayItem, Ink, Point } from './display-list.ts'
import { type Rect, rectOf, unionOf } from './rects.ts'
import { sceneOf } from './scene.ts'
import { textWidth } from './text.ts'

/** Where a change is marked on a drawing of both states. */
export interface ChangeMark {
  /** The resource or box that is marked: the changed thing, or what a changed setting belongs to. */
  readonly id: string
  readonly kind: ThingKind
  /** The word at the mark. */
  readonly word: string
  readonly bounds: Rect
  /** The course of a link. */
  readonly paths?: readonly (readonly Point[])[]
  /** Where it was before it was moved. */
  readonly ghost?: Rect
}

const LOOK: Readonly<Record<ThingKind, { readonly ink: Ink; readonly sign: string; readonly word: string }>> = {
  added: { ink: 'path', sign: '+', word: 'Added' },
  removed: { ink: 'failed', sign: '−', word: 'Removed' },
  changed: { ink: 'warning', sign: '~', word: 'Changed' },
  moved: { ink: 'advice', sign: '→', word: 'Moved' },
}

/** The thing on the canvas that a resource is, or that it is a setting of. */
export function shownAt(index: DesignIndex, id: string): string | undefined {
  let resource = index.get(id as ResourceId)
  if (!resource) return rectOf(index, id) ? id : undefined
  while (resource && !isPlaced(resource) && definitionOf(resource.kind).appearance !== 'link') resource = index.get(parentOf(resource))
  return resource?.id
}

function markOf(merged: DesignIndex, before: DesignIndex, id: string, kind: ThingKind, word: string, isMoved: boolean): ChangeMark | undefined {
  const link = merged.get(id as ResourceId)
  if (link && definitionOf(link.kind).appearance === 'link') {
    const paths = sceneOf(merged).paths(link)
    const bounds = unionOf(paths.flat().map(({ x, y }) => ({ x, y, width: 0, height: 0 })))
    return bounds && { id, kind, word, bounds, paths }
  }
  const bounds = rectOf(merged, id)
  const ghost = isMoved ? rectOf(before, id) : undefined
  return bounds && { id, kind, word: kind === 'moved' && ghost && isResized(bounds, ghost) ? 'Resized' : word, bounds, ...(ghost ? { ghost } : {}) }
}

/** The marks of what differs, on the drawing of both states together (`mergedDesign`). Things that are not drawn are marked at what they belong to. */
export function changeMarks(merged: DesignIndex, before: DesignIndex, things: readonly ThingChange[]): ChangeMark[] {
  const marks = new Map<string, ChangeMark>()
  const settings = new Set<string>()
  const shiftOf = (id: string): string | undefined => {
    const [from, to] = [rectOf(before, id), rectOf(merged, id)]
    return from && to && from.width === to.width && from.height === to.height ? `${to.x - from.x} ${to.y - from.y}` : undefined
  }
  // What only went along with what holds it is not marked.
  const isCarried = (id: string): boolean => {
    const holder = holderOf(merged, id)
    const shift = holder === undefined ? undefined : shiftOf(holder)
    return shift !== undefined && shift !== '0 0' && shift === shiftOf(id)
  }
  for (const { id, collection, kind, isMoved } of things) {
    const at = collection === 'resources' || collection === 'boxes' ? shownAt(merged, id) : undefined
    if (at === undefined) continue
    if (at !== id) settings.add(at)
    if (kind === 'moved' && isCarried(id)) continue
    const mark = at === id ? markOf(merged, before, id, kind, LOOK[kind].word, isMoved) : undefined
    if (mark) marks.set(id, mark)
  }
  for (const id of settings) {
    const mark = marks.has(id) ? undefined : markOf(merged, before, id, 'changed', 'Settings changed', false)
    if (mark) marks.set(id, mark)
  }
  return [...marks.values()]
}

const isResized = (a: Rect, b: Rect): boolean => a.width !== b.width || a.height !== b.height

const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

function around(owner: string, { x, y, width, height }: Rect, gap: number, stroke: Ink, strokeWidth: number, dashed = false): DisplayItem {
  return { type: 'box', owner, x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap, radius: 6, stroke, strokeWidth, dashed }
}

function outlineOf({ id, kind, bounds, paths, ghost }: ChangeMark, unit: number): DisplayItem[] {
  const { ink } = LOOK[kind]
  if (paths) return paths.map((points): DisplayItem => ({ type: 'line', owner: id, points, ink, width: (kind === 'changed' ? 6 : 9) * unit, opacity: 0.35, dashed: kind === 'removed' }))
  switch (kind) {
    case 'added':
      return [around(id, bounds, 4 * unit, ink, 3 * unit)]
    case 'removed': {
      const { x, y, width, height } = bounds
      const stroke = (from: Point, to: Point): DisplayItem => ({ type: 'line', owner: id, points: [from, to], ink, width: 2 * unit, opacity: 0.6 })
      return [around(id, bounds, 4 * unit, ink, 2.5 * unit, true), stroke({ x, y }, { x: x + width, y: y + height }), stroke({ x: x + width, y }, { x, y: y + height })]
    }
    case 'changed':
      return [around(id, bounds, 3 * unit, ink, 1.5 * unit), around(id, bounds, 6 * unit, ink, 1.5 * unit), ...ghostOf(id, bounds, ghost, ink, unit)]
    case 'moved':
      return [around(id, bounds, 3 * unit, ink, 1.5 * unit), ...ghostOf(id, bounds, ghost, ink, unit)]
  }
}

function ghostOf(owner: string, bounds: Rect, ghost: Rect | undefined, ink: Ink, unit: number): DisplayItem[] {
  if (!ghost) return []
  const outline = around(owner, ghost, 0, ink, 1.25 * unit, true)
  if (isResized(bounds, ghost)) return [outline]
  return [outline, { type: 'line', owner, points: [middleOf(ghost), middleOf(bounds)], ink, width: 1.5 * unit, dashed: true, opacity: 0.8 }]
}

/**
 * A mark as display items, told apart by its outline, its sign and its word as well as by colour. `unit`: how much larger than on
 * a drawing at full size, so that it can be read from afar.
 */
export function drawChange(mark: ChangeMark, unit: number): DisplayItem[] {
  const { id, kind, word, bounds, paths } = mark
  const { ink, sign } = LOOK[kind]
  const longest = paths?.flatMap((points) => points.slice(1).map((to, at): readonly [Point, Point] => [points[at] ?? to, to])).sort(([a, b], [c, d]) => Math.hypot(d.x - c.x, d.y - c.y) - Math.hypot(b.x - a.x, b.y - a.y))[0]
  const at = longest ? { x: (longest[0].x + longest[1].x) / 2 - 10 * unit, y: (longest[0].y + longest[1].y) / 2 - 22 * unit } : { x: bounds.x - 8 * unit, y: bounds.y - 14 * unit }
  const size = 11 * unit
  const width = textWidth(word, size, true) + 26 * unit
  return [
    ...outlineOf(mark, unit),
    { type: 'box', owner: id, x: at.x, y: at.y, width, height: 18 * unit, radius: 9 * unit, fill: 'background', stroke: ink, strokeWidth: 1.25 * unit },
    { type: 'badge', owner: id, x: at.x, y: at.y, size: 18 * unit, ink, glyph: sign },
    { type: 'text', owner: id, x: at.x + 21 * unit, y: at.y + 13 * unit, text: word, size, ink: 'text', bold: true },
  ]
}

/** The sign and word of each kind of change, for lists beside the drawing. */
export const CHANGE_LOOK = LOOK
