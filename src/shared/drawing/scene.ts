import { holdersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import { endsOf, viaOf } from '../model/link.ts'
import type { Point } from './display-list.ts'
import { Obstacles } from './obstacles.ts'
import { middleOf, outlineOf, type Side } from './outline.ts'
import { type Moved, type Rect, rectOf } from './rects.ts'
import { candidates, lengthOf, pointOf, type Port, simplified } from './route.ts'
import { isFrame } from './sizes.ts'

/** A straight run of a link between two things: all of it, or up to and from the node it runs through. */
interface Leg {
  readonly key: string
  readonly link: Resource
  readonly from: ResourceId
  readonly to: ResourceId
}

interface End {
  readonly kind: Kind
  readonly outline: Rect
}

interface Choice {
  readonly fromSide: Side
  readonly toSide: Side
  readonly shape: number
}

const SIDES: readonly Side[] = ['right', 'left', 'top', 'bottom']

/** Distance between links side by side, and the most they may spread on a node's icon. */
const SPACING = { parallel: 14, icon: 36 } as const

/** Jogs smaller than this are straightened. */
const JOG = 18

/** Designs read from left to right: a node's links leave at its sides unless that is a long way round. */
const sideways = (kind: Kind, side: Side): number => (isFrame(kind) || across(side) ? 0 : 140)

const across = (side: Side): boolean => side === 'left' || side === 'right'

/** The legs of a link, in order; none when an end is not set. */
function legsOf(link: Resource): Leg[] {
  const [from, to] = endsOf(link) ?? []
  if (from === undefined || to === undefined) return []
  const via = viaOf(link)
  const stops = via === undefined || via === from || via === to ? [from, to] : [from, via, to]
  return stops.slice(1).map((stop, at) => ({ key: `${link.id}#${at}`, link, from: stops[at] ?? from, to: stop }))
}

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
      const options: { readonly choice: Choice; readonly points: readonly Point[]; readonly length: number }[] = []
      for (const fromSide of SIDES) {
        for (const toSide of SIDES) {
          const [a, b] = aligned({ ...from, side: fromSide, offset: 0 }, { ...to, side: toSide, offset: 0 })
          const bias = sideways(from.kind, fromSide) + sideways(to.kind, toSide)
          for (const [shape, points] of candidates(a, b).entries()) options.push({ choice: { fromSide, toSide, shape }, points, length: lengthOf(simplified(points)) + bias })
        }
      }
      options.sort((a, b) => a.length - b.length)
      let cost = Infinity
      for (const option of options) {
        if (option.length >= cost) break
        const total = option.length + this.#obstacles.cost(simplified(option.points), free)
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
      const other = this.#end(leg.from === id ? leg.to : leg.from)
      if (!other) continue
      const at = across(side) ? other.outline.y + other.outline.height / 2 : other.outline.x + other.outline.width / 2
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

  /** Offset of a leg among those between the same two frames. */
  #offsetBetweenFrames(leg: Leg): number {
    const same = this.#legs(leg.from).filter((other) => (other.from === leg.from && other.to === leg.to) || (other.from === leg.to && other.to === leg.from))
    const keys = same.map(({ key }) => key).sort()
    return (keys.indexOf(leg.key) - (keys.length - 1) / 2) * 2 * SPACING.parallel
  }

  #path(leg: Leg): readonly Point[] {
    const choice = this.#choice(leg)
    const [from, to] = [this.#end(leg.from), this.#end(leg.to)]
    if (!choice || !from || !to) return []
    const frames = [isFrame(from.kind), isFrame(to.kind)]
    const both = frames[0] && frames[1] ? this.#offsetBetweenFrames(leg) : 0
    const slot = (id: ResourceId, side: Side): number => this.#slotsAt(id, side).get(leg.key) ?? 0
    const fromOffset = frames[0] ? both : slot(leg.from, choice.fromSide)
    const toOffset = frames[1] ? both : slot(leg.to, choice.toSide)
    const [a, b] = aligned(
      { ...from, side: choice.fromSide, offset: frames[0] && !frames[1] ? toOffset : fromOffset },
      { ...to, side: choice.toSide, offset: frames[1] && !frames[0] ? fromOffset : toOffset },
    )
    const isBus = leg.link.kind === 'transit-gateway-vpc-attachment'
    // A bus bends near its hub, so that the labels near the VPCs keep their room.
    const stagger = isBus ? 0.22 * runOf(a, b) : Math.abs(fromOffset) > Math.abs(toOffset) ? staggerOf(fromOffset, b.along - a.along, 1) : staggerOf(toOffset, a.along - b.along, -1)
    return simplified(candidates(a, b, stagger)[choice.shape] ?? [])
  }
}

/** How far a path goes in the direction it starts in. */
function runOf(a: Port, b: Port): number {
  const [from, to] = [pointOf(a), pointOf(b)]
  return across(a.side) ? to.x - from.x : to.y - from.y
}

/** Bends of links that come from the same direction lie the further out the further away they start, so they nest without crossing. */
function staggerOf(offset: number, towards: number, direction: 1 | -1): number {
  return offset === 0 ? 0 : direction * (Math.sign(towards) === Math.sign(offset) ? -Math.abs(offset) : Math.abs(offset))
}

/**
 * Ports of two ends. Ends that look at each other line up: a frame's port moves to the node's height, two frames meet in the middle of
 * what they share, and small jogs between nodes are straightened.
 */
function aligned(from: End & { readonly side: Side; readonly offset: number }, to: End & { readonly side: Side; readonly offset: number }): readonly [Port, Port] {
  const start = middleOf(from.kind, from.outline, from.side) + from.offset
  const end = middleOf(to.kind, to.outline, to.side) + to.offset
  let [a, b] = [start, end]
  if (across(from.side) === across(to.side)) {
    const [first, second] = [range(from.outline, from.side), range(to.outline, to.side)]
    const low = Math.max(first[0], second[0])
    const high = Math.min(first[1], second[1])
    const inside = (value: number): number => Math.max(low, Math.min(high, value))
    const fromFrame = isFrame(from.kind)
    if (high >= low && fromFrame !== isFrame(to.kind)) {
      const fixed = fromFrame ? end : start
      if (inside(fixed) === fixed) [a, b] = [fixed, fixed]
    } else if (high >= low && fromFrame) [a, b] = [inside((low + high) / 2 + from.offset), inside((low + high) / 2 + from.offset)]
    else if (!fromFrame && Math.abs(start - end) < JOG) [a, b] = Math.abs(from.offset) > Math.abs(to.offset) ? [start, start] : [end, end]
  }
  return [{ outline: from.outline, side: from.side, along: a }, { outline: to.outline, side: to.side, along: b }]
}

const CORNER_ROOM = 12

function range(outline: Rect, side: Side): readonly [number, number] {
  return across(side) ? [outline.y + CORNER_ROOM, outline.y + outline.height - CORNER_ROOM] : [outline.x + CORNER_ROOM, outline.x + outline.width - CORNER_ROOM]
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
