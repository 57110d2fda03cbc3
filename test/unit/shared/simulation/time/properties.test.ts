import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TIMER_NAMES } from '../../../../../src/shared/facts/timers.ts'
import { outcomes } from '../../../../../src/shared/simulation/fail/outcomes.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { pairsOf } from '../../../../../src/shared/simulation/intents/pairs.ts'
import { Run } from '../../../../../src/shared/simulation/time/run.ts'
import { timelineOf } from '../../../../../src/shared/simulation/time/timeline.ts'
import { Timers } from '../../../../../src/shared/simulation/time/timers.ts'
import { buildDesign } from '../../../arbitraries/design.ts'
import { planArbitrary } from '../../../arbitraries/plan.ts'
import { EXTRAS } from '../../../arbitraries/plan-extras.ts'
import { assuming } from '../availability/hybrid.ts'

const NO_TIME = { design: { timers: Object.fromEntries(TIMER_NAMES.map((name) => [name, 0])) } }
/** Timers that nobody states. */
const SLOW = { ispChangeover: 7000, wanFailover: 9000, routeServerHold: 90_000, routeServerBfd: 900 }
const caseArbitrary = fc.record({ plan: planArbitrary(2, EXTRAS), pick: fc.nat(), manner: fc.constantFrom('silent' as const, 'clean' as const) })

describe('the timeline of a failure', () => {
  it('comes at once to what the failure does, when every timer is nought; and slower timers end in the same', () => {
    let moments = 0
    fc.assert(
      fc.property(caseArbitrary, ({ plan, pick, manner }) => {
        const design = buildDesign(plan)
        const simulation = simulate(design)
        const element = simulation.elements[pick % Math.max(1, simulation.elements.length)]
        fc.pre(element !== undefined)
        if (!element) return
        const flows = simulation.intents.flatMap((intent) => pairsOf(simulation.network, intent)).filter(({ fate }) => !fate.includes(element.element))
        const settled = outcomes(flows, (flow, failed) => simulation.trace(flow, failed), [element.element])
        for (const assumptions of [NO_TIME, { design: { timers: SLOW } }]) {
          const timers = new Timers(assuming(design, assumptions), 0)
          let last: unknown
          let times = 0
          new Run(simulation.network, { element: element.element, manner }, element, timers).play(({ trace }) => {
            times += 1
            last = outcomes(flows, trace, []).map(({ trace: traced }) => traced)
          })
          expect(last).toEqual(settled.map(({ trace }) => trace))
          if (assumptions === NO_TIME) expect(times).toBe(1)
          else moments += times
        }
      }),
      { seed: 28112026, numRuns: 80 },
    )
    expect(moments).toBeGreaterThan(90)
  })

  it('ends after the repair as it began, has no gaps, and adds its losses up', () => {
    let lost = 0
    fc.assert(
      fc.property(caseArbitrary, fc.integer({ min: 0, max: 200_000 }), ({ plan, pick, manner }, repairAfterMs) => {
        const design = assuming(buildDesign(plan), { design: { timers: SLOW } })
        const simulation = simulate(design)
        const element = simulation.elements[pick % Math.max(1, simulation.elements.length)]?.element
        fc.pre(element !== undefined)
        const result = timelineOf(simulation, { element: element ?? '', manner, repairAfterMs })
        if (!result.ok) throw new Error('the element is known')
        for (const { segments, lostMs, untoldMs } of result.value.intents) {
          expect(segments[0]?.from).toBe(0)
          for (const [index, { from, to }] of segments.entries()) {
            expect(to).toBe(segments[index + 1]?.from)
            expect(Number.isInteger(from) && (to === undefined || to > from)).toBe(true)
          }
          expect(segments.at(-1)).toMatchObject({ state: 'works', isFirstWay: true })
          expect(lostMs).toBe(segments.reduce((sum, { from, to = from, state }) => sum + (state === 'lost' ? to - from : 0), 0))
          expect(untoldMs).toBe(0)
          lost += lostMs ?? 0
        }
        expect(result.value.events.map(({ at }) => at)).toEqual(result.value.events.map(({ at }) => at).sort((a, b) => a - b))
        expect(timelineOf(simulation, { element: element ?? '', manner, repairAfterMs })).toEqual(result)
      }),
      { seed: 28112026, numRuns: 80 },
    )
    expect(lost).toBeGreaterThan(0)
  })
})
