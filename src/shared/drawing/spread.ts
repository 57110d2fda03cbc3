import { inOrder, type Piece, placeOf } from './beside.ts'
import { Cells } from './cells.ts'
import type { Point } from './display-list.ts'
import { type Leg, trunkOf } from './legs.ts'
import type { Rect } from './rects.ts'
import { simplified } from './route.ts'

/** A leg with the way it would take alone. */
export interface Track {
  readonly leg: Leg
  readonly points: readonly Point[]
}

/** How far a piece of a track may be moved: lowest and highest coordinate across it. */
export type Range = readonly [number, number]

/** A straight piece of a track. */
interface Run extends Piece {
  readonly track: Track
  readonly isLevel: boolean
  readonly start: number
  readonly end: number
}

/** A stretch of line: one piece, or those of a trunk that lie on each other. */
interface Lane {
  readonly name: string
  /** Its longest piece, which stands for it. */
  readonly first: Run
  readonly runs: readonly Run[]
  readonly rect: Rect
}

/** A stretch of line as it is drawn, and the owners of what runs there. */
export interface Stretch {
  readonly name: string
  readonly owners: ReadonlySet<string>
  readonly rect: Rect
}

/** Distance between lines side by side. */
const APART = 14
/** Lines closer than this stand in each other's way. */
const NEAR = 10

function runsOf(track: Track): Run[] {
  const { points, leg } = track
  return points.slice(1).map((b, at) => {
    const a = points[at] ?? b
    const isLevel = a.y === b.y
    const [start, end] = isLevel ? [Math.min(a.x, b.x), Math.max(a.x, b.x)] : [Math.min(a.y, b.y), Math.max(a.y, b.y)]
    return { track, points, at, key: leg.key, isTurned: leg.from > leg.to, isLevel, start, end }
  })
}

const nameOf = (run: Run): string => `${run.key}/${run.at}`

function laneOf(runs: readonly Run[]): Lane | undefined {
  const first = runs.reduce<Run | undefined>((a, b) => (!a || b.end - b.start > a.end - a.start || (b.end - b.start === a.end - a.start && nameOf(b) < nameOf(a)) ? b : a), undefined)
  if (!first) return undefined
  const [start, end, place] = [Math.min(...runs.map((run) => run.start)), Math.max(...runs.map((run) => run.end)), placeOf(first)]
  return { name: nameOf(first), first, runs, rect: first.isLevel ? { x: start, y: place, width: end - start, height: 0 } : { x: place, y: start, width: 0, height: end - start } }
}

/** The pieces of a trunk that lie on each other are one lane. */
function lanesOf(runs: readonly Run[]): Lane[] {
  const lanes: Lane[] = []
  const trunks = Map.groupBy(runs, (run) => {
    const trunk = trunkOf(run.track.leg)
    return trunk === undefined ? nameOf(run) : `${trunk} ${run.isLevel ? 'y' : 'x'}${Math.round(placeOf(run))}`
  })
  for (const group of trunks.values()) {
    group.sort((a, b) => a.start - b.start || (nameOf(a) < nameOf(b) ? -1 : 1))
    let open: Run[] = []
    let reach = -Infinity
    const close = (): void => {
      const lane = laneOf(open)
      if (lane) lanes.push(lane)
      open = []
    }
    for (const run of group) {
      if (run.start >= reach) close()
      open.push(run)
      reach = Math.max(reach, run.end)
    }
    close()
  }
  return lanes
}

function areBeside(a: Lane, b: Lane): boolean {
  if (a.first.isLevel !== b.first.isLevel || Math.abs(placeOf(a.first) - placeOf(b.first)) >= NEAR) return false
  const [start, end, from, to] = a.first.isLevel ? [a.rect.x, a.rect.x + a.rect.width, b.rect.x, b.rect.x + b.rect.width] : [a.rect.y, a.rect.y + a.rect.height, b.rect.y, b.rect.y + b.rect.height]
  return start < to - 1 && from < end - 1
}

/**
 * Spreads lines that would run over each other: those that share a stretch get lanes of their own there, in an order in which they part
 * without crossing. What is far from a track has no say in where it runs. Over the tracks of `under` others may be laid.
 */
export class Spread {
  readonly #cells = new Cells<Lane>()
  readonly #lanes: readonly Lane[]
  readonly #runs = new Map<string, readonly Run[]>()
  readonly #laneOf = new Map<Run, Lane>()
  readonly #places = new Map<string, number>()
  readonly #rangeOf: (track: Track, at: number) => Range
  readonly #under: Spread | undefined
  readonly #replaced: ReadonlySet<string>

  /** `replaced` names the owners whose tracks in `under` do not count. */
  constructor(tracks: Iterable<Track>, rangeOf: (track: Track, at: number) => Range, under?: Spread, replaced: ReadonlySet<string> = new Set()) {
    this.#rangeOf = rangeOf
    this.#under = under
    this.#replaced = replaced
    const all: Run[] = []
    for (const track of tracks) {
      const runs = runsOf(track)
      this.#runs.set(track.leg.key, runs)
      all.push(...runs)
    }
    this.#lanes = lanesOf(all)
    for (const lane of this.#lanes) {
      this.#cells.add(lane, lane.rect)
      for (const run of lane.runs) this.#laneOf.set(run, lane)
    }
  }

  /** Owners of the tracks that touch an area. */
  ownersIn(area: Rect): Set<string> {
    const touches = ({ isLevel, start, end }: Run): boolean => (isLevel ? start <= area.x + area.width && area.x <= end : start <= area.y + area.height && area.y <= end)
    return new Set(this.#within(area).flatMap(({ runs }) => runs.filter(touches).map(({ track }) => track.leg.owner)))
  }

  /** Every stretch of these tracks as it is drawn. */
  stretches(): readonly Stretch[] {
    return this.#lanes.map((lane) => {
      const place = this.#placeOf(lane)
      return { name: lane.name, owners: new Set(lane.runs.map(({ track }) => track.leg.owner)), rect: lane.first.isLevel ? { ...lane.rect, y: place } : { ...lane.rect, x: place } }
    })
  }

  #isGone({ runs }: Lane): boolean {
    return runs.every(({ track }) => this.#replaced.has(track.leg.owner))
  }

  #within(area: Rect): Lane[] {
    const own = this.#cells.within(area)
    return this.#under ? [...own, ...this.#under.#within(area).filter((lane) => !this.#isGone(lane))] : own
  }

  /** The path of a track among the others. */
  pathOf(key: string): readonly Point[] {
    const runs = this.#runs.get(key)
    const [first] = runs ?? []
    if (!runs || !first) return []
    const places = runs.map((run) => {
      const lane = this.#laneOf.get(run)
      return lane ? this.#placeOf(lane) : placeOf(run)
    })
    return simplified(
      first.points.map((point, at) => {
        const moved = { ...point }
        for (const near of [at - 1, at]) {
          const run = runs[near]
          if (run) moved[run.isLevel ? 'y' : 'x'] = places[near] ?? 0
        }
        return moved
      }),
    )
  }

  #placeOf(lane: Lane): number {
    if (!this.#places.has(lane.name)) this.#settle(this.#bundleOf(lane))
    return this.#places.get(lane.name) ?? placeOf(lane.first)
  }

  /** All that run beside each other, directly or by way of others. */
  #bundleOf(lane: Lane): Lane[] {
    const bundle = new Set([lane])
    for (const member of bundle) {
      const { x, y, width, height } = member.rect
      for (const other of this.#within({ x: x - NEAR, y: y - NEAR, width: width + 2 * NEAR, height: height + 2 * NEAR })) if (areBeside(member, other)) bundle.add(other)
    }
    return [...bundle]
  }

  /** How far a lane may move: no further than those of its pieces that reach furthest. */
  #rangeOfLane({ first, runs }: Lane): Range {
    const outer = runs.length === 1 ? runs : [first, runs.reduce((a, b) => (b.start < a.start ? b : a)), runs.reduce((a, b) => (b.end > a.end ? b : a))]
    const ranges = [...new Set(outer)].map(({ track, at }) => this.#rangeOf(track, at))
    return [Math.max(...ranges.map(([low]) => low)), Math.min(...ranges.map(([, high]) => high))]
  }

  #settle(bundle: Lane[]): void {
    bundle.sort((a, b) => (a.name < b.name ? -1 : 1))
    bundle.sort((a, b) => inOrder(a.first, b.first))
    const ranges = bundle.map((lane) => this.#rangeOfLane(lane))
    const [low, high] = [Math.max(...ranges.map(([least]) => least)), Math.min(...ranges.map(([, most]) => most))]
    const places = bundle.map(({ first }) => placeOf(first))
    const middle = (Math.min(...places) + Math.max(...places)) / 2
    const gaps = bundle.length - 1
    const hasRoom = high > low
    const apart = gaps === 0 ? 0 : hasRoom ? Math.min(APART, (high - low) / gaps) : APART
    const half = (apart * gaps) / 2
    const centre = hasRoom ? Math.max(low + half, Math.min(high - half, middle)) : middle
    for (const [rank, { name }] of bundle.entries()) {
      const [least, most] = ranges[rank] ?? [low, high]
      this.#places.set(name, Math.max(least, Math.min(most, centre - half + rank * apart)))
    }
  }
}
