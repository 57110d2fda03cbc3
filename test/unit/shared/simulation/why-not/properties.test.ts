import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import type { Alternative } from '../../../../../src/shared/simulation/why-not/types.ts'
import { whyNot } from '../../../../../src/shared/simulation/why-not/why-not.ts'
import { applied } from './asked.ts'
import { type Broken, brokenArbitrary } from './broken.ts'
import { applyLoosely } from './loosely.ts'

/** A failure is not shrunk: every step would be a search of its own. */
const RUNS = { seed: 20_261_128, numRuns: 90, endOnFailure: true }

const works = (design: Broken['simulation']['design'], { flow }: Broken) => simulate(design).trace(flow).works

/** Every part of an alternative without all of its changes. */
function properParts({ changes }: Alternative): (typeof changes)[] {
  return Array.from({ length: 2 ** changes.length - 1 }, (_, mask) => changes.filter((_, position) => (mask >> position) & 1))
}

describe('what would let a broken flow through', () => {
  it('is at most as many changes as were taken away, works, and no part of it does', { timeout: 120_000 }, () => {
    const sizes = new Map<number, number>()
    fc.assert(
      fc.property(brokenArbitrary(2), (broken) => {
        if (!broken) return
        const { simulation, flow, removals } = broken
        const { outcome, alternatives, isSmallest } = whyNot(simulation, flow)
        const about = () => `${JSON.stringify(flow)} after ${removals.map(({ what }) => what).join('; ')}`
        expect(outcome, about()).toBe('changes')
        expect(isSmallest, about()).toBe(true)
        const size = alternatives[0]?.changes.length ?? 0
        sizes.set(size, (sizes.get(size) ?? 0) + 1)
        expect(size, about()).toBeLessThanOrEqual(removals.length)
        for (const alternative of alternatives) {
          expect(alternative.changes.length, about()).toBe(size)
          expect(works(applied(simulation.design, alternative), broken), about()).toBe(true)
          for (const part of properParts(alternative)) {
            const design = part.reduce((now, { edit }) => applyLoosely(now, edit), simulation.design)
            expect(works(design, broken), `${part.map(({ words }) => words).join('; ')} alone: ${about()}`).toBe(false)
          }
        }
      }),
      RUNS,
    )
    // The random breaks are no walk-over: some need more than one change.
    expect([...sizes.keys()].sort()).toEqual([1, 2, 3])
  })

  it('says the same again', () => {
    fc.assert(
      fc.property(brokenArbitrary(1), (broken) => {
        if (!broken) return
        expect(whyNot(simulate(broken.simulation.design), broken.flow)).toEqual(whyNot(broken.simulation, broken.flow))
      }),
      { ...RUNS, numRuns: 15 },
    )
  })

  it('cannot tell when it may not search far enough, and says how far it got', () => {
    fc.assert(
      fc.property(brokenArbitrary(1), (broken) => {
        if (!broken) return
        const answer = whyNot(broken.simulation, broken.flow, [], { simulations: 0, cost: 5 })
        expect(answer).toMatchObject({ outcome: 'cannot-tell', alternatives: [], tried: 0, triedUpTo: 0 })
      }),
      { ...RUNS, numRuns: 15 },
    )
  })
})
