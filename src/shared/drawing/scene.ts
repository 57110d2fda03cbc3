import { bendsAfter, bendsOf } from '../document/commands/bends.ts'
import { boxOf, holderOf, holdersOf, membersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { type RelationLine, relationLinesOf } from '../document/relation-lines.ts'
import type { ResourceId } from '../model/id.ts'
import { type Kind, KIND_DEFINITIONS, type Resource } from '../model/index.ts'
import { viaOf } from '../model/link.ts'
import { bentRoute } from './bent.ts'
import { channelOf } from './centre.ts'
import type { Point } from './display-list.ts'
import { type LegEnd, type Route, routeOf } from './leg-route.ts'
import { type Label, Labels } from './labels.ts'
import { type Leg, shownLegsOf, shownLegsOfRelation, trunkOf } from './legs.ts'
import { Obstacles, type Passage, passageOf } from './obstacles.ts'
import { bodyOf, outlineOf, reachOf } from './outline.ts'
import { type Moved, type Rect, rectOf } from './rects.ts'
import type { Remarks } from './remarks.ts'
import { type Range, Spread, type Track } from './spread.ts'
import { stretchedLabel, stretchedPath } from './stretched.ts'

const LINK_KINDS = KIND_DEFINITIONS.filter(({ appearance }) => appearance === 'link').map(({ kind }) => kind as Kind)

/** What a leg ends at, and what it may run through. */
interface Course {
  readonly from: LegEnd | undefined
  readonly to: LegEnd | undefined
  readonly passage: Passage
}

/** With more links than this hanging on what moves, each is only stretched to it until it has come to rest: ways for all of them would take longer than a frame. */
const MOST_ROUTED = 12

/** How far a line may be pushed aside by those beside it. */
const SIGHT = 96

/**
 * Where everything is and how links run: one design with one set of moved places. Answers are computed when asked for and
 * remembered. Over moved places only the links are routed anew that hang on what moves or that it now lies on; the others are those
 * of the design as it stands. Where very many hang on it they are stretched instead.
 */
export class Scene {
  readonly index: DesignIndex
  readonly moved: Moved | undefined
  readonly #under: Scene | undefined
  readonly #rects = new Map<string, Rect | undefined>()
  readonly #routes = new Map<string, Route | undefined>()
  readonly #courses = new Map<string, Course>()
  #obstacles: Obstacles | undefined
  #affected: ReadonlySet<string> | undefined
  #isStretching = false
  readonly #stretched = new Map<string, readonly Point[]>()
  #spread: Spread | undefined
  #labels: { readonly remarks: Remarks | undefined; readonly labels: Labels } | undefined

  /** Use `sceneOf`, which remembers. */
  constructor(index: DesignIndex, moved: Moved | undefined, under?: Scene) {
    this.index = index
    this.moved = moved
    this.#under = under
  }

  /** Where something is drawn. */
  rect(id: string): Rect | undefined {
    if (!this.#rects.has(id)) this.#rects.set(id, rectOf(this.index, id, this.moved))
    return this.#rects.get(id)
  }

  /** What lines go around. */
  get obstacles(): Obstacles {
    this.#obstacles ??= this.#under ? new Obstacles(this.index, (id) => this.rect(id), this.#under.obstacles, this.#replaced()) : new Obstacles(this.index, (id) => this.rect(id))
    return this.#obstacles
  }

  /** What is elsewhere than in the design as it stands: what moves, and the boxes that surround it. */
  #replaced(): Set<string> {
    const replaced = new Set<string>(this.moved?.keys())
    for (const id of this.moved?.keys() ?? []) for (const holder of holdersOf(this.index, id)) if (boxOf(this.index, holder) && !boxOf(this.index, holder)?.stored) replaced.add(holder)
    return replaced
  }

  /** The paths of a link from end to end, one per leg; empty when an end has no place. */
  paths(link: Resource): readonly (readonly Point[])[] {
    return this.legPaths(link).map(({ points }) => points)
  }

  /** The legs of a link that are drawn, each with its path. */
  legPaths(link: Resource): readonly { readonly at: number; readonly points: readonly Point[] }[] {
    if (this.#under && !this.affected.has(link.id)) return this.#under.legPaths(link)
    return shownLegsOf(this.index, link).map((leg) => ({ at: leg.at, points: this.#pathOf(leg) })).filter(({ points }) => points.length > 1)
  }

  /** The path of a relation; empty when an end has no place. */
  relationPaths(line: RelationLine): readonly (readonly Point[])[] {
    if (this.#under && !this.affected.has(line.id)) return this.#under.relationPaths(line)
    const points = shownLegsOfRelation(this.index, line).flatMap((leg) => this.#pathOf(leg))
    return points.length > 1 ? [points] : []
  }

  /** Where the label of a link stands, with what an overlay says of it; undefined for a link that is not drawn. */
  labelOf(link: Resource, remarks?: Remarks): Label | undefined {
    if (!this.#under) return this.#allLabels(remarks).of(link.id)
    if (!this.affected.has(link.id)) return this.#under.labelOf(link, remarks)
    if (!this.#isStretching) return this.#allLabels(remarks).of(link.id)
    const label = this.#under.labelOf(link, remarks)
    return label && stretchedLabel(link, label, this.#under.paths(link), this.paths(link))
  }

  #pathOf(leg: Leg): readonly Point[] {
    if (!this.#isStretching || !this.#under) return this.#lines().pathOf(leg.key)
    const known = this.#stretched.get(leg.key)
    if (known) return known
    const [{ from, to }, before, points] = [this.#courseOf(leg), this.#under.#courseOf(leg), this.#under.#lines().pathOf(leg.key)]
    const corners = this.#cornersOf(leg)
    const path = !from || !to || !before.from || !before.to ? [] : corners.length > 0 ? bentRoute(from, to, corners).points : stretchedPath({ points, from, to, before: { from: before.from.body, to: before.to.body } })
    this.#stretched.set(leg.key, path)
    return path
  }

  /** Whether the label of a link touches an area. */
  isLabelled(area: Rect, remarks?: Remarks): boolean {
    return this.affected.size > 0 && this.#isStretching && this.#under ? this.#under.isLabelled(area, remarks) : this.#allLabels(remarks).isTaken(area)
  }

  /** The labels of all links; those of the last overlay are remembered. */
  #allLabels(remarks: Remarks | undefined): Labels {
    if (this.#labels?.remarks !== remarks || !this.#labels) {
      this.#labels = { remarks, labels: new Labels(this.#links(), { obstacles: this.obstacles, pathsOf: (link) => this.paths(link), stretches: this.#lines().stretches(), remarks, under: this.#under && this.#under.#allLabels(remarks), replaced: this.affected }) }
    }
    return this.#labels.labels
  }

  /** All links that this scene routes itself. */
  #links(): readonly Resource[] {
    return this.#under ? [...this.affected].flatMap((id) => this.index.get(id as ResourceId) ?? []) : LINK_KINDS.flatMap((kind) => this.index.all(kind))
  }

  /** The links that start, end or pass at a resource. */
  linksAt(id: ResourceId): readonly Resource[] {
    const passing = this.index.referrers(id).map(({ resource }) => resource).filter((resource) => viaOf(resource) === id)
    return [...new Set([...this.index.links(id), ...passing])]
  }

  /** The links at something and at all that it holds. */
  linksWithin(id: string): Set<string> {
    const found = new Set<string>()
    const visit = (member: string): void => {
      for (const link of this.linksAt(member as ResourceId)) found.add(link.id)
      membersOf(this.index, member).forEach(visit)
    }
    visit(id)
    return found
  }

  /** The links that run otherwise than in the design as it stands; none without moved places. */
  get affected(): ReadonlySet<string> {
    this.#affected ??= this.#findAffected()
    return this.#affected
  }

  #findAffected(): Set<string> {
    const found = new Set<string>()
    if (!this.#under || !this.moved) return found
    const relations = relationLinesOf(this.index)
    for (const id of this.moved.keys()) {
      for (const link of this.linksAt(id as ResourceId)) found.add(link.id)
      for (const { id: relation } of relations.at.get(id as ResourceId) ?? []) found.add(relation)
    }
    this.#isStretching = found.size > MOST_ROUTED
    if (this.#isStretching) return found
    const lines = this.#under.#lines()
    for (const id of this.#replaced()) {
      const holder = holderOf(this.index, id)
      if (holder !== undefined && this.moved.has(holder)) continue
      const rect = this.rect(id)
      for (const owner of rect ? lines.ownersIn(rect) : []) {
        const [link, relation] = [this.index.get(owner as ResourceId), relations.byId.get(owner)]
        const legs = link ? shownLegsOf(this.index, link) : relation ? shownLegsOfRelation(this.index, relation) : []
        if (legs.some(({ from, to }) => ![from, to, ...holdersOf(this.index, from), ...holdersOf(this.index, to)].includes(id as ResourceId))) found.add(owner)
      }
    }
    return found
  }

  #end(id: ResourceId, other: ResourceId): LegEnd | undefined {
    // The border of a collapsed box is met as that of a VPC is.
    const kind = boxOf(this.index, id) ? 'vpc' : this.index.get(id)?.kind
    const rect = this.rect(id)
    return kind && rect ? { kind, body: bodyOf(kind, rect), outline: outlineOf(kind, rect), holds: holdersOf(this.index, other).includes(id) } : undefined
  }

  #courseOf(leg: Leg): Course {
    let course = this.#courses.get(leg.key)
    if (!course) {
      course = { from: this.#end(leg.from, leg.to), to: this.#end(leg.to, leg.from), passage: passageOf(this.index, leg.from, leg.to) }
      this.#courses.set(leg.key, course)
    }
    return course
  }

  #route(leg: Leg): Route | undefined {
    if (this.#routes.has(leg.key)) return this.#routes.get(leg.key)
    const { from, to, passage } = this.#courseOf(leg)
    const corners = this.#cornersOf(leg)
    const isJoined = from && to && leg.from !== leg.to
    const route = isJoined && corners.length > 0 ? bentRoute(from, to, corners) : isJoined ? routeOf(from, to, this.obstacles, passage, trunkOf(leg) !== undefined) : undefined
    this.#routes.set(leg.key, route)
    return route
  }

  /** The corners that a person gave a leg, moved with its ends. */
  #cornersOf(leg: Leg): readonly Point[] {
    const link = this.index.design.bends && this.index.get(leg.owner as ResourceId)
    if (!link) return []
    const points = this.moved ? bendsAfter(this.index, link, this.moved) : bendsOf(this.index, link.id)
    return points.filter((point) => (point.leg ?? 0) === leg.at)
  }

  /** All lines, spread where they would run over each other. */
  #lines(): Spread {
    if (!this.#spread) {
      const relations = [...relationLinesOf(this.index).byId.values()].filter(({ id }) => !this.#under || this.affected.has(id))
      const tracks = [...this.#links().flatMap((link) => shownLegsOf(this.index, link)), ...relations.flatMap((line) => shownLegsOfRelation(this.index, line))].flatMap((leg): Track[] => {
        const route = this.#route(leg)
        return route ? [{ leg, points: route.points }] : []
      })
      this.#spread = new Spread(tracks, (track, at) => this.#rangeOf(track, at), this.#under && this.#under.#lines(), this.#under ? this.affected : undefined)
    }
    return this.#spread
  }

  /** How far a piece of a line may move: its ends along their sides, the others between what is beside them. */
  #rangeOf({ leg, points }: Track, at: number): Range {
    const [a, b] = [points[at], points[at + 1]]
    if (!a || !b) return [0, 0]
    if (this.#cornersOf(leg).length > 0) return a.y === b.y ? [a.y, a.y] : [a.x, a.x]
    const { from, to, passage } = this.#courseOf(leg)
    const area = { x: Math.min(a.x, b.x) - SIGHT, y: Math.min(a.y, b.y) - SIGHT, width: Math.abs(a.x - b.x) + 2 * SIGHT, height: Math.abs(a.y - b.y) + 2 * SIGHT }
    const { boxes, frames } = this.obstacles.viewOf(area, passage)
    const isFirst = at === 0
    const isLast = at === points.length - 2
    const bodies = [...(from && !isFirst && !from.holds ? [from.body] : []), ...(to && !isLast && !to.holds ? [to.body] : [])]
    let [low, high] = channelOf(a, b, { boxes: [...boxes, ...bodies], frames }, SIGHT)
    const route = this.#route(leg)
    for (const [end, side, own] of [[from, route?.from, isFirst], [to, route?.to, isLast]] as const) {
      if (!end || !own || side === undefined) continue
      const [least, most] = reachOf(end.kind, end.body, side)
      low = Math.max(low, least)
      high = Math.min(high, most)
    }
    return [low, high]
  }
}

const scenes = new WeakMap<object, Scene>()

/** The scene of a design and its moved places; remembered per `moved`, or per index without one. */
export function sceneOf(index: DesignIndex, moved?: Moved): Scene {
  const key = moved ?? index
  const known = scenes.get(key)
  if (known && known.index === index) return known
  const scene = moved ? new Scene(index, moved, sceneOf(index)) : new Scene(index, undefined)
  scenes.set(key, scene)
  return scene
}
