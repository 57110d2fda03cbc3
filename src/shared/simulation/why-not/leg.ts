import type { ResourceId } from '../../model/id.ts'
import { type Address, formatAddress, parseAddress } from '../../net/address.ts'
import type { Hop, Path, Step, Trace } from '../types.ts'

/** The addresses of a packet at some point of its way. */
export interface Addresses {
  readonly source: Address
  readonly destination: Address
}

/** A step of a journey with the addresses that the packet had when it came to it. */
export interface Station extends Addresses {
  readonly hop: Hop
  readonly step: Step
}

/** One way of a flow, there or back, step by step. */
export interface Leg {
  readonly isReply: boolean
  readonly path: Path
  readonly stations: readonly Station[]
  /** What the packet carried at the end. */
  readonly last: Addresses
}

function afterStep(step: Step, now: Addresses): Addresses {
  if (step.kind !== 'translate') return now
  const after = parseAddress(step.after)
  if (!after) return now
  return step.before === formatAddress(now.source) ? { ...now, source: after } : { ...now, destination: after }
}

function legOf(path: Path, start: Addresses, isReply: boolean): Leg {
  const stations: Station[] = []
  let now = start
  for (const hop of path.hops) {
    for (const step of hop.steps) {
      stations.push({ hop, step, source: now.source, destination: now.destination })
      now = afterStep(step, now)
    }
  }
  return { isReply, path, stations, last: now }
}

/** The ways of a trace that starts with these addresses; the reply starts with what the packet had when it arrived. */
export function legsOf(trace: Trace, start: Addresses): readonly Leg[] {
  const there = legOf(trace.forward, start, false)
  if (!trace.return) return [there]
  return [there, legOf(trace.return, { source: there.last.destination, destination: there.last.source }, true)]
}

/** The last step of a way, which says how it ended. */
export function endOf(leg: Leg): Extract<Step, { kind: 'end' }> | undefined {
  const step = leg.stations.at(-1)?.step
  return step?.kind === 'end' ? step : undefined
}

/** Resources that a way passed, each once, in order. */
export function passed(leg: Leg): ResourceId[] {
  return [...new Set(leg.path.hops.flatMap(({ resource }) => (resource === 'internet' ? [] : [resource])))]
}
