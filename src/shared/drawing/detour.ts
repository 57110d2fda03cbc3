import type { Point } from './display-list.ts'
import { Frontier } from './frontier.ts'
import type { Side } from './outline.ts'
import type { Rect } from './rects.ts'

/** A point where a path may start or end, outside the body it belongs to, and what choosing it costs. */
export interface Gate {
  readonly point: Point
  readonly side: Side
  readonly bias: number
}

/** What a path is looked for among. Hard obstacles are crossed only where there is no other way. */
export interface Maze {
  readonly from: readonly Gate[]
  readonly to: readonly Gate[]
  readonly hard: readonly Rect[]
  readonly soft: readonly Rect[]
  /** How far the path may go. */
  readonly area: Rect
}

/** The cheapest path through a maze. */
export interface Detour {
  readonly points: readonly Point[]
  readonly from: Gate
  readonly to: Gate
  readonly cost: number
}

/** How far from obstacles lines run at least. */
export const CLEARANCE = 4
/** What a bend costs, in pixels of way. */
export const BEND = 40
const SOFT = 3
const HARD = { each: 4000, pixel: 40 } as const
/** Mazes with more points than this are not searched. */
const MOST_POINTS = 400_000

const level = (side: Side): boolean => side === 'left' || side === 'right'

/** Coordinates worth running along: beside every obstacle, through every gate, and around it all. */
function linesOf(maze: Maze, isX: boolean): number[] {
  const { area, hard, soft } = maze
  const [low, high] = isX ? [area.x, area.x + area.width] : [area.y, area.y + area.height]
  const lines = new Set<number>([low, high])
  for (const rect of [...hard, ...soft]) {
    const [start, length] = isX ? [rect.x, rect.width] : [rect.y, rect.height]
    for (const line of [start - CLEARANCE, start + length + CLEARANCE]) if (line > low && line < high) lines.add(line)
  }
  for (const { point } of [...maze.from, ...maze.to]) lines.add(isX ? point.x : point.y)
  return [...lines].sort((a, b) => a - b)
}

const EPSILON = 0.5

/** What steps along the lines of one direction cost, worked out line by line as the search gets there. */
class Tolls {
  readonly #known: (Float64Array | undefined)[] = []
  readonly #along: readonly number[]
  readonly #isLevel: boolean
  /** The obstacles that each line runs through. */
  readonly #hard: (Rect[] | undefined)[]
  readonly #soft: (Rect[] | undefined)[]

  constructor(maze: Maze, along: readonly number[], across: readonly number[], isLevel: boolean) {
    this.#along = along
    this.#isLevel = isLevel
    const onLines = (rects: readonly Rect[], room: number): (Rect[] | undefined)[] => {
      const lists: (Rect[] | undefined)[] = []
      for (const rect of rects) {
        const [low, high] = isLevel ? [rect.y, rect.y + rect.height] : [rect.x, rect.x + rect.width]
        for (let line = firstAfter(across, low - room); line < across.length && (across[line] ?? 0) < high + room; line++) (lists[line] ??= []).push(rect)
      }
      return lists
    }
    this.#hard = onLines(maze.hard, CLEARANCE - EPSILON)
    this.#soft = onLines(maze.soft, 0)
  }

  /** The cost of the step from point `at` to the next one along a line. */
  of(line: number, at: number): number {
    const known = (this.#known[line] ??= this.#work(line))
    return known[at] ?? Infinity
  }

  #work(line: number): Float64Array {
    const along = this.#along
    const costs = new Float64Array(Math.max(0, along.length - 1))
    for (let at = 0; at < costs.length; at++) costs[at] = (along[at + 1] ?? 0) - (along[at] ?? 0)
    const add = (rect: Rect, room: number, each: number, pixel: number): void => {
      const [start, size] = this.#isLevel ? [rect.x, rect.width] : [rect.y, rect.height]
      for (let at = Math.max(0, firstAfter(along, start - room) - 1); at < costs.length; at++) {
        const [a, b] = [along[at] ?? 0, along[at + 1] ?? 0]
        if (a >= start + size + room) break
        if (b > start - room) costs[at] = (costs[at] ?? 0) + (each + pixel * (b - a))
      }
    }
    for (const rect of this.#hard[line] ?? []) add(rect, CLEARANCE - EPSILON, HARD.each, HARD.pixel)
    for (const rect of this.#soft[line] ?? []) add(rect, 0, 0, SOFT)
    return costs
  }
}

/** Index of the first entry above a value. */
function firstAfter(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** What a search writes on. It is used again by the next one, since making it anew would cost as much as a small search. */
interface Paper {
  readonly costs: Float64Array
  readonly came: Int32Array
  readonly done: Uint8Array
}

/** Searches of more states than this get paper of their own. */
const KEPT_STATES = 100_000

const blank = (states: number): Paper => ({ costs: new Float64Array(states).fill(Infinity), came: new Int32Array(states).fill(-1), done: new Uint8Array(states) })

let paper = blank(0)

/** Blank paper for so many states. */
function paperFor(states: number): Paper {
  if (states > KEPT_STATES) return blank(states)
  if (paper.costs.length < states) paper = blank(Math.min(KEPT_STATES, 2 * states))
  paper.costs.fill(Infinity, 0, states)
  paper.came.fill(-1, 0, states)
  paper.done.fill(0, 0, states)
  return paper
}

/**
 * The cheapest orthogonal path from one of the gates to another: A* over the lines beside the obstacles. Length, bends and crossings
 * count. The same maze always gives the same path; undefined when it is too large to search.
 */
export function detour(maze: Maze): Detour | undefined {
  const [xs, ys] = [linesOf(maze, true), linesOf(maze, false)]
  const columns = xs.length
  if (columns * ys.length > MOST_POINTS) return undefined
  const tolls = { level: new Tolls(maze, xs, ys, true), upright: new Tolls(maze, ys, xs, false) }
  const [column, row] = [new Map(xs.map((x, at) => [x, at])), new Map(ys.map((y, at) => [y, at]))]
  const spotOf = ({ x, y }: Point): number => (row.get(y) ?? 0) * columns + (column.get(x) ?? 0)
  // Where two things stand close together the path turns right at the gate.
  const goals = new Map(maze.to.flatMap((gate) => [0, 1].map((upright) => [spotOf(gate.point) * 2 + upright, { gate, cost: gate.bias + (level(gate.side) === (upright === 0) ? 0 : BEND) }] as const)))
  const ahead = (x: number, y: number): number => {
    let least = Infinity
    for (const { point, bias } of maze.to) least = Math.min(least, Math.abs(point.x - x) + Math.abs(point.y - y) + bias)
    return least
  }
  // A state is a point and the direction it was come to in: twice its number, one more for upright.
  const { costs, came, done } = paperFor(columns * ys.length * 2)
  const frontier = new Frontier()
  const reach = (state: number, cost: number, by: number): void => {
    if (cost >= (costs[state] ?? 0)) return
    costs[state] = cost
    came[state] = by
    const spot = state >> 1
    frontier.push(state, cost + ahead(xs[spot % columns] ?? 0, ys[Math.floor(spot / columns)] ?? 0))
  }
  const starts = new Map<number, Gate>()
  for (const gate of maze.from) {
    const state = spotOf(gate.point) * 2 + (level(gate.side) ? 0 : 1)
    if (gate.bias < (costs[state] ?? 0)) {
      starts.set(state, gate)
      reach(state, gate.bias, -1)
    }
  }
  let best: { readonly state: number; readonly cost: number } | undefined
  for (let next = frontier.pop(); next; next = frontier.pop()) {
    if (best && next.priority >= best.cost) break
    const { item: state } = next
    if (done[state]) continue
    done[state] = 1
    const cost = costs[state] ?? 0
    const goal = goals.get(state)
    if (goal && (!best || cost + goal.cost < best.cost)) best = { state, cost: cost + goal.cost }
    const spot = state >> 1
    const upright = state & 1
    const [x, y] = [spot % columns, Math.floor(spot / columns)]
    const bend = [upright ? BEND : 0, upright ? 0 : BEND] as const
    if (x + 1 < columns) reach((spot + 1) * 2, cost + tolls.level.of(y, x) + bend[0], state)
    if (x > 0) reach((spot - 1) * 2, cost + tolls.level.of(y, x - 1) + bend[0], state)
    if (y + 1 < ys.length) reach((spot + columns) * 2 + 1, cost + tolls.upright.of(x, y) + bend[1], state)
    if (y > 0) reach((spot - columns) * 2 + 1, cost + tolls.upright.of(x, y - 1) + bend[1], state)
  }
  if (!best) return undefined
  const points: Point[] = []
  let state = best.state
  for (;;) {
    const spot = state >> 1
    points.push({ x: xs[spot % columns] ?? 0, y: ys[Math.floor(spot / columns)] ?? 0 })
    const by = came[state] ?? -1
    if (by === -1) break
    state = by
  }
  const [from, to] = [starts.get(state), goals.get(best.state)?.gate]
  return from && to ? { points: points.reverse(), from, to, cost: best.cost } : undefined
}
