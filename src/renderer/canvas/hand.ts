import { connectChoices } from '../../shared/document/commands/connect-choices.ts'
import { dropInto } from '../../shared/document/commands/drop.ts'
import { placeAll, shifted } from '../../shared/document/commands/move.ts'
import { tidyGroupings } from '../../shared/document/commands/groupings.ts'
import { boxOf, type HolderId, holdersOf, holderOf } from '../../shared/document/groups.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { rectOf } from '../../shared/drawing/rects.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { joinOrAsk, offerRoutes } from './actions.ts'
import { withFramed } from './framed.ts'
import { selectWhole, wholesOf } from './grouping.ts'
import { frameAt, type Hit, hitTest, inMarquee } from './hit.ts'
import { type Edge, resized } from './resize.ts'
import { withPlaces } from './settle.ts'
import { targetOf } from './targets.ts'
import { type CanvasView, STEP } from './view.svelte.ts'

/** What of a pointer event matters here. */
export type PointerLike = Pick<PointerEvent, 'clientX' | 'clientY' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

interface Press {
  readonly at: Point
  readonly clientX: number
  readonly clientY: number
  readonly hit: Hit | undefined
  readonly adds: boolean
  readonly wasSelected: boolean
  readonly mode: 'move' | 'marquee' | 'resize' | 'connect'
  readonly edge?: Edge | undefined
}

const THRESHOLD = 4
const REACH = 6
const EDGE = { room: 28, speed: 14 } as const

/** Turns what a pointer does on the canvas into selections, gestures on show, and at their end one edit each. */
export class Hand {
  readonly #view: CanvasView
  #press: Press | undefined
  #last: PointerLike | undefined
  #frame = 0

  constructor(view: CanvasView) {
    this.#view = view
  }

  /** True from the press of the button until it is let go. */
  get isBusy(): boolean {
    return this.#press !== undefined
  }

  #reach(): number {
    return REACH / this.#view.camera.viewport.zoom
  }

  /** What is under a pointer. */
  hit(event: PointerLike): Hit | undefined {
    return hitTest(this.#view.stage, this.#view.camera.toCanvas(event), this.#reach())
  }

  /** The main button was pressed on the canvas, on a handle of a thing (`connect`), or on an edge of a frame (`resize`). */
  down(event: PointerLike, grip?: { readonly id: string; readonly edge: Edge | undefined }): void {
    const view = this.#view
    const { selection } = view.session
    const at = view.camera.toCanvas(event)
    const hit: Hit | undefined = grip ? { id: grip.id, part: 'node', grip: true } : this.hit(event)
    const wasSelected = hit !== undefined && selection.has(hit.id as SelectableId)
    const adds = event.shiftKey || event.ctrlKey || event.metaKey
    const moves = hit !== undefined && !isLocked(view.index, hit.id) && (hit.grip || wasSelected) && !(event.shiftKey && hit.part === 'frame' && !hit.grip)
    const mode = grip ? (grip.edge ? 'resize' : 'connect') : moves ? 'move' : 'marquee'
    this.#press = { at, clientX: event.clientX, clientY: event.clientY, hit, adds, wasSelected, mode, edge: grip?.edge }
    if (mode === 'move' && hit && !wasSelected && !adds) selectWhole(view, hit.id as SelectableId)
  }

  /** The pointer moved, pressed or not. */
  move(event: PointerLike): void {
    const view = this.#view
    const at = view.camera.toCanvas(event)
    view.pointer = at
    if (!this.#press) {
      // Inside a frame a hand mostly means something else than the frame.
      const hit = this.hit(event)
      view.hovered = hit?.grip ? hit.id : undefined
      return
    }
    this.#last = event
    if (!view.gesture && Math.hypot(event.clientX - this.#press.clientX, event.clientY - this.#press.clientY) < THRESHOLD) return
    this.#show(this.#press, at, event)
    this.#panAtEdge()
  }

  /** The button was let go. */
  up(event: PointerLike): void {
    const press = this.#press
    const { gesture } = this.#view
    this.#stop()
    if (!press) return
    if (!gesture) return this.#click(press)
    if (gesture.kind === 'marquee') this.#view.session.select(wholesOf(this.#view, inMarquee(this.#view.stage, gesture.area) as SelectableId[]), press.adds)
    else if (gesture.kind === 'move') this.#drop(gesture, event)
    else if (gesture.kind === 'resize') this.#resize(gesture)
    else if (gesture.kind === 'connect' && gesture.target) joinOrAsk(this.#view, gesture.from, gesture.target, gesture.to)
  }

  /** Whatever is going on ends without effect. */
  cancel(): void {
    this.#stop()
  }

  #stop(): void {
    this.#press = undefined
    this.#last = undefined
    this.#view.gesture = undefined
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  #click({ hit, adds, mode }: Press): void {
    const { session } = this.#view
    if (mode === 'connect' || mode === 'resize') return
    if (!hit) {
      if (adds) return
      this.#view.entered = undefined
      session.select([])
    } else selectWhole(this.#view, hit.id as SelectableId, adds)
    this.#view.focused = hit?.id as SelectableId | undefined
  }

  #show(press: Press, at: Point, event: PointerLike): void {
    if (press.mode === 'move') this.#showMove(press, at, event)
    else if (press.mode === 'connect') this.#showConnect(press, at)
    else if (press.mode === 'resize' && press.hit && press.edge) {
      const id = press.hit.id as SelectableId
      const snap = this.#view.isSnapping && !event.altKey ? STEP : 1
      this.#view.gesture = { kind: 'resize', id, moved: new Map([[id, resized(this.#view.index, id, press.edge, at, snap)]]) }
    } else {
      const area = { x: Math.min(press.at.x, at.x), y: Math.min(press.at.y, at.y), width: Math.abs(at.x - press.at.x), height: Math.abs(at.y - press.at.y) }
      this.#view.gesture = { kind: 'marquee', area }
    }
  }

  #showMove(press: Press, at: Point, event: PointerLike): void {
    const { index, session, stage } = this.#view
    const ids = movable(index, session.selection, press.hit?.id)
    const first = press.hit && rectOf(index, press.hit.id)
    let [dx, dy] = [at.x - press.at.x, at.y - press.at.y]
    if (this.#view.isSnapping && !event.altKey && first) {
      dx = Math.round((first.x + dx) / STEP) * STEP - first.x
      dy = Math.round((first.y + dy) / STEP) * STEP - first.y
    }
    const moved = shifted(index, withFramed(index, ids), dx, dy)
    const over = frameAt(stage, at, new Set<string>([...moved.keys(), ...ids])) as HolderId | undefined
    let target: string | undefined
    let reason: string | undefined
    for (const id of ids) {
      const found = targetOf(index, id, over, moved)
      if ('reason' in found) reason ??= found.reason
      else if (found.holder !== holderOf(index, id)) target ??= found.holder
    }
    this.#view.gesture = { kind: 'move', ids, moved, target: reason === undefined ? target : over, reason }
  }

  #drop(gesture: Extract<CanvasView['gesture'], { readonly kind: 'move' }>, event: PointerLike): void {
    const { session, stage, camera } = this.#view
    const { index } = session
    if (gesture.reason !== undefined) return session.notices.add('info', gesture.reason)
    const over = frameAt(stage, camera.toCanvas(event), new Set<string>([...gesture.moved.keys(), ...gesture.ids])) as HolderId | undefined
    const drops = gesture.ids.flatMap((id) => {
      const found = targetOf(index, id, over, gesture.moved)
      return 'holder' in found && found.holder !== holderOf(index, id) ? [{ id: id as ResourceId, holder: found.holder }] : []
    })
    const label = drops.length > 0 && drops[0] ? dropInto(index, drops.map(({ id }) => id), drops[0].holder).label : placeLabel(index, gesture.ids)
    const steps = [(now: DesignIndex) => placeAll(now, gesture.moved as ReadonlyMap<HolderId, { x: number; y: number }>, label), ...drops.map(({ id, holder }) => (now: DesignIndex) => dropInto(now, [id], holder)), ...(drops.length > 0 ? [(now: DesignIndex) => tidyGroupings(now, gesture.ids)] : [])]
    session.perform(withPlaces(session.design, label, steps, () => new Map(), gesture.ids))
    for (const { id } of drops) offerRoutes(this.#view, id)
  }

  #resize(gesture: Extract<CanvasView['gesture'], { readonly kind: 'resize' }>): void {
    const { session } = this.#view
    const label = `Resize ${placeLabel(session.index, [gesture.id]).replace(/^Move /, '')}`
    session.perform(withPlaces(session.design, label, [], () => gesture.moved, [gesture.id]))
  }

  #showConnect(press: Press, at: Point): void {
    const { index, stage } = this.#view
    const from = press.hit?.id as ResourceId
    const hit = hitTest(stage, at, this.#reach(), new Set([from]))
    const candidates = hit ? [hit.id, ...holdersOf(index, hit.id)].filter((id) => id !== from && index.get(id as ResourceId)) : []
    const fitting = candidates.find((id) => connectChoices(index, from, id as ResourceId).length > 0)
    const target = (fitting ?? candidates[0]) as ResourceId | undefined
    this.#view.gesture = { kind: 'connect', from, start: press.at, to: at, target, allowed: fitting !== undefined }
  }

  /** Near the edge of the view a gesture goes on beyond it. */
  #panAtEdge(): void {
    if (this.#frame !== 0) return
    const step = (): void => {
      this.#frame = 0
      const { camera, gesture } = this.#view
      if (!this.#press || !this.#last || !gesture) return
      const x = this.#last.clientX - camera.origin.x
      const y = this.#last.clientY - camera.origin.y
      const pull = (value: number, size: number): number => (value < EDGE.room ? EDGE.room - value : value > size - EDGE.room ? size - EDGE.room - value : 0)
      const [dx, dy] = [pull(x, camera.width), pull(y, camera.height)].map((amount) => Math.sign(amount) * Math.min(EDGE.speed, Math.abs(amount) / 2)) as [number, number]
      if (dx === 0 && dy === 0) return
      camera.panBy(dx, dy)
      this.#show(this.#press, camera.toCanvas(this.#last), this.#last)
      this.#frame = requestAnimationFrame(step)
    }
    this.#frame = requestAnimationFrame(step)
  }
}

/** What moves when the selection is dragged: things with a place whose holders are not dragged themselves. */
function movable(index: DesignIndex, selection: ReadonlySet<SelectableId>, pressed: string | undefined): SelectableId[] {
  const chosen = new Set<SelectableId>(selection)
  if (pressed !== undefined) chosen.add(pressed as SelectableId)
  return [...chosen].filter((id) => rectOf(index, id) !== undefined && !isLocked(index, id) && !holdersOf(index, id).some((holder) => chosen.has(holder)))
}

function placeLabel(index: DesignIndex, ids: readonly SelectableId[]): string {
  const [only] = ids
  if (ids.length !== 1 || only === undefined) return `Move ${ids.length} things`
  return `Move ${index.get(only as ResourceId)?.name ?? boxOf(index, only)?.label ?? only}`
}
