import { boxOf, holdersOf } from '../document/groups.ts'
import type { ResourceId } from '../model/id.ts'
import { Cells } from './cells.ts'
import type { Point } from './display-list.ts'
import { curveBetween, pointAlong } from './intent-curve.ts'
import { type IntentLabel, intentLabel, labelRect } from './intent-label.ts'
import { type IntentLine, intentLinesOf, type IntentsShown, type LineEnd } from './intent-lines.ts'
import type { Obstacle } from './obstacles.ts'
import { outlineOf } from './outline.ts'
import type { Overlay } from './overlay.ts'
import { encloses, overlap, type Rect } from './rects.ts'
import type { Remarks } from './remarks.ts'
import { type Scene, sceneOf } from './scene.ts'

/** How a line of intents runs, and what stands on it where. */
export interface IntentCourse {
  /** From its `from` to its `to`. */
  readonly points: readonly Point[]
  readonly label?: { readonly label: IntentLabel; readonly at: Point }
}

/** What is lost by passing a point: at a node, a title, a label, within a frame that is not around an end, at another such curve. */
const LOSS = { node: 9, title: 5, label: 5, frame: 1, curve: 2.5 } as const
const ROOM = 6
/** Places of a label along its curve, best first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const
/** Where the word for the internet may stand, from the end of the other side. */
const INTERNET = { distances: [56, 84, 120, 170, 240], ways: 8 } as const

/** How far the middles of two ends are apart; the internet is next to everything. */
function distanceOf(a: Rect | undefined, b: Rect | undefined): number {
  return a && b ? Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2) : 0
}

/** All lines of intents of one scene. Over moved places only those run anew whose ends move. */
class IntentLayout {
  readonly #scene: Scene
  readonly #shown: IntentsShown | undefined
  readonly remarks: Remarks | undefined
  readonly #under: IntentLayout | undefined
  readonly #courses = new Map<string, IntentCourse>()
  readonly #labels: Rect[] = []
  readonly #curves = new Cells<string>()

  constructor(scene: Scene, { intents: shown, remarks }: Overlay, under: IntentLayout | undefined) {
    this.#scene = scene
    this.#shown = shown
    this.remarks = remarks
    this.#under = under
    const lines = intentLinesOf(scene.index, shown).lines.filter((line) => this.isOwn(line))
    // The short ones choose first.
    const length = ({ from, to }: IntentLine): number => distanceOf(scene.rect(from), scene.rect(to))
    lines.sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1))
    if (under) for (const [id, { label }] of under.#courses) if (label && !lines.some((line) => line.id === id)) this.#labels.push(labelRect(label.label, label.at))
    for (const line of lines) {
      const course = this.#courseOf(line)
      if (course) this.#courses.set(line.id, course)
    }
  }

  /** Whether a line runs otherwise than in the design as it stands. */
  isOwn({ from, to }: IntentLine): boolean {
    if (!this.#under) return true
    const base = this.#under.#scene
    return [from, to].some((end) => {
      const [now, before] = [this.#scene.rect(end), base.rect(end)]
      return now?.x !== before?.x || now?.y !== before?.y || now?.width !== before?.width || now?.height !== before?.height
    })
  }

  /** The course of a line; undefined when an end of it has no place. */
  of(line: IntentLine): IntentCourse | undefined {
    return this.#under && !this.isOwn(line) ? this.#under.of(line) : this.#courses.get(line.id)
  }

  #outline(end: LineEnd): Rect | undefined {
    const rect = this.#scene.rect(end)
    const kind = boxOf(this.#scene.index, end) ? 'vpc' : this.#scene.index.get(end as ResourceId)?.kind
    return rect && kind && outlineOf(kind, rect)
  }

  #courseOf(line: IntentLine): IntentCourse | undefined {
    const [one, other] = [line.from, line.to].map((end) => (end === 'internet' ? undefined : this.#outline(end)))
    const placed = one ?? other
    if (!placed || (!one && line.from !== 'internet') || (!other && line.to !== 'internet')) return undefined
    const label = intentLabel(line, this.#shown?.states)
    const around = new Set<string>([line.from, line.to].flatMap((end) => (end === 'internet' ? [] : [end, ...holdersOf(this.#scene.index, end)])))
    const internet = one && other ? undefined : label && this.#internetBeside(placed, label, around)
    const [from, to] = [one ?? internet, other ?? internet]
    if (!from || !to) return undefined
    const points = curveBetween(from, to, (point) => this.#lossAt(point, around))
    for (const { x, y } of points) this.#curves.add(line.id, { x, y, width: 0, height: 0 })
    if (!label) return { points }
    const at = internet ? { x: internet.x + internet.width / 2, y: internet.y + internet.height / 2 } : this.#placeOf(label, points)
    this.#labels.push(labelRect(label, at))
    return { points, label: { label, at } }
  }

  /** A free place for a label that names the internet, as near as there is one. */
  #internetBeside(rect: Rect, label: IntentLabel, around: ReadonlySet<string>): Rect | undefined {
    const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
    const { distances, ways } = INTERNET
    const isWithin = (place: Rect, isWanted: (frame: Obstacle) => boolean): boolean => this.#scene.obstacles.some(place, (frame) => frame.isFrame && overlap(frame.rect, place) && isWanted(frame))
    const places: Rect[] = []
    for (const distance of distances) {
      for (let way = 0; way < ways; way++) {
        // Upwards first, then alternating to both sides.
        const angle = -Math.PI / 2 + (way % 2 === 0 ? 1 : -1) * Math.ceil(way / 2) * ((2 * Math.PI) / ways)
        const [across, down] = [Math.cos(angle), Math.sin(angle)]
        const place = labelRect(label, { x: middle.x + across * (rect.width / 2 + label.width / 2 + distance), y: middle.y + down * (rect.height / 2 + distance) })
        if (!isWithin(place, ({ id }) => !around.has(id)) && this.#isFree(place)) places.push(place)
      }
    }
    // The internet is in no network: only where there is no other room its word stands in one.
    return places.find((place) => !isWithin(place, ({ id }) => !boxOf(this.#scene.index, id) || boxOf(this.#scene.index, id)?.kind === 'zone')) ?? places[0]
  }

  #isFree(rect: Rect): boolean {
    if (this.#labels.some((other) => overlap(other, rect)) || this.#scene.isLabelled(rect, this.remarks)) return false
    return !this.#scene.obstacles.some(rect, (obstacle) => overlap(obstacle.rect, rect) && !(obstacle.isFrame && encloses(obstacle.rect, rect)))
  }

  /** Where a label stands: off everything where there is such a place, else in the middle. */
  #placeOf(label: IntentLabel, points: readonly Point[]): Point {
    const places = PLACES.map((share) => pointAlong(points, share))
    return places.find((at) => this.#isFree(labelRect(label, at))) ?? pointAlong(points, 0.5)
  }

  #lossAt({ x, y }: Point, around: ReadonlySet<string>): number {
    const area = { x: x - ROOM, y: y - ROOM, width: 2 * ROOM, height: 2 * ROOM }
    let loss = this.#scene.isLabelled(area, this.remarks) || this.#labels.some((label) => overlap(label, area)) ? LOSS.label : 0
    if (this.#curves.some(area, () => true)) loss += LOSS.curve
    this.#scene.obstacles.some(area, ({ id, title, isFrame }) => {
      if (title) loss += LOSS.title
      else if (!isFrame) loss += around.has(id) ? 0 : LOSS.node
      else if (!around.has(id)) loss += LOSS.frame
      return false
    })
    return loss
  }
}

const NOTHING: IntentsShown = {}
const known = new WeakMap<Scene, WeakMap<IntentsShown, IntentLayout>>()

/** The lines of one scene and overlay; those of the last remarks are remembered, for these lengthen the labels of links. */
function layoutOf(scene: Scene, overlay: Overlay): IntentLayout {
  const { intents = NOTHING, remarks } = overlay
  let perScene = known.get(scene)
  if (!perScene) known.set(scene, (perScene = new WeakMap()))
  let layout = perScene.get(intents)
  if (layout?.remarks !== remarks || !layout) perScene.set(intents, (layout = new IntentLayout(scene, overlay, scene.moved ? layoutOf(sceneOf(scene.index), overlay) : undefined)))
  return layout
}

/** How a line of intents runs in a scene; undefined when an end of it has no place. */
export function courseOf(scene: Scene, line: IntentLine, overlay: Overlay): IntentCourse | undefined {
  return layoutOf(scene, overlay).of(line)
}

/** Whether a line runs otherwise over moved places than in the design as it stands. */
export function isRunAnew(scene: Scene, line: IntentLine, overlay: Overlay): boolean {
  return layoutOf(scene, overlay).isOwn(line)
}
