import type { Design } from '../document/design.ts'
import { boxOf, type HolderId, isPlaced, membersOf } from '../document/groups.ts'
import { isCollapsed } from '../document/collapsed.ts'
import { orderOf } from '../document/marks.ts'
import { type DesignIndex, indexOf } from '../document/query.ts'
import { relationLinesOf } from '../document/relation-lines.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf } from '../model/index.ts'
import type { LayerName } from '../model/layer.ts'
import { isAnnotation } from '../model/variant.ts'
import { drawAnnotation } from './annotations.ts'
import { boundsOf } from './bounds.ts'
import type { DisplayItem, DisplayList } from './display-list.ts'
import { drawIntent } from './draw-intent.ts'
import { drawFrame } from './draw-frame.ts'
import { drawLink } from './draw-link.ts'
import { drawRelation } from './draw-relation.ts'
import { drawNode } from './draw-node.ts'
import { padlock } from './marks.ts'
import { type IntentLine, intentLinesOf, isIntentLine } from './intent-lines.ts'
import type { Overlay } from './overlay.ts'
import type { Rect } from './rects.ts'
import { isHidden, isIntentLineHidden } from './hidden.ts'
import { type Scene, sceneOf } from './scene.ts'
import { isFrame } from './sizes.ts'

/** Layers of a drawing from back to front: frames, lines, nodes, then labels and badges. */
export const LAYERS = ['frame', 'line', 'node', 'label'] as const

/** The items of one owner by layer. */
export type Layers = Readonly<Partial<Record<(typeof LAYERS)[number], readonly DisplayItem[]>>>

function layersIn(scene: Scene, id: string, overlay: Overlay): Layers {
  const intents = isIntentLine(id) ? intentLinesOf(scene.index, overlay.intents).byId.get(id) : undefined
  if (intents) return drawIntent(scene, intents, overlay)
  const relation = relationLinesOf(scene.index).byId.get(id)
  if (relation) return drawRelation(scene, relation)
  const resource = scene.index.get(id as ResourceId)
  if (resource && definitionOf(resource.kind).appearance === 'link') return drawLink(scene, resource, overlay)
  const rect = scene.rect(id)
  const kind = boxOf(scene.index, id)?.kind ?? resource?.kind
  if (!rect || kind === undefined) return {}
  if (resource && isAnnotation(resource.kind)) return withPadlock(drawAnnotation(scene.index, resource, rect, overlay), id, rect, overlay)
  if (isFrame(kind)) return drawFrame(scene, id, rect, overlay)
  return resource && isPlaced(resource) ? drawNode(scene, resource, rect, overlay) : {}
}

function withPadlock(layers: Layers, owner: string, rect: Rect, overlay: Overlay): Layers {
  const items = padlock(owner, overlay, { x: rect.x + rect.width - 16, y: rect.y + 6 })
  return items.length === 0 ? layers : { ...layers, label: items }
}

/** The items of one resource, link or box, by layer; empty when it has no place. */
export function drawLayers(index: DesignIndex, id: string, overlay: Overlay = {}): Layers {
  return layersIn(sceneOf(index, overlay.moved), id, overlay)
}

/** The items of one resource, link or box, back to front; the same items that `drawDesign` has for this owner. */
export function drawResource(index: DesignIndex, id: string, overlay: Overlay = {}): readonly DisplayItem[] {
  const layers = drawLayers(index, id, overlay)
  return LAYERS.flatMap((layer) => layers[layer] ?? [])
}

/** Siblings from back to front: as a person stacked them, else by id. */
function stacked(index: DesignIndex, ids: readonly HolderId[]): readonly HolderId[] {
  return ids.some((id) => orderOf(index, id) !== 0) ? [...ids].sort((a, b) => orderOf(index, a) - orderOf(index, b) || (a < b ? -1 : 1)) : ids
}

const NOTHING_HIDDEN: ReadonlySet<LayerName> = new Set()

/**
 * Everything that is drawn while some layers are hidden, in painting order: frames before what they hold, then links, then nodes. Drawn frames lie behind it
 * all, notes and legends over it all, except those that were sent behind the nodes. `lines` of intents come after the links.
 */
export function ownersOf(index: DesignIndex, hidden: ReadonlySet<LayerName> = NOTHING_HIDDEN, lines: readonly IntentLine[] = []): readonly string[] {
  const behind = stacked(index, index.all('frame').map(({ id }) => id))
  const notes = stacked(index, [...index.all('legend'), ...index.all('note')].map(({ id }) => id))
  const frames: string[] = []
  const nodes: string[] = []
  const visit = (id: string): void => {
    const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind
    if (kind !== undefined && kind !== 'frame' && kind !== 'note' && kind !== 'legend') (isFrame(kind) ? frames : nodes).push(id)
    if (isCollapsed(index, id)) return
    stacked(index, membersOf(index, id)).forEach(visit)
  }
  stacked(index, membersOf(index)).forEach(visit)
  const links = Object.values(index.design.resources).filter(({ kind }) => definitionOf(kind).appearance === 'link')
  const isUnder = (note: string): boolean => orderOf(index, note) < 0
  const all = [...behind, ...frames, ...[...relationLinesOf(index).byId.keys()].sort(), ...links.map(({ id }) => id).sort(), ...lines.map(({ id }) => id), ...notes.filter(isUnder), ...nodes, ...notes.filter((note) => !isUnder(note))]
  const left = new Set(hidden.size === 0 ? [] : lines.flatMap((line) => (isIntentLineHidden(index, line, hidden) ? [line.id] : [])))
  return hidden.size === 0 ? all : all.filter((id) => !left.has(id) && !isHidden(index, id, hidden))
}

/** The links that change when something moves: those that end at it or at what it holds, or run through it. */
export function linksWith(index: DesignIndex, id: string): readonly ResourceId[] {
  return [...sceneOf(index).linksWithin(id)] as ResourceId[]
}

/** Draws a design: every placed resource and box, every link between two of them. Pure; the same design gives the same list. */
export function drawDesign(design: Design, overlay: Overlay = {}): DisplayList {
  const index = indexOf(design)
  const scene = sceneOf(index, overlay.moved)
  const all = ownersOf(index, overlay.hidden, intentLinesOf(index, overlay.intents).lines).map((id) => layersIn(scene, id, overlay))
  const items = LAYERS.flatMap((layer) => all.flatMap((layers) => layers[layer] ?? []))
  return { items, bounds: boundsOf(items) }
}

export { captionOf, boxCaption, type Caption } from './captions.ts'
export { type Icon, iconOf } from './icons/index.ts'
export { type MarkSeverity, type Overlay } from './overlay.ts'
export { type Remark, type Remarks } from './remarks.ts'
export { type Moved, type Rect, rectOf } from './rects.ts'
export { type Theme, type ThemeName, themeOf } from './theme.ts'
export { toSvg } from './svg.ts'
