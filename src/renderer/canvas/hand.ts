import { connectChoices } from '../../shared/document/commands/connect-choices.ts'
import { holdersOf } from '../../shared/document/groups.ts'
import { isLocked } from '../../shared/document/marks.ts'
import type { Intent } from '../../shared/document/design.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { SelectableId } from '../state/session.svelte.ts'
import { joinOrAsk } from './actions.ts'
import { Drag } from './drag.ts'
import { selectWhole, wholesOf } from './grouping.ts'
import { declare, endMeantBy } from './intents.ts'
import { type Hit, hitTest, inMarquee } from './hit.ts'
import type { Edge } from './resize.ts'
import { resizeEdit, resizeGesture } from './resizing.ts'
import type { CanvasView } from './view.svelte.ts'

/** What of a pointer event matters here. */
export type PointerLike = Pick<PointerEvent, 'clientX' | 'clientY' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

interface Press {
  readonly at: Point
  readonly clientX: number
  readonly clientY: number
  readonly hit: Hit | undefined
  readonly adds: boolean
  readonly wasSelected: boolean
  readonly mode: 'move' | 'marquee' | 'resize' | 'connect' | 'pan'
  readonly edge?: Edge | undefined
  /** Pressed with Alt: what is dragged are copies. */
  readonly copies: boolean
  /** Pressed with the intent tool: what is dragged out is an intent. */
  readonly declares: boolean
}

const THRESHOLD = 4
const REACH = 6
const EDGE = { room: 28, speed: 14 } as const

/** Turns what a pointer does on the canvas into selections, gestures on show, and at their end one edit each. */
export class Hand {
  readonly #view: CanvasView
  #press: Press | undefined
  #drag: Drag | undefined
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
    const moves = hit !== undefined && (!isLocked(view.index, hit.id) || event.altKey) && (hit.grip || wasSelected) && !(event.shiftKey && hit.part === 'frame' && !hit.grip)
    const declares = view.tool === 'intent' && hit !== undefined
    const mode = view.tool === 'hand' ? 'pan' : declares ? 'connect' : grip ? (grip.edge ? 'resize' : 'connect') : moves ? 'move' : 'marquee'
    this.#press = { at, clientX: event.clientX, clientY: event.clientY, hit, adds, wasSelected, mode, edge: grip?.edge, copies: event.altKey, declares }
    if (mode === 'move' && hit && !wasSelected && !adds) selectWhole(view, hit.id as SelectableId)
  }

  /** The pointer moved, pressed or not; `handleOf` is whose handle it is on, which sticks out of the thing. */
  move(event: PointerLike, handleOf?: string): void {
    const view = this.#view
    const at = view.camera.toCanvas(event)
    view.pointer = at
    if (!this.#press) {
      // Inside a frame a hand mostly means something else than the frame.
      const hit = this.hit(event)
      view.hovered = handleOf ?? (hit?.grip ? hit.id : undefined)
      return
    }
    const last = this.#last ?? this.#press
    this.#last = event
    if (this.#press.mode === 'pan') return view.camera.panBy(event.clientX - last.clientX, event.clientY - last.clientY)
    if (!view.gesture && Math.hypot(event.clientX - this.#press.clientX, event.clientY - this.#press.clientY) < THRESHOLD) return
    this.#show(this.#press, at, event)
    this.#panAtEdge()
  }

  /** The button was let go. */
  up(event: PointerLike): void {
    const [press, drag] = [this.#press, this.#drag]
    const { gesture } = this.#view
    this.#stop()
    if (!press) return
    if (!gesture) return this.#click(press)
    if (gesture.kind === 'marquee') this.#view.session.select(wholesOf(this.#view, inMarquee(this.#view.stage, gesture.area) as SelectableId[]), press.adds)
    else if (gesture.kind === 'move') drag?.drop(gesture, this.#view.camera.toCanvas(event))
    else if (gesture.kind === 'resize') this.#view.session.perform(resizeEdit(this.#view, gesture.id, gesture.moved))
    else if (gesture.kind === 'connect' && gesture.intent) this.#declare(gesture.from, gesture.target, gesture.intent)
    else if (gesture.kind === 'connect' && gesture.target) joinOrAsk(this.#view, gesture.from, gesture.target, gesture.to)
  }

  /** Whatever is going on ends without effect. */
  cancel(): void {
    this.#stop()
  }

  #stop(): void {
    this.#press = undefined
    this.#drag = undefined
    this.#last = undefined
    this.#view.gesture = undefined
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  /** Declares from what was pressed to what it was let go over, and gives the pointer its usual work back. */
  #declare(from: ResourceId, to: ResourceId | undefined, expect: Intent['expect']): void {
    const view = this.#view
    const [start, end] = [endMeantBy(view, from), to && endMeantBy(view, to)]
    if (start === undefined || (to && end === undefined)) return view.session.notices.add('info', 'An intent is between sites, VPCs, subnets, hosts, services and the internet.')
    if (end === undefined) return
    view.tool = 'select'
    declare(view, start, end, expect)
  }

  #click({ hit, adds, mode, declares }: Press): void {
    const { session } = this.#view
    if ((mode === 'connect' && !declares) || mode === 'resize' || mode === 'pan') return
    if (!hit) {
      if (adds) return
      this.#view.entered = undefined
      session.select([])
    } else selectWhole(this.#view, hit.id as SelectableId, adds)
    this.#view.focused = hit?.id as SelectableId | undefined
  }

  #show(press: Press, at: Point, event: PointerLike): void {
    if (press.mode === 'move' && press.hit) {
      this.#drag ??= new Drag(this.#view, press.hit.id as SelectableId, press.at, press.copies)
      this.#view.gesture = this.#drag.gestureAt(at, event)
    }
    else if (press.declares) this.#showIntent(press, at, event.shiftKey ? 'never' : 'reach')
    else if (press.mode === 'connect') this.#showConnect(press, at)
    else if (press.mode === 'resize' && press.hit && press.edge) {
      this.#view.gesture = resizeGesture(this.#view, press.hit.id as SelectableId, press.edge, press.at, at, event)
    } else {
      const area = { x: Math.min(press.at.x, at.x), y: Math.min(press.at.y, at.y), width: Math.abs(at.x - press.at.x), height: Math.abs(at.y - press.at.y) }
      this.#view.gesture = { kind: 'marquee', area }
    }
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

  #showIntent(press: Press, at: Point, intent: Intent['expect']): void {
    const view = this.#view
    const from = press.hit?.id as ResourceId
    const hit = hitTest(view.stage, at, this.#reach(), new Set([from]))
    const [start, end] = [endMeantBy(view, from), hit && endMeantBy(view, hit.id)]
    const isEnd = end !== undefined && end !== start
    view.gesture = { kind: 'connect', from, start: press.at, to: at, target: isEnd && hit ? (end === 'internet' ? (hit.id as ResourceId) : end) : undefined, allowed: start !== undefined && isEnd, intent }
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
