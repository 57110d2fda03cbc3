import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../../src/shared/simulation/index.ts'
import { flowsOf, opinions } from './compare.ts'
import { Oracle } from './flow.ts'
import { guardedDesign } from './twists.ts'

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
      { seed: 20_261_128, numRuns: 120 },
    )
  })
})
