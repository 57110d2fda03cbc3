import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../src/shared/document/design.ts'
import { patternDesign } from '../../src/shared/patterns/index.ts'
import { simulate } from '../../src/shared/simulation/index.ts'
import { designArbitrary } from '../unit/arbitraries/design.ts'
import { elementsOf } from './elements.ts'
import { Oracle } from './flow.ts'
import { judge, pairsThatBreak } from './intent.ts'

/** Designs with more elements than this are left to the patterns: every two of them are tried from scratch. */
const MOST_ELEMENTS = 16

function agree(design: Design, most: number): void {
  const simulation = simulate(design)
  for (const intent of simulation.intents.filter(({ expect: wanted }) => wanted === 'reach').slice(0, most)) {
    if (judge(design, intent).holds !== true) continue
    const found = simulation.pairs(intent).map(({ elements }) => [...elements].sort().join(' + '))
    expect(found.sort(), intent.id).toEqual(pairsThatBreak(design, intent).sort())
  }
}

describe('the simulation and the naive oracle agree on pairs of failure', () => {
  it.each(['a2-managed-vpn-redundant', 'a4-transit-gateway-vpn-redundant', 'a6b-direct-connect-high-resiliency', 'b2-transit-gateway-hub', 'b3-software-vpn-between-vpcs', 'd1-transit-vpc', 'd2-software-vpn-high-availability'] as const)('of %s', (id) => {
    agree(patternDesign(id), 1)
  })

  it.each([[[]], [['software', 'estate']], [['physical', 'transitMore']]] as const)('of random designs with %j', (extras) => {
    fc.assert(
      fc.property(designArbitrary(1, extras), (design) => {
        fc.pre(elementsOf(design).length <= MOST_ELEMENTS && new Oracle(design).routes.settled)
        agree(design, 2)
      }),
      { seed: 20_261_128, numRuns: 12 },
    )
  })
})
