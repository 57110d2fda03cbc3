import { holdersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import { type Kind, KIND_DEFINITIONS, type Resource } from '../model/index.ts'
import { viaOf } from '../model/link.ts'
import { across, aligned, type End, runOf, staggerOf } from './align.ts'
import type { Point } from './display-list.ts'
import { lanesOf, type Turn } from './lanes.ts'
import { type Leg, legsOf } from './legs.ts'
import { Obstacles } from './obstacles.ts'
import { outlineOf, type Side } from './outline.ts'
import { type Moved, type Rect, rectOf } from './rects.ts'
import { candidates, lengthOf, simplified } from './route.ts'
import { isFrame } from './sizes.ts'

interface Choice {
  readonly fromSide: Side
  readonly toSide: Side
  readonly shape: number
  readonly points: readonly Point[]
}

const SIDES: readonly Side[] = ['right', 'left', 'top', 'bottom']

/** Distance between links side by side, and the most they may spread on a node's icon. */
const SPACING = { parallel: 14, icon: 36 } as const

/** Distance between lanes around frames, and between their ports. */
const LANE = { distance: 28, ports: 10 } as const

/** Designs read from left to right: links leave at the sides, a node's even more so, unless that is a long way round. */
const sideways = (kind: Kind, side: Side): number => (across(side) ? 0 : isFrame(kind) ? 30 : 140)

/**
 * Where everything is and how links run: one design with one set of moved places. Answers are computed when asked for and
 * remembered, so drawing one link costs what its two ends have to say, not the whole design.
 */
export class Scene {
  readonly index: DesignIndex
  readonly moved: Moved | undefined
  #obstacles: Obstacles | undefined
  readonly #rects = new Map<string, Rect | undefined>()
  readonly #legsAt = new Map<string, readonly Leg[]>()
  readonly #choices = new Map<string, Choice | undefined>()
  #lanes: ReadonlyMap<string, number> | undefined
  readonly #slots = new Map<string, ReadonlyMap<string, number>>()

  /** Use `sceneOf`, which remembers. */
  constructor(index: DesignIndex, moved: Moved | undefined) {
    this.index = index
    this.moved = moved
  }

  /** Where something is drawn. */
  rect(id: string): Rect | undefined {
    if (!this.#rects.has(id)) this.#rects.set(id, rectOf(this.index, id, this.moved))
    return this.#rects.get(id)
  }

  /** The paths of a link from end to end, one per leg; empty when an end has no place. */
  paths(link: Resource): readonly (readonly Point[])[] {
    return legsOf(link).map((leg) => this.#path(leg)).filter((points) => points.length > 1)
  }

  /** Where a link stands among those between the same two things, counted from the middle; 0 for a lone one. */
  rankOf(link: Resource): number {
    const [leg] = legsOf(link)
    if (!leg) return 0
    const keys = this.#beside(leg)
    return keys.indexOf(leg.key) - (keys.length - 1) / 2
  }

  /** The legs between the same two things, this one among them. */
  #beside(leg: Leg): string[] {
    return this.#legs(leg.from).filter((other) => (other.from === leg.from && other.to === leg.to) || (other.from === leg.to && other.to === leg.from)).map(({ key }) => key).sort()
  }

  /** The links that start, end or pass at a resource. */
  linksAt(id: ResourceId): readonly Resource[] {
    const passing = this.index.referrers(id).map(({ resource }) => resource).filter((resource) => viaOf(resource) === id)
    return [...new Set([...this.index.links(id), ...passing])]
  }

  #legs(id: ResourceId): readonly Leg[] {
    let legs = this.#legsAt.get(id)
    if (!legs) {
      legs = this.linksAt(id).flatMap(legsOf).filter((leg) => leg.from === id || leg.to === id)
      this.#legsAt.set(id, legs)
    }
    return legs
  }

  #end(id: ResourceId): End | undefined {
    const kind = this.index.get(id)?.kind
    const rect = this.rect(id)
    return kind && rect ? { kind, outline: outlineOf(kind, rect) } : undefined
  }

  /** Sides and shape of a leg, as if it were alone. */
  #choice(leg: Leg): Choice | undefined {
    if (this.#choices.has(leg.key)) return this.#choices.get(leg.key)
    const [from, to] = [this.#end(leg.from), this.#end(leg.to)]
    let best: Choice | undefined
    if (from && to && leg.from !== leg.to) {
      this.#obstacles ??= new Obstacles(this.index, this.moved)
      const free = new Set<string>([...holdersOf(this.index, leg.from), ...holdersOf(this.index, leg.to)])
      for (const end of [leg.from, leg.to]) if (this.#isGatewayOnBorder(end)) for (const holder of holdersOf(this.index, end).slice(0, 1)) free.delete(holder)
      const options: { readonly choice: Choice; readonly length: number }[] = []
      for (const fromSide of SIDES) {
        for (const toSide of SIDES) {
          const [a, b] = aligned({ ...from, side: fromSide, offset: 0, crowd: 1 }, { ...to, side: toSide, offset: 0, crowd: 1 })
          const bias = sideways(from.kind, fromSide) + sideways(to.kind, toSide)
          for (const [shape, path] of candidates(a, b).entries()) {
            const points = simplified(path)
            options.push({ choice: { fromSide, toSide, shape, points }, length: lengthOf(points) + bias })
          }
        }
      }
      options.sort((a, b) => a.length - b.length)
      let cost = Infinity
      for (const option of options) {
        if (option.length >= cost) break
        const total = option.length + this.#obstacles.cost(option.choice.points, free)
        if (total < cost) [best, cost] = [option.choice, total]
      }
    }
    this.#choices.set(leg.key, best)
    return best
  }

  #isGatewayOnBorder(id: ResourceId): boolean {
    const kind = this.index.get(id)?.kind
    return kind === 'vpn-gateway' || kind === 'internet-gateway'
  }

  /** Where along a node's side, or among the links between the same two frames, each leg ends: offsets from the middle by leg. */
  #slotsAt(id: ResourceId, side: Side): ReadonlyMap<string, number> {
    const key = `${id} ${side}`
    const known = this.#slots.get(key)
    if (known) return known
    const groups = new Map<string, { readonly keys: string[]; readonly at: number }>()
    for (const leg of this.#legs(id)) {
      const choice = this.#choice(leg)
      if (!choice || (leg.from === id ? choice.fromSide : choice.toSide) !== side) continue
      const at = turnOf(leg.from === id ? choice.points : [...choice.points].reverse(), side)
      const bus = leg.link.kind === 'transit-gateway-vpc-attachment' ? 'bus' : leg.key
      const group = groups.get(bus)
      if (group) group.keys.push(leg.key)
      else groups.set(bus, { keys: [leg.key], at })
    }
    const order = [...groups.values()].sort((a, b) => a.at - b.at || ((a.keys[0] ?? '') < (b.keys[0] ?? '') ? -1 : 1))
    const spacing = Math.min(SPACING.parallel, SPACING.icon / Math.max(1, order.length - 1))
    const slots = new Map<string, number>()
    for (const [rank, { keys }] of order.entries()) for (const leg of keys) slots.set(leg, (rank - (order.length - 1) / 2) * spacing)
    this.#slots.set(key, slots)
    return slots
  }

  /** Which lane a link takes that leaves one frame and comes back to another at the same side; 0 is the closest. */
  #lane(key: string): number {
    this.#lanes ??= lanesOf(KIND_DEFINITIONS.filter(({ appearance }) => appearance === 'link').flatMap(({ kind }) => this.index.all(kind as Kind)).flatMap(legsOf).flatMap((leg): Turn[] => {
      const [from, to] = [this.#end(leg.from), this.#end(leg.to)]
      if (!from || !to || !isFrame(from.kind) || !isFrame(to.kind)) return []
      const choice = this.#choice(leg)
      return choice?.fromSide === choice?.toSide && choice ? [{ key: leg.key, side: choice.fromSide, from: from.outline, to: to.outline }] : []
    }))
    return this.#lanes.get(key) ?? 0
  }

  #path(leg: Leg): readonly Point[] {
    const choice = this.#choice(leg)
    const [from, to] = [this.#end(leg.from), this.#end(leg.to)]
    if (!choice || !from || !to) return []
    const { fromSide, toSide, shape } = choice
    const frames = [isFrame(from.kind), isFrame(to.kind)]
    const lane = frames[0] && frames[1] && fromSide === toSide ? this.#lane(leg.key) : undefined
    const slot = (id: ResourceId, side: Side): number => this.#slotsAt(id, side).get(leg.key) ?? 0
    const beside = frames[0] && frames[1] ? 2 * SPACING.parallel * this.rankOf(leg.link) : 0
    // Outer lanes start and end further out, so that lanes nest.
    const isFirst = across(fromSide) ? from.outline.y < to.outline.y : from.outline.x < to.outline.x
    const nest = lane === undefined ? undefined : LANE.ports * lane * (isFirst ? -1 : 1)
    const fromOffset = nest ?? (frames[0] ? beside : slot(leg.from, fromSide))
    const toOffset = nest === undefined ? (frames[1] ? beside : slot(leg.to, toSide)) : -nest
    const [a, b] = aligned(
      { ...from, side: fromSide, offset: frames[0] && !frames[1] ? toOffset : fromOffset, crowd: this.#slotsAt(leg.from, fromSide).size },
      { ...to, side: toSide, offset: frames[1] && !frames[0] ? fromOffset : toOffset, crowd: this.#slotsAt(leg.to, toSide).size },
    )
    const isBus = leg.link.kind === 'transit-gateway-vpc-attachment' && fromSide !== toSide
    const nested = Math.abs(fromOffset) > Math.abs(toOffset) ? staggerOf(fromOffset, b.along - a.along, 1) : staggerOf(toOffset, a.along - b.along, -1)
    // A bus bends near its hub, so that the labels near the VPCs keep their room.
    const stagger = lane !== undefined ? lane * LANE.distance : isBus ? 0.22 * runOf(a, b) : nested
    return simplified(candidates(a, b, stagger)[shape] ?? [])
  }
}

/** Where a path turns to after it has left a side; links leave in that order, so that they do not cross at once. */
function turnOf(points: readonly Point[], side: Side): number {
  const along = (point: Point | undefined): number => (across(side) ? point?.y : point?.x) ?? 0
  const start = along(points[0])
  return along(points.find((point) => along(point) !== start) ?? points[0])
}

const scenes = new WeakMap<object, Scene>()

/** The scene of a design and its moved places; remembered per `moved`, or per index without one. */
export function sceneOf(index: DesignIndex, moved?: Moved): Scene {
  const key = moved ?? index
  const known = scenes.get(key)
  if (known && known.index === index) return known
  const scene = new Scene(index, moved)
  scenes.set(key, scene)
  return scene
}
