import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../src/shared/document/design.ts'
import { simulate } from '../../src/shared/simulation/index.ts'
import { designArbitrary } from '../unit/arbitraries/design.ts'
import { EXTRAS, type ExtraName } from '../unit/arbitraries/plan-extras.ts'
import { flowsOf, opinions } from './compare.ts'
import { elementsOf } from './elements.ts'
import { Oracle } from './flow.ts'
import { judge } from './intent.ts'
import { twistedDesign } from './twists.ts'

const SEED = 20_261_128

/** Groups of kinds on which flows are compared; whatever else a design has stands beside them. */
const GROUPS: readonly (readonly ExtraName[])[] = [
  ['estate', 'policies'],
  ['software', 'policies'],
  ['physical', 'policies'],
  ['transitMore', 'policies'],
  ['cloudWan', 'egress', 'policies'],
  ['remote', 'estate'],
  EXTRAS.filter((name) => name !== 'endpoints'),
]

const designs = (size: number, extras: readonly ExtraName[]) => fc.oneof(designArbitrary(size, extras), { arbitrary: twistedDesign(size, extras), weight: 2 })

/** Some elements of the design, chosen by numbers. */
function elementsAt(design: Design, numbers: readonly number[]): string[] {
  const elements = elementsOf(design)
  return [...new Set(numbers.flatMap((at) => elements[at % Math.max(1, elements.length)] ?? []))]
}

/** Compares flows in one state of failure; where routers never agree on routes, life has no single answer either. */
function agree(design: Design, failed: readonly string[], number: number, count: number): void {
  const oracle = new Oracle(design, failed)
  if (!oracle.routes.settled) return
  const simulation = simulate(design)
  for (const flow of flowsOf(design, number, count)) {
    const said = opinions(flow, failed, simulation, oracle)
    expect(said.simulation, JSON.stringify({ flow, failed })).toEqual(said.oracle)
  }
}

describe('the simulation and the naive oracle agree on designs of all kinds', () => {
  it('about what can fail', () => {
    fc.assert(
      fc.property(designs(3, EXTRAS), (design) => {
        expect(simulate(design).elements.map(({ element }) => element).sort()).toEqual(elementsOf(design).sort())
      }),
      { seed: SEED, numRuns: 80 },
    )
  })

  describe.each(GROUPS.map((group) => [group.join(', '), group] as const))('with %s', (_name, group) => {
    it('about flows, with nothing, one or two elements down', () => {
      const run = (design: Design, states: readonly number[], number: number) => agree(design, elementsAt(design, states), number, 15)
      fc.assert(fc.property(designs(2, group), fc.array(fc.nat(), { maxLength: 2 }), fc.nat(), run), { seed: SEED, numRuns: 60 })
    })
  })

  // Seeds that once told them apart; each case stands by itself in the unit tests of the simulation.
  it('about addresses of users who dial in beyond a line, and zones beyond a peering', () => {
    for (const [number, design] of fc.sample(twistedDesign(3, GROUPS.at(-1)), { seed: 102, numRuns: 32 }).entries()) if (number === 27 || number === 31) agree(design, [], number, 15)
  })

  // Behind an endpoint several words are right for what does not get through: no listener, no target, nobody lets it in.
  it('about which flows work in designs with endpoints and load balancers', () => {
    let working = 0
    fc.assert(
      fc.property(designs(2, ['endpoints', 'estate']), fc.array(fc.nat(), { maxLength: 2 }), fc.nat(), (design, states, number) => {
        const failed = elementsAt(design, states)
        const oracle = new Oracle(design, failed)
        const simulation = simulate(design)
        for (const flow of oracle.routes.settled ? flowsOf(design, number, 15) : []) {
          const { works } = oracle.answer(flow)
          working += Number(works)
          expect(simulation.trace(flow, failed).works, JSON.stringify({ flow, failed })).toBe(works)
        }
      }),
      { seed: SEED, numRuns: 80 },
    )
    expect(working).toBeGreaterThan(100)
  })

  it('about intents and their single points of failure', () => {
    fc.assert(
      fc.property(designs(1, GROUPS.at(-1) ?? []), (design) => {
        if (!new Oracle(design).routes.settled) return
        const simulation = simulate(design)
        for (const intent of simulation.intents.slice(0, 4)) {
          const { holds, singlePointsOfFailure } = simulation.judge(intent)
          const verdict = judge(design, intent)
          expect({ holds, singlePoints: singlePointsOfFailure.map(({ element }) => element).sort() }, intent.id).toEqual({ ...verdict, singlePoints: [...verdict.singlePoints].sort() })
        }
      }),
      { seed: SEED, numRuns: 40 },
    )
  })
})
