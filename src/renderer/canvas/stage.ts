import type { DisplayItem, Point } from '../../shared/drawing/display-list.ts'
import { boxOf, holdersOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import { relationLinesOf } from '../../shared/document/relation-lines.ts'
import { boundsOf } from '../../shared/drawing/bounds.ts'
import { drawLayers, type Layers, LAYERS, type Moved, type Overlay, ownersOf } from '../../shared/drawing/index.ts'
import { isIntentLineHidden } from '../../shared/drawing/hidden.ts'
import { courseOf, isRunAnew } from '../../shared/drawing/intent-layout.ts'
import { type IntentLine, intentLinesOf } from '../../shared/drawing/intent-lines.ts'
import { pointAlong } from '../../shared/drawing/intent-curve.ts'
import type { Label } from '../../shared/drawing/labels.ts'
import { rectOf, type Rect, unionOf } from '../../shared/drawing/rects.ts'
import { sceneOf } from '../../shared/drawing/scene.ts'
import { isFrame } from '../../shared/drawing/sizes.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { LegPath } from './link-actions.ts'
import type { LayerName } from '../../shared/model/layer.ts'
import { type Area, SpatialGrid } from './grid.ts'

/** What something on the canvas is, for hit-testing and painting. */
export type Part = 'frame' | 'link' | 'node'

/** Room for badges and outlines that stick out of a thing's rectangle. */
const OVERHANG = 28

/** Room below a legend for marks that come with the analysis. */
const MARKS_HEIGHT = 300

/** What is being moved: the new places, and what has to be drawn anew for them. */
interface Motion {
  readonly moved: Moved
  readonly owners: ReadonlySet<string>
  readonly layers: Map<string, Layers>
}

/**
 * One state of the design as it is painted: who is where and the display items of each, made when first needed. A drag
 * replaces only what moves; findings and paths only make the items anew.
 */
export class Stage {
  readonly index: DesignIndex
  /** Everything drawn but the lines of intents, from back to front. */
  readonly #things: readonly string[]
  #owners: readonly string[]
  #rank: ReadonlyMap<string, number>
  /** The lines of intents by id; they come and go with the overlay. */
  #lines: ReadonlyMap<string, IntentLine> = new Map()
  readonly #bounds = new Map<string, Rect>()
  readonly #grid = new SpatialGrid()
  #overlay: Overlay
  readonly #leftOut: Pick<Overlay, 'hidden' | 'withoutRelations'>
  #layers = new Map<string, Layers>()
  #motion: Motion | undefined

  /** Without `showsRelations` the lines of what fields hold are left out; with `hidden` what is on these layers. */
  constructor(index: DesignIndex, overlay: Overlay, { showsRelations = true, hidden }: { readonly showsRelations?: boolean; readonly hidden?: ReadonlySet<LayerName> } = {}) {
    this.index = index
    this.#overlay = overlay
    this.#leftOut = { ...(hidden ? { hidden } : {}), withoutRelations: !showsRelations }
    const relations = relationLinesOf(index).byId
    const shown = ownersOf(index, hidden)
    this.#things = showsRelations ? shown : shown.filter((id) => !relations.has(id))
    this.#owners = this.#things
    this.#rank = new Map(this.#owners.map((id, rank) => [id, rank]))
    for (const id of this.#things) {
      const bounds = this.partOf(id) === 'link' ? this.#linkBounds(id) : rectOf(index, id)
      if (!bounds) continue
      this.#bounds.set(id, bounds)
      const below = this.#isLegend(id) ? MARKS_HEIGHT : OVERHANG
      this.#grid.add(id, { x: bounds.x - OVERHANG, y: bounds.y - OVERHANG, width: bounds.width + 2 * OVERHANG, height: bounds.height + OVERHANG + below })
    }
    this.#takeLines()
  }

  /** Everything drawn, from back to front. */
  get owners(): readonly string[] {
    return this.#owners
  }

  /** Takes the lines of intents that the overlay wants in among the others: over the links, under the nodes. */
  #takeLines(): void {
    const { hidden } = this.#leftOut
    const lines = intentLinesOf(this.index, this.#overlay.intents).lines.filter((line) => !hidden || !isIntentLineHidden(this.index, line, hidden))
    for (const id of this.#lines.keys()) this.#bounds.delete(id)
    const before = this.#lines
    this.#lines = new Map(lines.map((line) => [line.id, line]))
    if (before.size !== lines.length || lines.some(({ id }) => !before.has(id))) {
      const isBelow = (id: string): boolean => this.partOf(id) !== 'node' || this.index.get(id as ResourceId)?.kind === 'frame'
      const seam = this.#things.findLastIndex(isBelow) + 1
      this.#owners = [...this.#things.slice(0, seam), ...this.#lines.keys(), ...this.#things.slice(seam)]
      this.#rank = new Map(this.#owners.map((id, rank) => [id, rank]))
    }
    for (const id of this.#lines.keys()) {
      const bounds = this.#linkBounds(id)
      if (bounds) this.#bounds.set(id, bounds)
    }
  }

  /** Shows other findings, another path; the places stay. */
  setOverlay(overlay: Overlay): void {
    if (overlay === this.#overlay) return
    const isSame = overlay.intents === this.#overlay.intents
    const moved = this.#motion?.moved
    this.#overlay = overlay
    this.#layers = new Map()
    this.#motion = undefined
    if (!isSame) this.#takeLines()
    this.setMoved(moved)
  }

  /** Shows places that differ from the design's; undefined ends that. */
  setMoved(moved: Moved | undefined): void {
    if (moved === this.#motion?.moved) return
    if (!moved) {
      this.#motion = undefined
      return
    }
    if (this.#motion && isSameSet(this.#motion.moved, moved)) {
      this.#motion = { moved, owners: this.#motion.owners, layers: new Map() }
      return
    }
    const owners = new Set<string>(moved.keys())
    const scene = sceneOf(this.index, moved)
    for (const link of scene.affected) if (this.#rank.has(link)) owners.add(link)
    for (const line of this.#lines.values()) if (isRunAnew(scene, line, this.#overlay)) owners.add(line.id)
    // A box without a place of its own surrounds what it holds, so it changes with it.
    for (const id of moved.keys()) for (const holder of holdersOf(this.index, id)) if (boxOf(this.index, holder) && !boxOf(this.index, holder)?.stored) owners.add(holder)
    this.#motion = { moved, owners, layers: new Map() }
  }

  /** What is shown on top of the drawing, and what is left out of it. */
  get overlay(): Overlay {
    return { ...this.#leftOut, ...this.#overlay }
  }

  #isLegend(id: string): boolean {
    return this.index.get(id as ResourceId)?.kind === 'legend'
  }

  /** Whether something is a frame, a link or a node. */
  partOf(id: string): Part {
    const kind = boxOf(this.index, id)?.kind ?? this.index.get(id as ResourceId)?.kind
    if (kind !== undefined && isFrame(kind)) return 'frame'
    return rectOf(this.index, id) ? 'node' : 'link'
  }

  /** Where something is now; for a link what its line covers. */
  boundsOf(id: string): Rect | undefined {
    if (this.#isLegend(id)) return this.layersOf(id).node?.find((item) => item.type === 'box')
    if (!this.#motion?.owners.has(id)) return this.#bounds.get(id)
    return this.partOf(id) === 'link' ? this.#linkBounds(id) : rectOf(this.index, id, this.#motion.moved)
  }

  /** Display items of one thing by layer. */
  layersOf(id: string): Layers {
    const motion = this.#motion
    const isMoving = motion?.owners.has(id) === true
    const cache = isMoving ? motion.layers : this.#layers
    let layers = cache.get(id)
    if (!layers) {
      layers = drawLayers(this.index, id, isMoving ? { ...this.overlay, moved: motion.moved } : this.overlay)
      cache.set(id, layers)
    }
    return layers
  }

  /** Display items of one thing, back to front. */
  itemsOf(id: string): readonly DisplayItem[] {
    const layers = this.layersOf(id)
    return LAYERS.flatMap((layer) => layers[layer] ?? [])
  }

  /** The legs of a link as they run now. */
  legsOf(id: string): readonly LegPath[] {
    const link = this.index.get(id as ResourceId)
    return link ? sceneOf(this.index, this.#motion?.moved).legPaths(link) : []
  }

  /** Whether it is what fields join. */
  isRelation(id: string): boolean {
    return relationLinesOf(this.index).byId.has(id)
  }

  /** The middle of a relation's line as it runs now. */
  #middleOf(id: string): Point | undefined {
    const line = relationLinesOf(this.index).byId.get(id)
    const points = (line && sceneOf(this.index, this.#motion?.moved).relationPaths(line)[0]) ?? []
    const [from, to] = points.slice(Math.max(0, points.length / 2 - 1))
    return from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  }

  /** Where the label of a link stands now. */
  labelOf(id: string): Label | undefined {
    const link = this.index.get(id as ResourceId)
    return link && sceneOf(this.index, this.#motion?.moved).labelOf(link, this.#overlay.remarks)
  }

  /** Where a line is taken hold of: at its label, or in the middle of a relation, and of a line of intents without one. */
  anchorOf(id: string): Point | undefined {
    const line = this.#lines.get(id)
    if (!line) return this.isRelation(id) ? this.#middleOf(id) : this.labelOf(id)?.at
    const course = courseOf(sceneOf(this.index, this.#motion?.moved), line, this.#overlay)
    return course && (course.label?.at ?? pointAlong(course.points, 0.5))
  }

  /** What touches an area, from back to front. */
  within(area: Area): string[] {
    const found = this.#grid.query(area)
    for (const id of this.#motion?.owners ?? []) if (this.#rank.has(id)) found.add(id)
    for (const id of this.#lines.keys()) found.add(id)
    const touching = [...found].filter((id) => touches(this.boundsOf(id), area))
    return touching.sort((a, b) => (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0))
  }

  /** The rectangle around some things, or around all. */
  extent(ids: Iterable<string> = this.owners): Rect | undefined {
    return unionOf([...ids].flatMap((id) => this.boundsOf(id) ?? []))
  }

  #linkBounds(id: string): Rect | undefined {
    const items = this.itemsOf(id)
    return items.length === 0 ? undefined : boundsOf(items)
  }
}

/** True when the same things have other places. */
function isSameSet(a: Moved, b: Moved): boolean {
  if (a.size !== b.size) return false
  for (const id of a.keys()) if (!b.has(id)) return false
  return true
}

function touches(bounds: Rect | undefined, area: Area): boolean {
  if (!bounds) return false
  return bounds.x - OVERHANG <= area.x + area.width && area.x <= bounds.x + bounds.width + OVERHANG && bounds.y - OVERHANG <= area.y + area.height && area.y <= bounds.y + bounds.height + OVERHANG
}
