import type { Design } from '../../../../src/shared/document/design.ts'
import { boxesOf, holdersOf, isPlaced } from '../../../../src/shared/document/groups.ts'
import { type DesignIndex, indexOf } from '../../../../src/shared/document/query.ts'
import { relationLinesOf } from '../../../../src/shared/document/relation-lines.ts'
import { maskOf } from '../../../../src/shared/drawing/bounds.ts'
import type { DisplayItem } from '../../../../src/shared/drawing/display-list.ts'
import { drawDesign } from '../../../../src/shared/drawing/index.ts'
import { encloses, overlap, type Rect, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { isFrame } from '../../../../src/shared/drawing/sizes.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { definitionOf } from '../../../../src/shared/model/index.ts'
import { endsOf, viaOf } from '../../../../src/shared/model/link.ts'
import { isAnnotation } from '../../../../src/shared/model/variant.ts'

interface Box {
  readonly id: string
  readonly rect: Rect
  readonly isFrame: boolean
}

/** Everything with a place but notes and drawn frames, which may lie anywhere. */
function boxesIn(index: DesignIndex): Box[] {
  const resources = Object.values(index.design.resources).filter((resource) => isPlaced(resource) && !isAnnotation(resource.kind))
  const all = [...boxesOf(index).map(({ id, kind }) => ({ id: id as string, kind })), ...resources.map(({ id, kind }) => ({ id: id as string, kind }))]
  return all.flatMap(({ id, kind }) => {
    const rect = rectOf(index, id)
    return rect ? [{ id, rect, isFrame: isFrame(kind) }] : []
  })
}

const linkOf = (index: DesignIndex, owner: string) => {
  const resource = index.get(owner as ResourceId)
  return resource && definitionOf(resource.kind).appearance === 'link' ? resource : undefined
}

/** Lines of links that run through a box that is neither an end of theirs nor around one. */
export function crossings(design: Design): string[] {
  const index = indexOf(design)
  const boxes = boxesIn(index)
  return drawDesign(design).items.flatMap((item) => {
    const link = linkOf(index, item.owner)
    const relation = relationLinesOf(index).byId.get(item.owner)
    if (item.type !== 'line' || !(link ?? relation)) return []
    const stops = [...(link ? (endsOf(link) ?? []) : []), link && viaOf(link), relation?.of, relation?.to].filter((id) => id !== undefined)
    const own = new Set<string>(stops.flatMap((id) => [id, ...holdersOf(index, id)]))
    return boxes.filter(({ id, rect }) => !own.has(id) && item.points.slice(1).some((b, at) => cuts(item.points[at] ?? b, b, rect))).map(({ id }) => `${item.owner} crosses ${id}`)
  })
}

function cuts(a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }, { x, y, width, height }: Rect): boolean {
  return Math.min(a.x, b.x) < x + width - 1 && Math.max(a.x, b.x) > x + 1 && Math.min(a.y, b.y) < y + height - 1 && Math.max(a.y, b.y) > y + 1
}

const areaOf = (item: DisplayItem): Rect | undefined => (item.type === 'text' ? maskOf(item) : item.type === 'icon' ? { x: item.x, y: item.y, width: item.size, height: item.size } : undefined)

/** Labels and icons of links that lie on a node, across the border of a frame, or on one of another link. */
export function coveredLabels(design: Design): string[] {
  const index = indexOf(design)
  const boxes = boxesIn(index)
  const labels = drawDesign(design).items.flatMap((item) => {
    const rect = areaOf(item)
    return rect && linkOf(index, item.owner) ? [{ owner: item.owner, rect }] : []
  })
  return labels.flatMap(({ owner, rect }, at) => [
    ...boxes.filter((box) => overlap(box.rect, rect) && !(box.isFrame && encloses(box.rect, rect))).map(({ id }) => `the label of ${owner} lies on ${id}`),
    ...labels.slice(at + 1).filter((other) => other.owner !== owner && overlap(other.rect, rect)).map((other) => `the label of ${owner} lies on that of ${other.owner}`),
  ])
}

/** Links that are drawn without any text. */
export function unlabelled(design: Design): string[] {
  const index = indexOf(design)
  const items = drawDesign(design).items
  const written = new Set(items.filter(({ type }) => type === 'text').map(({ owner }) => owner))
  return [...new Set(items.filter(({ type, owner }) => type === 'line' && linkOf(index, owner)).map(({ owner }) => owner))].filter((owner) => !written.has(owner))
}
