import type { ResourceId } from '../../model/id.ts'
import { type Followed, followFlow } from '../forward/trace.ts'
import type { Health } from '../health.ts'
import type { Routing } from '../routes/index.ts'
import type { Flow } from '../types.ts'
import { answerOf, marksOf, trafficOf } from './answer.ts'
import { Boundaries } from './boundary.ts'
import type { MatrixEnd } from './ends/end-kind.ts'
import { END_KINDS } from './ends/index.ts'
import { Likeness } from './likeness.ts'
import { type Cell, cellsBetween } from './pair.ts'
import { prepare, type PreparedEnd } from './piece.ts'
import type { PairAnswer, Verdict } from './types.ts'

/**
 * Who reaches whom: every ordered pair of ends, for all addresses of both, with some elements down.
 *
 * Models: what `Simulation.trace` models, asked with "some" protocol: whether any packet gets there and its reply back, and which
 * ones do. Unnamed hosts of a subnet have no security group; drawn hosts are judged with theirs; a subnet's or site's row towards
 * itself is about its hosts among each other. Remote users send from every address of every pool that they may get, each way in by
 * itself. A service (interface endpoint, load balancer, endpoint service) is reached when one of its interfaces is.
 * Does not model: the internet and single hosts as ends; hosts without an address; addresses that AWS keeps or gateways hold; a
 * packet to the sender's own address, which also leaves out equal addresses of two networks that overlap.
 *
 * Exactness: an address is only ever compared with blocks that are written in the design (and with the fixed list of blocks that
 * are not public). A packet's outcome holds for all addresses that lie in the same of those blocks that it may have been compared
 * with on its way; `pair.ts` cuts the ends along these and nothing else.
 *
 * Cost: reading the design once; then one trace per pair of pieces of a pair of classes of ends. Ends are of one class where the
 * design is the same with them swapped (`likeness.ts`): subnets of a VPC with the same table, network ACL and zone and no hosts,
 * and the subnets at the same place in VPCs that are the same but for names and addresses. A hub with n like VPCs and s sites of p
 * prefixes takes O(n) for reading and traces that do not grow with n, except that a site whose prefix spans the VPCs has a piece
 * for each; n VPCs that all differ take O(n²) traces.
 */
export class ReachabilityMatrix {
  /** All ends: user groups, sites, subnets by VPC, then services, each in order of id. */
  readonly ends: readonly MatrixEnd[]
  /** Positions in `ends` of those that send: the rows. */
  readonly rows: readonly number[]
  /** Positions in `ends` of those that receive: the columns. */
  readonly columns: readonly number[]
  readonly #health: Health
  readonly #boundaries: Boundaries
  readonly #prepared: readonly PreparedEnd[]
  /** The class of each end, as a number from 0 on. */
  readonly #classes: readonly number[]
  readonly #units: readonly (ResourceId | undefined)[]
  readonly #follow: (flow: Flow) => Followed
  readonly #verdicts = new Map<number, Verdict>()
  #traces = 0

  /** A matrix of the network in one state; nothing is traced before it is asked for. */
  constructor(routing: Routing, health: Health) {
    this.#health = health
    this.ends = END_KINDS.flatMap((kind) => kind.endsOf(health))
    this.rows = [...this.ends.keys()].filter((at) => this.ends[at]?.sends === true)
    this.columns = [...this.ends.keys()].filter((at) => this.ends[at]?.receives === true)
    this.#boundaries = new Boundaries(health.network)
    this.#prepared = this.ends.map((end) => prepare(end, this.#boundaries))
    const likeness = new Likeness(health)
    this.#units = this.ends.map(({ id }) => likeness.unitOf(id))
    this.#classes = classesOf(this.#prepared, likeness)
    this.#follow = (flow) => {
      this.#traces += 1
      return followFlow(routing, health, flow, true)
    }
  }

  /** How many packets were followed so far. */
  get traces(): number {
    return this.#traces
  }

  /** The class of an end: those of one class have the same verdicts in their rows and columns, but for themselves and their own VPC. */
  classOf(at: number): number {
    return this.#classes[at] ?? -1
  }

  /** The short answer for a row and a column, by positions in `ends`. Pairs of the same classes share one answer, that of the first asked for. */
  verdict(from: number, to: number): Verdict {
    const unit = this.#units[from]
    const relation = from === to ? 0 : unit !== undefined && unit === this.#units[to] ? 1 : 2
    const key = ((this.#classes[from] ?? 0) * this.ends.length + (this.#classes[to] ?? 0)) * 3 + relation
    let verdict = this.#verdicts.get(key)
    if (!verdict) {
      const cells = this.cells(from, to)
      verdict = { ...marksOf(cells), traffic: trafficOf(cells), example: [from, to] }
      this.#verdicts.set(key, verdict)
    }
    return verdict
  }

  /** Everything between two ends, traced for this very pair. */
  cells(from: number, to: number): Cell[] {
    const [one, other] = [this.#prepared[from], this.#prepared[to]]
    return one?.end.sends === true && other?.end.receives === true ? cellsBetween({ boundaries: this.#boundaries, follow: this.#follow }, one, other) : []
  }

  /** The whole answer for a pair with its reasons, traced for this very pair. */
  answer(from: number, to: number): PairAnswer {
    const [one, other] = [this.#prepared[from], this.#prepared[to]]
    return one && other ? answerOf(this.#health.network.index, one, other, this.cells(from, to)) : { mark: 'unknown', there: 'unknown', traffic: [], groups: [] }
  }
}

/** Numbers that are equal for ends that can be swapped for each other, alone or with the VPC around them. */
function classesOf(prepared: readonly PreparedEnd[], likeness: Likeness): number[] {
  const firstOf = new Map<string, number>()
  const places = prepared.map(({ end, pieces, cuts }) => {
    const place = likeness.placeOf(end.id)
    const isUncut = cuts.length === 0 && pieces.length === end.parts.length
    const sibling = isUncut ? likeness.siblingOf(end.id) : undefined
    if (sibling !== undefined && place < (firstOf.get(sibling) ?? Number.POSITIVE_INFINITY)) firstOf.set(sibling, place)
    return { place, sibling }
  })
  const numbers = new Map<string, number>()
  return prepared.map(({ end }, at) => {
    const unit = likeness.unitOf(end.id)
    const { place, sibling } = places[at] ?? {}
    const text = unit === undefined ? end.id : `${likeness.classOf(unit)} ${sibling === undefined ? place : firstOf.get(sibling)}`
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
}
