import fc from 'fast-check'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { simulate, type Simulation } from '../../../../../src/shared/simulation/index.ts'
import type { Flow, Trace } from '../../../../../src/shared/simulation/types.ts'
import { designArbitrary } from '../../../arbitraries/design.ts'
import { type Removal, removalsOn } from './removals.ts'

/** A flow that worked before a few things were taken away. */
export interface Broken {
  readonly simulation: Simulation
  readonly flow: Flow
  readonly removals: readonly Removal[]
}

const ENDS = ['subnet', 'instance', 'site', 'network-interface', 'vpc-endpoint']

const isKnown = (trace: Trace) => trace.forward.disposition !== 'unknown' && trace.return?.disposition !== 'unknown'

function workingFlows(design: Design, simulation: Simulation, protocol: Flow['protocol']): Flow[] {
  const ends = [...Object.values(design.resources).flatMap(({ kind, id }) => (ENDS.includes(kind) ? [id] : [])), 'internet' as const]
  const flows = ends.flatMap((from) => ends.map((to): Flow => ({ from, to, protocol, ...(protocol === 6 ? { port: 443 } : {}) })))
  return flows.filter((flow) => simulation.trace(flow).works)
}

function breakFlow(design: Design, protocol: Flow['protocol'], picks: readonly number[]): Broken | undefined {
  const simulation = simulate(design)
  const flows = workingFlows(design, simulation, protocol)
  const flow = flows[(picks[0] ?? 0) % Math.max(1, flows.length)]
  if (!flow) return undefined
  // What breaks it by itself, so that every removal counts.
  const removals = removalsOn(design, simulation.trace(flow)).filter(({ apply }) => {
    const trace = simulate(apply(design), simulation).trace(flow)
    return !trace.works && isKnown(trace)
  })
  if (removals.length === 0) return undefined
  const chosen = [...new Set(picks.slice(1).flatMap((pick) => removals[pick % removals.length] ?? []))]
  const broken = simulate(chosen.reduce((now, { apply }) => apply(now), design))
  const trace = broken.trace(flow)
  return trace.works || !isKnown(trace) ? undefined : { simulation: broken, flow, removals: chosen }
}

/** Random designs with a flow that worked until one to three things were taken away; undefined where nothing works or can be broken. */
export const brokenArbitrary = (size: number): fc.Arbitrary<Broken | undefined> =>
  fc
    .record({ design: designArbitrary(size, []), protocol: fc.constantFrom<Flow['protocol']>(6, 1, 'any', 'some'), picks: fc.array(fc.nat(99_999), { minLength: 2, maxLength: 4 }) })
    .map(({ design, protocol, picks }) => {
      const broken = breakFlow(design, protocol, picks)
      // A counterexample is its flow and what was taken away, not two simulations.
      return broken && Object.assign(broken, { [fc.toStringMethod]: () => `${JSON.stringify(broken.flow)} without ${broken.removals.map(({ what }) => what).join('; ')}` })
    })
