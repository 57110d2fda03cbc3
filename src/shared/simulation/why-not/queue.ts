import { costOf, keyOf, weightOf } from './candidate.ts'
import type { Failure } from './failure.ts'
import type { Repair } from './repair.ts'

/** A set of repairs to try: the last one on the state that those before it leave, which fails as given. */
export interface Candidate {
  readonly repairs: readonly Repair[]
  readonly before: Failure
}

interface Entry extends Candidate {
  readonly cost: number
  readonly weight: number
  readonly number: number
}

const isBefore = (a: Entry, b: Entry): boolean => a.cost < b.cost || (a.cost === b.cost && (a.weight < b.weight || (a.weight === b.weight && a.number < b.number)))

/** Sets of repairs in the order in which they are tried: the fewest changes first, among those the least invasive, then as they came. */
export class CandidateQueue {
  readonly #entries: Entry[] = []
  readonly #seen = new Set<string>()
  #number = 0

  /** Adds a set unless it was added before in whatever order. */
  add(candidate: Candidate): void {
    const key = keyOf(candidate.repairs)
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    const entry: Entry = { ...candidate, cost: costOf(candidate.repairs), weight: weightOf(candidate.repairs), number: this.#number++ }
    let [low, high] = [0, this.#entries.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#entries[middle]
      if (other && isBefore(entry, other)) low = middle + 1
      else high = middle
    }
    this.#entries.splice(low, 0, entry)
  }

  /** Cost of the set that is next; undefined when none is left. */
  get nextCost(): number | undefined {
    return this.#entries.at(-1)?.cost
  }

  /** Takes the next set out. */
  take(): Candidate | undefined {
    return this.#entries.pop()
  }

  /** Takes out, instead of the next, the set that is furthest on its way: a search in depth, for when there are too many. */
  takeFurthest(): Candidate | undefined {
    let best = -1
    const rank = ({ before, cost, weight }: Entry) => (before.leg.isReply ? 1_000_000 : 0) + before.leg.path.hops.length * 1000 - weight * 100 - cost
    this.#entries.forEach((entry, position) => {
      const leader = this.#entries[best]
      if (!leader || rank(entry) > rank(leader)) best = position
    })
    return best < 0 ? undefined : this.#entries.splice(best, 1)[0]
  }
}
