import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../../src/shared/simulation/index.ts'
import { flowsOf, opinions } from './compare.ts'
import { Oracle } from './flow.ts'
import { guardedDesign } from './twists.ts'

const RUNS = { seed: 20_261_128, numRuns: 80 }

describe('the simulation and the naive oracle agree on what stands at the doors of a VPC', () => {
  it.each([2, 3])('Block Public Access and references between groups, in designs of size %i', (size) => {
    fc.assert(
      fc.property(guardedDesign(size), fc.nat(), (design, number) => {
        const simulation = simulate(design)
        const oracle = new Oracle(design, [])
        for (const flow of flowsOf(design, number, 30)) {
          const said = opinions(flow, [], simulation, oracle)
          expect(said.simulation, JSON.stringify(flow)).toEqual(said.oracle)
        }
      }),
      RUNS,
    )
  })
  it('which flows work where load balancers face the internet', () => {
    fc.assert(
      fc.property(guardedDesign(2, ['endpoints', 'estate'], 'balancers face the internet'), fc.nat(), (design, number) => {
        const simulation = simulate(design)
        const oracle = new Oracle(design, [])
        const balancers = Object.values(design.resources).filter(({ kind }) => kind === 'load-balancer').map(({ id }) => ({ from: 'internet' as const, to: id, protocol: 6, port: 443 }))
        for (const flow of [...balancers, ...flowsOf(design, number, 10)]) expect(simulation.trace(flow).works, JSON.stringify(flow)).toBe(oracle.answer(flow).works)
      }),
      RUNS,
    )
  })
})
