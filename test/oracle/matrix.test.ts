import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Design } from '../../src/shared/document/design.ts'
import { simulate } from '../../src/shared/simulation/index.ts'
import { designArbitrary } from '../unit/arbitraries/design.ts'
import { tinyDesign } from '../unit/arbitraries/tiny.ts'
import { Oracle } from './flow.ts'
import { twistedDesign } from './twists.ts'

/** Instances with an address in each of several subnets are one end to the oracle: it sends from the first. */
const isSingle = (design: Design, id: string): boolean => {
  const resource = Object.values(design.resources).find((other) => other.id === id)
  return resource?.kind !== 'instance' || (resource.NetworkInterfaces ?? []).length === 0
}

it('the matrix and the naive oracle agree on every cell', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.oneof(tinyDesign(designArbitrary(2, [])), tinyDesign(twistedDesign(2))), fc.nat(), (design, at) => {
      const oracle = new Oracle(design)
      const matrix = simulate(design).matrix()
      const size = matrix.ends.length
      for (let step = 0; step < 6 && size > 0; step++) {
        const number = (at + step * 7) % (size * size)
        for (const { flow, outcome } of matrix.cells(Math.floor(number / size), number % size)) {
          if (flow.sourceAddress === undefined || flow.toAddress === undefined || !isSingle(design, flow.from) || (flow.to !== undefined && !isSingle(design, flow.to))) continue
          compared += 1
          // Of replies that fail, several words may be right: each of the packets that got there fails in its own way.
          const { forward, works } = oracle.answer(flow)
          expect({ forward: outcome.forward, works: outcome.works === true }, JSON.stringify(flow)).toEqual({ forward, works })
        }
      }
    }),
    { seed: 20_261_128, numRuns: 60 },
  )
  expect(compared).toBeGreaterThan(300)
})
