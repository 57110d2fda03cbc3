import { copyResources } from '../../shared/document/commands/clipping.ts'
import { dropInto } from '../../shared/document/commands/drop.ts'
import { tidyGroupings } from '../../shared/document/commands/groupings.ts'
import { placeAll, shifted } from '../../shared/document/commands/move.ts'
import type { Placement } from '../../shared/document/design.ts'
import { type HolderId, holderOf } from '../../shared/document/groups.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { isOnBorder, rectOf, type Rect, unionOf } from '../../shared/drawing/rects.ts'
import { outermost } from '../../shared/layout/units.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { offerRoutes } from './actions.ts'
import { placedCopies } from './copies.ts'
import { withFramed } from './framed.ts'
import { frameAt } from './hit.ts'
import { neighboursOf } from './neighbours.ts'
import { withPlaces } from './settle.ts'
import { type Guide, snapped } from './snap.ts'
import { targetOf } from './targets.ts'
import { type CanvasView, type Gesture, STEP } from './view.svelte.ts'
import { wordFor } from './words.ts'

/** How near is near enough to line up, in screen pixels. */
const REACH = 6

/** The keys held while a hand is at work. */
export type Held = Pick<PointerEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

type Moving = Extract<Gesture, { readonly kind: 'move' }>

/** True while snapping is put off: with Mod always, with Alt unless it makes a copy. */
export function ignoresSnapping(held: Held, isCopy = false): boolean {
  return held.ctrlKey || held.metaKey || (held.altKey && !isCopy)
}

/** Moving what is selected, or copies of it. What moves is gathered once at the start, so that a move costs what moves and what is near. */
export class Drag {
  readonly #view: CanvasView
  readonly #index: DesignIndex
  readonly #from: Point
  readonly #ids: readonly SelectableId[]
  readonly #isCopy: boolean
  readonly #places: ReadonlyMap<HolderId, Placement>
  readonly #rect: Rect
  readonly #pressed: Rect
  /** What is neither a place to be let go over nor a neighbour. */
  readonly #out: ReadonlySet<string>

  constructor(view: CanvasView, pressed: SelectableId, from: Point, isCopy: boolean) {
    const { index, session } = view
    this.#view = view
    this.#index = index
    this.#from = from
    this.#isCopy = isCopy
    this.#ids = outermost(index, [...session.selection, pressed]).filter((id) => isCopy || !isLocked(index, id))
    this.#places = shifted(index, isCopy ? this.#ids : withFramed(index, this.#ids), 0, 0)
    this.#pressed = rectOf(index, pressed) ?? { ...from, width: 0, height: 0 }
    this.#rect = unionOf(this.#ids.flatMap((id) => (this.#ids.length > 1 && isOnBorder(index, id) ? [] : (rectOf(index, id) ?? [])))) ?? this.#pressed
    this.#out = isCopy ? new Set() : new Set<string>([...this.#places.keys(), ...this.#ids])
  }

  /** How far it goes: along one axis with Shift, and to where it lines up or onto the grid. */
  #distance(at: Point, held: Held, over: HolderId | undefined): { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] } {
    const view = this.#view
    let [dx, dy] = [at.x - this.#from.x, at.y - this.#from.y]
    const fixed = held.shiftKey ? (Math.abs(dx) < Math.abs(dy) ? 'x' : 'y') : undefined
    if (fixed === 'x') dx = 0
    if (fixed === 'y') dy = 0
    if (ignoresSnapping(held, this.#isCopy)) return { dx, dy, guides: [] }
    const moved = { ...this.#rect, x: this.#rect.x + dx, y: this.#rect.y + dy }
    const around = over === undefined ? undefined : rectOf(this.#index, over)
    const near = view.snapsToThings ? neighboursOf(view.stage, moved, over, this.#out) : []
    const found = view.snapsToThings ? snapped(moved, near, around ? [around] : [], REACH / view.camera.viewport.zoom) : { guides: [] }
    const onGrid = (start: number, by: number): number => (view.isSnapping ? Math.round((start + by) / STEP) * STEP - start : by)
    if (fixed !== 'x') dx = found.x === undefined ? onGrid(this.#pressed.x, dx) : dx + found.x
    if (fixed !== 'y') dy = found.y === undefined ? onGrid(this.#pressed.y, dy) : dy + found.y
    return { dx, dy, guides: found.guides.filter((guide) => guide.axis !== fixed) }
  }

  #shifted(dx: number, dy: number): ReadonlyMap<HolderId, Placement> {
    return new Map([...this.#places].map(([id, place]) => [id, { ...place, x: place.x + dx, y: place.y + dy }]))
  }

  /** What it looks like with the pointer at a point. */
  gestureAt(at: Point, held: Held): Moving {
    const index = this.#index
    const over = frameAt(this.#view.stage, at, this.#out) as HolderId | undefined
    const [first] = this.#ids
    const holder = first === undefined ? undefined : holderOf(index, first)
    // Over what does not take it, it lines up with what is there all the same.
    const { dx, dy, guides } = this.#distance(at, held, first !== undefined && isHeldBeside(index, first, over) ? holder : over)
    const moved = this.#shifted(dx, dy)
    let target: string | undefined
    let reason: string | undefined
    for (const id of this.#ids) {
      const found = targetOf(index, id, over, moved)
      if ('reason' in found) reason ??= found.reason
      else if (found.holder !== holderOf(index, id)) target ??= found.holder
    }
    return { kind: 'move', ids: this.#ids, moved, target: reason === undefined ? target : over, reason, guides, isCopy: this.#isCopy, by: { x: dx, y: dy } }
  }

  /** Lets go: what moved stays there, in what takes it; over what does not take it all goes back, and the reason is told. */
  drop(gesture: Moving, at: Point): void {
    const { session, stage } = this.#view
    if (gesture.reason !== undefined) return session.notices.add('info', gesture.reason)
    const over = frameAt(stage, at, this.#out) as HolderId | undefined
    if (this.#isCopy) this.#dropCopies(gesture.by, over)
    else this.#dropMoved(gesture, over)
  }

  #dropMoved(gesture: Moving, over: HolderId | undefined): void {
    const { session } = this.#view
    const index = this.#index
    const drops = gesture.ids.flatMap((id) => {
      const found = targetOf(index, id, over, gesture.moved)
      return 'holder' in found && found.holder !== holderOf(index, id) ? [{ id: id as ResourceId, holder: found.holder }] : []
    })
    const label = drops[0] ? dropInto(index, drops.map(({ id }) => id), drops[0].holder).label : `Move ${wordFor(index, gesture.ids)}`
    const steps = [
      (now: DesignIndex) => placeAll(now, gesture.moved as ReadonlyMap<HolderId, Placement>, label),
      ...drops.map(({ id, holder }) => (now: DesignIndex) => dropInto(now, [id], holder)),
      ...(drops.length > 0 ? [(now: DesignIndex) => tidyGroupings(now, gesture.ids)] : []),
    ]
    session.perform(withPlaces(session.design, label, steps, () => new Map(), gesture.ids))
    for (const { id } of drops) offerRoutes(this.#view, id)
  }

  #dropCopies(by: Point, over: HolderId | undefined): void {
    const { session } = this.#view
    const index = this.#index
    const made = placedCopies(index, copyResources(index, this.#ids), { by, over }, `Duplicate ${wordFor(index, this.#ids)}`)
    if (made.ids.length === 0) session.notices.add('info', 'Nothing of it can be copied there.')
    else if (session.perform(made.edit)) session.select(made.ids)
  }
}

/** True when something that is let go over a frame would come to lie beside it: in what holds both. */
function isHeldBeside(index: DesignIndex, id: SelectableId, over: HolderId | undefined): boolean {
  return over !== undefined && index.get(id as ResourceId)?.kind === index.get(over as ResourceId)?.kind
}
