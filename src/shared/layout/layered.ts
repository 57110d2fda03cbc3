import { holdersOf, type HolderId } from '../document/groups.ts'
import type { Edit } from '../document/edit.ts'
import type { DesignIndex } from '../document/query.ts'
import { unionOf } from '../drawing/rects.ts'
import { GAP } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import type { Resource } from '../model/index.ts'
import { endsOf, viaOf } from '../model/link.ts'
import { arrangeEdit, type Spot } from './arranged.ts'
import { columnOf } from './canvas.ts'
import { isLoose } from './fit.ts'
import { type Unit, unitsOf } from './units.ts'

/** A graph to be laid out in layers: plain data, in pixels. Numbers name the nodes. */
export interface LayeredProblem {
  readonly nodes: readonly { readonly id: number; readonly width: number; readonly height: number }[]
  readonly edges: readonly { readonly from: number; readonly to: number }[]
  /** Pixels between nodes of a layer, and between layers. */
  readonly gap: { readonly node: number; readonly layer: number }
}

/** Where each node's corner came to lie, by number, from the graph's own corner. */
export type LayeredAnswer = ReadonlyMap<number, Spot>

/** What is asked, with the units that its numbers stand for. */
export interface LayeredQuestion {
  readonly problem: LayeredProblem
  readonly units: readonly Unit[]
}

/** The stops of a link in the order that it is drawn. */
const stopsOf = (link: Resource): readonly ResourceId[] => [endsOf(link)?.[0], viaOf(link), endsOf(link)?.[1]].flatMap((stop) => stop ?? [])

/** The pairs of units that links join, each once: from the customer's side to AWS, else as most of the links are drawn. */
function joins(index: DesignIndex, units: readonly Unit[]): { from: number; to: number }[] {
  const owner = new Map<string, number>(units.flatMap(({ ids }, at) => ids.map((id) => [id, at] as const)))
  const ownerOf = (id: ResourceId): number | undefined => [id, ...holdersOf(index, id)].map((one) => owner.get(one)).find((at) => at !== undefined)
  const counts = new Map<string, number>()
  for (const link of Object.values(index.design.resources)) {
    const at = stopsOf(link).flatMap((stop) => ownerOf(stop) ?? [])
    for (const [position, from] of at.entries()) {
      const to = at[position + 1]
      if (to === undefined || to === from) continue
      const [low, high] = from < to ? [from, to] : [to, from]
      counts.set(`${low} ${high}`, (counts.get(`${low} ${high}`) ?? 0) + (from === low ? 1 : -1))
    }
  }
  const columns = units.map(({ ids }) => Math.min(...ids.map((id) => columnOf(index, id))))
  return [...counts].map(([pair, balance]) => {
    const [low = 0, high = 0] = pair.split(' ').map(Number)
    const rise = (columns[high] ?? 0) - (columns[low] ?? 0)
    return (rise === 0 ? balance >= 0 : rise > 0) ? { from: low, to: high } : { from: high, to: low }
  })
}

/**
 * What to ask of a layered layout so that the chosen things come to lie well among each other: one question for each container that
 * holds several of them. Things with all they hold and whole groupings are nodes; locked things, notes and frames take no part.
 */
export function layeredQuestions(index: DesignIndex, ids: Iterable<HolderId>): LayeredQuestion[] {
  const byHolder = new Map<HolderId | undefined, Unit[]>()
  for (const unit of unitsOf(index, ids)) {
    if (unit.isLocked || unit.ids.some((id) => isLoose(index, id))) continue
    byHolder.set(unit.holder, [...(byHolder.get(unit.holder) ?? []), unit])
  }
  return [...byHolder.values()].flatMap((units) => {
    if (units.length < 2) return []
    const isLarge = units.some(({ rect }) => rect.width > 200)
    const gap = isLarge ? { node: GAP.block, layer: GAP.column } : { node: GAP.node, layer: GAP.block }
    return [{ units, problem: { nodes: units.map(({ rect }, id) => ({ id, width: rect.width, height: rect.height })), edges: joins(index, units), gap } }]
  })
}

/** The edit that puts units where the answers say, each container's from the corner that they had together; holders grow and neighbours make room. */
export function layeredEdit(index: DesignIndex, answers: readonly { readonly units: readonly Unit[]; readonly answer: LayeredAnswer }[]): Edit {
  const spots = new Map<Unit, Spot>()
  for (const { units, answer } of answers) {
    const corner = unionOf(units.map(({ rect }) => rect))
    for (const [at, unit] of units.entries()) {
      const spot = answer.get(at)
      if (corner && spot) spots.set(unit, { x: corner.x + Math.round(spot.x), y: corner.y + Math.round(spot.y) })
    }
  }
  return arrangeEdit(index, spots, `Arrange ${spots.size} things`)
}
