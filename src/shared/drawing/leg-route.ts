import type { Kind } from '../model/index.ts'
import { across, aligned, runOf } from './align.ts'
import { centred } from './centre.ts'
import { CLEARANCE, detour, type Gate } from './detour.ts'
import type { Point } from './display-list.ts'
import { Kept } from './kept.ts'
import type { Obstacles, Passage } from './obstacles.ts'
import { middleOf, reachOf, type Side } from './outline.ts'
import { overlap, type Rect, unionOf } from './rects.ts'
import { candidates, lengthOf, pointOf, simplified } from './route.ts'
import { isFrame } from './sizes.ts'

/** What a leg ends at. */
export interface LegEnd {
  readonly kind: Kind
  /** What the line goes around at its own end. */
  readonly body: Rect
  /** Where the line meets it. */
  readonly outline: Rect
  /** It is a frame that holds the other end: the line leaves it inwards. */
  readonly holds: boolean
}

/** The way of a leg, as if it were alone. */
export interface Route {
  readonly from: Side
  readonly to: Side
  readonly points: readonly Point[]
}

const SIDES: readonly Side[] = ['right', 'left', 'top', 'bottom']

/** Designs read from left to right: links leave at the sides, a node's even more so, unless that is a long way round. */
const sideways = (kind: Kind, side: Side): number => (across(side) ? 0 : isFrame(kind) ? 30 : 140)

/** What it costs to run over a title, and through the VPC whose gateway one comes to. */
const COST = { title: 90, through: 150, pixel: 1.5 } as const

const stripOf = (a: Point, b: Point, room: number): Rect => ({ x: Math.min(a.x, b.x) - room, y: Math.min(a.y, b.y) - room, width: Math.abs(a.x - b.x) + 2 * room, height: Math.abs(a.y - b.y) + 2 * room })

const shrunk = ({ x, y, width, height }: Rect, by: number): Rect => ({ x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by })

/** What a path pays for what it runs over; infinite when it crosses a box. */
function tollOf(points: readonly Point[], obstacles: Obstacles, passage: Passage, bodies: readonly Rect[]): number {
  let sum = 0
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1], points[at]]
    if (!a || !b) continue
    const strip = stripOf(a, b, CLEARANCE - 0.5)
    const line = stripOf(a, b, 0.5)
    if (bodies.some((body) => overlap(line, shrunk(body, 1)))) return Infinity
    const isBlocked = obstacles.facing(strip, passage, ({ rect, title }, isSoft) => {
      if (!isSoft) return overlap(strip, rect)
      if (!overlap(line, rect)) return false
      const inside = Math.min(Math.max(a.x, b.x), rect.x + rect.width) - Math.max(Math.min(a.x, b.x), rect.x) + Math.min(Math.max(a.y, b.y), rect.y + rect.height) - Math.max(Math.min(a.y, b.y), rect.y)
      sum += title ? COST.title : COST.through + COST.pixel * inside
      return false
    })
    if (isBlocked) return Infinity
  }
  return sum
}

interface Found {
  readonly from: Side
  readonly to: Side
  readonly points: readonly Point[]
  readonly cost: number
}

/** The best of the usual shapes that crosses no box, and how short the shortest of all would be. */
function usual(from: LegEnd, to: LegEnd, obstacles: Obstacles, passage: Passage, isTrunk: boolean): { readonly best: Found | undefined; readonly shortest: number } {
  const options: Found[] = []
  for (const fromSide of SIDES) {
    for (const toSide of SIDES) {
      const [a, b] = aligned({ ...from, side: fromSide }, { ...to, side: toSide })
      const bias = sideways(from.kind, fromSide) + sideways(to.kind, toSide)
      // A trunk bends near its hub, so that the labels near the VPCs keep their room.
      const stagger = isTrunk ? 0.22 * runOf(a, b) : 0
      for (const path of candidates(a, b, stagger)) {
        const points = simplified(path)
        options.push({ from: fromSide, to: toSide, points, cost: lengthOf(points) + bias })
      }
    }
  }
  options.sort((a, b) => a.cost - b.cost)
  let best: Found | undefined
  for (const option of options) {
    if (best && option.cost >= best.cost) break
    const cost = option.cost + tollOf(option.points, obstacles, passage, [from.body, to.body])
    if (cost < (best?.cost ?? Infinity)) best = { ...option, cost }
  }
  return { best, shortest: options[0]?.cost ?? 0 }
}

const OUT: Readonly<Record<Side, Point>> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, top: { x: 0, y: -1 }, bottom: { x: 0, y: 1 } }

/** Where a leg may leave an end: the middle of each side, and of a frame's sides also what is level with the other end. */
function gatesOf(end: LegEnd, other: LegEnd): Gate[] {
  return SIDES.flatMap((side) => {
    const middle = middleOf(end.kind, end.body, side)
    const [low, high] = reachOf(end.kind, end.body, side)
    const wishes = isFrame(end.kind) ? [middle, middleOf(other.kind, other.body, side)].filter((along) => along >= low && along <= high) : [middle]
    return [...new Set(wishes)].map((along) => {
      const edge = pointOf({ outline: end.body, side, along })
      const out = end.holds ? -CLEARANCE : CLEARANCE
      return { side, bias: sideways(end.kind, side) + Math.abs(along - middle) * 0.02, point: { x: edge.x + OUT[side].x * out, y: edge.y + OUT[side].y * out } }
    })
  })
}

/** Room for a way around, beside the obstacles that are in sight. */
const ROOM = 64

/** What a way is looked for among, with whole numbers taken off all places so that the same surroundings elsewhere are the same question. */
interface Surroundings {
  readonly from: LegEnd
  readonly to: LegEnd
  readonly hard: readonly Rect[]
  readonly soft: readonly Rect[]
  readonly frames: readonly Rect[]
  readonly area: Rect
}

/** Ways are asked for again and again: after each edit for all links, in each VPC that is made like others. In characters. */
const kept = new Kept<Found | undefined>(12_000_000)

const byPlace = (a: Rect, b: Rect): number => a.x - b.x || a.y - b.y || a.width - b.width || a.height - b.height

const numbersOf = ({ x, y, width, height }: Rect): string => `${x},${y},${width},${height}`

const endWords = ({ kind, body, holds }: LegEnd): string => `${kind} ${String(holds)} ${numbersOf(body)}`

const questionOf = ({ from, to, hard, soft, frames, area }: Surroundings): string =>
  [endWords(from), endWords(to), hard.map(numbersOf).join(' '), soft.map(numbersOf).join(' '), frames.map(numbersOf).join(' '), numbersOf(area)].join('|')

/** The cheapest way among what is around. */
function searched({ from, to, hard, soft, frames, area }: Surroundings): Found | undefined {
  const held = [from, to].filter(({ holds }) => !holds).map(({ body }) => body)
  const maze = { from: gatesOf(from, to), to: gatesOf(to, from), hard: [...hard, ...held].sort(byPlace), soft, area }
  const found = detour(maze)
  if (!found) return undefined
  const edge = ({ point, side }: Gate, end: LegEnd): Point => pointOf({ outline: end.body, side, along: across(side) ? point.y : point.x })
  const points = simplified([edge(found.from, from), ...found.points, edge(found.to, to)])
  return { from: found.from.side, to: found.to.side, cost: found.cost, points: simplified(centred(points, { boxes: [...maze.hard, ...soft], frames })) }
}

/** A way among obstacles that the usual shapes do not get through. */
function around(from: LegEnd, to: LegEnd, obstacles: Obstacles, passage: Passage): Found | undefined {
  const grown = (rects: readonly Rect[]): Rect => shrunk(unionOf(rects) ?? from.body, -ROOM)
  const collect = (area: Rect): { readonly hard: Rect[]; readonly soft: Rect[] } => {
    const [hard, soft]: [Rect[], Rect[]] = [[], []]
    obstacles.facing(area, passage, ({ rect }, isSoft) => {
      ;(isSoft ? soft : hard).push(rect)
      return false
    })
    return { hard, soft }
  }
  const area = grown([from.body, to.body, ...collect(grown([from.body, to.body])).hard])
  const { hard, soft } = collect(area)
  const [left, top] = [Math.floor(from.body.x), Math.floor(from.body.y)]
  const near = (rect: Rect): Rect => ({ x: rect.x - left, y: rect.y - top, width: rect.width, height: rect.height })
  const nearEnd = (end: LegEnd): LegEnd => ({ ...end, body: near(end.body), outline: near(end.outline) })
  const nearAll = (rects: readonly Rect[]): Rect[] => rects.map(near).sort(byPlace)
  const surroundings = { from: nearEnd(from), to: nearEnd(to), hard: nearAll(hard), soft: nearAll(soft), frames: nearAll(obstacles.viewOf(area, passage).frames), area: near(area) }
  const found = kept.of(questionOf(surroundings), () => searched(surroundings))
  return found && { ...found, points: found.points.map(({ x, y }) => ({ x: x + left, y: y + top })) }
}

/** The line made to reach what it ends at: of a node its icon, within its body. */
function reaching(points: readonly Point[], end: LegEnd, side: Side): Point[] {
  const [first, ...rest] = points
  if (!first) return []
  return simplified([pointOf({ outline: end.outline, side, along: across(side) ? first.y : first.x }), first, ...rest])
}

/** A usual shape that is this much longer than it would have to be is measured against a search. */
const LONG = { times: 1.25, pixels: 80 } as const

/** Finds the way of a leg; it crosses no box but where there is no other way. */
export function routeOf(from: LegEnd, to: LegEnd, obstacles: Obstacles, passage: Passage, isTrunk: boolean): Route | undefined {
  const { best, shortest } = from.holds || to.holds ? { best: undefined, shortest: 0 } : usual(from, to, obstacles, passage, isTrunk)
  const found = best && best.cost <= shortest * LONG.times + LONG.pixels ? best : [best, around(from, to, obstacles, passage)].reduce((a, b) => (a && (!b || a.cost <= b.cost) ? a : b), undefined)
  if (!found) return undefined
  const points = reaching(reaching(found.points, from, found.from).reverse(), to, found.to).reverse()
  return { from: found.from, to: found.to, points }
}
