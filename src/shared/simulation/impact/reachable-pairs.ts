import type { IntentEnd } from '../../document/design.ts'
import type { Slices } from '../../slices.ts'
import { type Tracer, withEndsUp } from '../fail/outcomes.ts'
import type { Simulation } from '../index.ts'
import { type Group, membersOf, pairsBetween } from '../intents/pairs.ts'
import type { ElementId } from '../types.ts'
import { beforeFailure } from './effect.ts'
import { tryElements } from './single-failures.ts'

/** Two ends of which the first can open a connection to the second: VPCs, sites, the internet. */
export type ReachablePair = readonly [from: IntentEnd, to: IntentEnd]

/** Reachable pairs that the loss of an element takes down. */
export interface PairsLost {
  /** Pairs of which a flow between ends that are up stops working. */
  readonly broken: readonly ReachablePair[]
  /** How many pairs lose an end entirely. */
  readonly endpointLost: number
}

/** Everything that can reach something, and what each element takes of it. */
export interface ReachablePairs {
  /** How many pairs there are. */
  readonly total: number
  /** Of the elements that take something. */
  readonly lost: ReadonlyMap<ElementId, PairsLost>
}

/** What can talk: every VPC and site that has something to talk with, and the internet. */
export function endsOfPairs({ network }: Simulation, failed: readonly ElementId[]): Group[] {
  const ends: IntentEnd[] = ['internet', ...[...network.index.all('site'), ...network.index.all('vpc')].map(({ id }) => id).sort()]
  return ends.map((end) => ({ end, members: membersOf(network, end) })).filter(({ members }) => members.some(({ fate }) => !fate.some((element) => failed.includes(element))))
}

/**
 * Finds every pair of ends of which the first reaches the second with some packet, and tries what takes it down. Grows with the
 * square of the number of VPCs and sites: ask for it only when it is wanted.
 */
export function* reachablePairs(simulation: Simulation, failed: readonly ElementId[] = []): Slices<ReachablePairs> {
  const tracer: Tracer = (flow, down) => simulation.trace(flow, down)
  const all = endsOfPairs(simulation, failed)
  const lost = new Map<ElementId, { broken: ReachablePair[]; endpointLost: number }>()
  let total = 0
  let done = 0
  for (const from of all) {
    for (const to of all) {
      done += 1
      if (from === to) continue
      const before = beforeFailure(withEndsUp(pairsBetween(from.members, to.members, { protocol: 'some' }), failed), 'reach', tracer, failed)
      const working = before.outcomes.filter(({ works }) => works === true)
      yield (done - 0.5) / all.length ** 2
      if (working.length === 0) continue
      total += 1
      const slices = tryElements(simulation, { ...before, outcomes: working }, tracer)
      let slice = slices.next()
      for (; !slice.done; slice = slices.next()) yield done / all.length ** 2
      for (const { element, effect } of slice.value) {
        if (effect !== 'broken' && effect !== 'endpoint-lost') continue
        const known = lost.get(element) ?? { broken: [], endpointLost: 0 }
        lost.set(element, known)
        if (effect === 'broken') known.broken.push([from.end, to.end])
        else known.endpointLost += 1
      }
    }
  }
  return { total, lost }
}
