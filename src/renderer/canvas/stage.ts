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
  /** What moves, and the boxes around it that have no place of their own. */
  readonly things: ReadonlySet<string>
  /** These, and the links that run otherwise. */
  readonly owners: ReadonlySet<string>
  readonly layers: Map<string, Layers>
}

/**
 * One state of the design as it is painted: who is where and the display items of each, made when first needed. A drag
 * replaces only what moves; findings and paths only make the items anew.
 */
export class Stage {
  readonly index: DesignIndex
  /** Everything drawn but the lines of intents, from back to front; up to the seam it lies under these. */
  readonly #things: readonly string[]
  readonly #places: ReadonlyMap<string, number>
  readonly #seam: number
  #owners: readonly string[]
  #rank: ReadonlyMap<string, number>
  /** The lines of intents by id; they come and go with the overlay. */
  #lines: ReadonlyMap<string, IntentLine> = new Map()
  readonly #parts = new Map<string, Part>()
  readonly #bounds = new Map<string, Rect>()
  /** What is where, by place among the things. A link is filed under the pieces of its line. */
  readonly #grid = new SpatialGrid<number>()
  readonly #legends = new Set<string>()
  readonly #extent: Rect | undefined
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
    this.#places = this.#rank
    for (const [place, id] of this.#things.entries()) this.#file(place, id)
    this.#extent = unionOf(this.#bounds.values())
    this.#seam = this.#things.findLastIndex((id) => this.partOf(id) !== 'node' || index.get(id as ResourceId)?.kind === 'frame') + 1
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
      this.#owners = [...this.#things.slice(0, this.#seam), ...this.#lines.keys(), ...this.#things.slice(this.#seam)]
      this.#rank = new Map(this.#owners.map((id, rank) => [id, rank]))
    }
    for (const id of this.#lines.keys()) {
      const bounds = this.#linkBounds(id)
      if (bounds) this.#bounds.set(id, bounds)
    }
  }

  #file(place: number, id: string): void {
    const part = partIn(this.index, id)
    this.#parts.set(id, part)
    const isLegend = this.index.get(id as ResourceId)?.kind === 'legend'
    if (isLegend) this.#legends.add(id)
    const items = part === 'link' ? this.itemsOf(id) : []
    const bounds = part === 'link' ? (items.length === 0 ? undefined : boundsOf(items)) : rectOf(this.index, id)
    if (!bounds) return
    this.#bounds.set(id, bounds)
    const around = ({ x, y, width, height }: Area, below = OVERHANG): Area => ({ x: x - OVERHANG, y: y - OVERHANG, width: width + 2 * OVERHANG, height: height + OVERHANG + below })
    if (part === 'link') for (const piece of piecesOf(items)) this.#grid.add(place, around(piece))
    else this.#grid.add(place, around(bounds, isLegend ? MARKS_HEIGHT : OVERHANG))
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
    const things = this.#motion && isSameSet(this.#motion.moved, moved) ? this.#motion.things : this.#thingsIn(moved)
    // Which links run otherwise changes with every move: also those that it now lies on.
    const owners = new Set(things)
    const scene = sceneOf(this.index, moved)
    for (const link of scene.affected) if (this.#rank.has(link)) owners.add(link)
    for (const line of this.#lines.values()) if (isRunAnew(scene, line, this.#overlay)) owners.add(line.id)
    this.#motion = { moved, things, owners, layers: new Map() }
  }

  #thingsIn(moved: Moved): Set<string> {
    const things = new Set<string>(moved.keys())
    // A box without a place of its own surrounds what it holds, so it changes with it.
    for (const id of moved.keys()) for (const holder of holdersOf(this.index, id)) if (boxOf(this.index, holder) && !boxOf(this.index, holder)?.stored) things.add(holder)
    return things
  }

  /** What is shown on top of the drawing, and what is left out of it. */
  get overlay(): Overlay {
    return { ...this.#leftOut, ...this.#overlay }
  }

  /** Whether something is a frame, a link or a node. */
  partOf(id: string): Part {
    return this.#parts.get(id) ?? partIn(this.index, id)
  }

  /** Where it is in painting order; later ones lie in front. */
  rankOf(id: string): number {
    return this.#rank.get(id) ?? -1
  }

  /** What is drawn otherwise than in the design while things are moved: these, and what hangs on them. */
  get moving(): ReadonlySet<string> {
    return this.#motion?.owners ?? NOTHING
  }

  /** What is elsewhere while things are moved; the same set as long as the same things move. */
  get movingThings(): ReadonlySet<string> {
    return this.#motion?.things ?? NOTHING
  }

  /** Where something is now; for a link what its line covers. */
  boundsOf(id: string): Rect | undefined {
    if (this.#legends.has(id)) return this.layersOf(id).node?.find((item) => item.type === 'box')
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
    const { moving } = this
    for (const id of moving) {
      const place = this.#places.get(id)
      if (place === undefined) continue
      if (touches(this.boundsOf(id), area)) found.add(place)
      else found.delete(place)
    }
    for (const id of this.#legends) if (!touches(this.boundsOf(id), area)) found.delete(this.#places.get(id) ?? -1)
    const things = Uint32Array.from(found).sort()
    const below = things.findIndex((place) => place >= this.#seam)
    const seam = below === -1 ? things.length : below
    const named = (places: Uint32Array): string[] => Array.from(places, (place) => this.#things[place] ?? '')
    return [...named(things.subarray(0, seam)), ...[...this.#lines.keys()].filter((id) => touches(this.boundsOf(id), area)), ...named(things.subarray(seam))]
  }

  /** The rectangle around some things, or around all; while things are moved, around where they were as well. */
  extent(ids?: Iterable<string>): Rect | undefined {
    if (ids) return unionOf(Array.from(ids, (id) => this.boundsOf(id)).filter((bounds) => bounds !== undefined))
    const live = [...this.moving, ...this.#legends, ...this.#lines.keys()].map((id) => this.boundsOf(id))
    return unionOf([this.#extent, ...live].filter((bounds) => bounds !== undefined))
  }

  #linkBounds(id: string): Rect | undefined {
    const items = this.itemsOf(id)
    return items.length === 0 ? undefined : boundsOf(items)
  }
}

const NOTHING: ReadonlySet<string> = new Set()

function partIn(index: DesignIndex, id: string): Part {
  const kind = boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind
  if (kind !== undefined && isFrame(kind)) return 'frame'
  return rectOf(index, id) ? 'node' : 'link'
}

/** What a link covers, piece by piece: its line often surrounds much that it has nothing to do with. */
function piecesOf(items: readonly DisplayItem[]): readonly Area[] {
  return items.flatMap((item): readonly Area[] => {
    if (item.type !== 'line') return [boundsOf([item])]
    return item.points.slice(1).map((b, at) => {
      const a = item.points[at] ?? b
      return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
    })
  })
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
