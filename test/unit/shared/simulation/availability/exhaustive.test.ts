import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../../../src/shared/document/design.ts'
import { estimateAvailability } from '../../../../../src/shared/simulation/availability/estimate.ts'
import { simulate, type Simulation } from '../../../../../src/shared/simulation/index.ts'
import { pairsOf } from '../../../../../src/shared/simulation/intents/pairs.ts'
import { buildDesign } from '../../../arbitraries/design.ts'
import { EXTRAS } from '../../../arbitraries/plan-extras.ts'
import { planArbitrary as anyPlan } from '../../../arbitraries/plan.ts'
import { assuming, hybrid, type HybridPlan } from './hybrid.ts'

const ISPS = ['one', 'two'] as const
const planArbitrary: fc.Arbitrary<HybridPlan> = fc.record({
  zones: fc.constantFrom(['a'], ['a', 'b']),
  gateway: fc.constantFrom('vpn-gateway' as const, 'transit-gateway' as const),
  isps: fc.constantFrom(['one'], [...ISPS]),
  devices: fc.array(fc.record({ links: fc.subarray(['one']), tunnels: fc.constantFrom([true, true] as const, [true, false] as const, [false, false] as const), isStatic: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  circuits: fc.array(fc.record({ router: fc.constant(0), location: fc.constantFrom('east', 'west'), device: fc.constantFrom('x', 'y') }), { maxLength: 2 }),
})

/** Elements that can be down, each with its share of time; the others always work. */
type Shares = readonly (readonly [string, number])[]

/** Adds up every state of the elements: how likely the intent is lost, cannot be told, and how likely three or more are down. */
function enumerate(simulation: Simulation, intent: Intent, shares: Shares) {
  const pairs = pairsOf(simulation.network, intent)
  let [lost, untold, three] = [0, 0, 0]
  for (let state = 0; state < 2 ** shares.length; state++) {
    const down = shares.filter((_, bit) => (state >> bit) & 1).map(([element]) => element)
    const weight = shares.reduce((product, [, share], bit) => product * ((state >> bit) & 1 ? share : 1 - share), 1)
    const traces = pairs.filter(({ fate }) => !fate.some((element) => down.includes(element))).map(({ flow }) => simulation.trace(flow, down))
    const isUnknown = ({ forward, return: back }: (typeof traces)[number]) => forward.disposition === 'unknown' || back?.disposition === 'unknown'
    if (traces.some((trace) => !trace.works && !isUnknown(trace))) lost += weight
    else if (traces.some(isUnknown)) untold += weight
    if (down.length > 2) three += weight
  }
  return { lost, untold, three }
}

describe('the availability of an intent', () => {
  it('lies in its interval, which is no wider than three elements down at once are likely', () => {
    let told = 0
    fc.assert(
      fc.property(planArbitrary, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 24, maxLength: 24 }), fc.infiniteStream(fc.nat()), (plan, parts, picks) => {
        const { sketch, intent } = hybrid(plan)
        const bare = simulate(sketch.design())
        fc.pre(bare.judge(intent).holds === true)
        const all = [...bare.elements.map(({ element }) => element), 'service:transit-gateway:gw', 'service:vpn-connection:v0', 'service:vpn-connection:v1']
        // Nine elements at most can be down, so that every state can be tried; the others are perfect.
        const chosen = new Set<string>()
        for (const pick of picks) {
          if (chosen.size >= Math.min(9, all.length)) break
          chosen.add(all[pick % all.length] ?? '')
        }
        const shares: Shares = [...chosen].map((element, at) => [element, (parts[at] ?? 1) / 1000])
        const share = new Map(shares)
        const design = assuming(sketch.design(), Object.fromEntries(all.map((element) => [`element:${element}`, { availability: 1 - (share.get(element) ?? 0) }])))
        const simulation = simulate(design)
        const { verdict, availability, ends } = estimateAvailability(simulation, intent)
        const { lost, untold, three } = enumerate(simulation, intent, shares)
        expect(verdict).toBe('estimated')
        expect(1 - (availability?.upper ?? 0)).toBeLessThanOrEqual(lost + 1e-12)
        expect(1 - (availability?.lower ?? 1)).toBeGreaterThanOrEqual(lost + untold - 1e-12)
        expect((availability?.upper ?? 1) - (availability?.lower ?? 0)).toBeLessThanOrEqual(three + untold + 1e-12)
        const fates = new Set(pairsOf(simulation.network, intent).flatMap(({ fate }) => fate))
        expect(ends.minutesPerMonth).toBeCloseTo((1 - [...fates].reduce((product, element) => product * (1 - (share.get(element) ?? 0)), 1)) * 43_200, 6)
        told += 1
      }),
      { seed: 20261128, numRuns: 20 },
    )
    expect(told).toBeGreaterThan(15)
  })

  it('lies in its interval in random designs of every kind', () => {
    let told = 0
    fc.assert(
      fc.property(anyPlan(2, EXTRAS), fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 7, maxLength: 7 }), fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (plan, parts, picks) => {
        const design = buildDesign(plan)
        const bare = simulate(design)
        const intent = bare.intents.find((candidate) => candidate.expect === 'reach' && bare.judge(candidate).holds === true)
        fc.pre(intent !== undefined)
        if (!intent) return
        // Elements in use first, so that the answer rests on those that can be down.
        const pairs = pairsOf(bare.network, intent)
        const used = [...new Set(pairs.flatMap(({ flow }) => [...bare.trace(flow).forward.elements]))]
        const all = [...used, ...bare.elements.map(({ element }) => element)]
        const chosen = [...new Set(picks.map((pick) => all[pick % all.length] ?? ''))].slice(0, parts.length)
        const shares: Shares = chosen.map((element, at) => [element, (parts[at] ?? 1) / 1000])
        const share = new Map(shares)
        const kinds = ['vpn-connection', 'transit-gateway', ...bare.elements.map(({ kind }) => kind)]
        const perfect = Object.fromEntries(kinds.map((kind) => [`kind:${kind}`, { availability: 1 }]))
        const simulation = simulate(assuming(design, { ...perfect, ...Object.fromEntries(shares.map(([element, down]) => [`element:${element}`, { availability: 1 - down }])) }))
        expect(share.size).toBe(shares.length)
        const { verdict, availability } = estimateAvailability(simulation, intent)
        const { lost, untold, three } = enumerate(simulation, intent, shares)
        expect(verdict).toBe('estimated')
        expect(1 - (availability?.upper ?? 0)).toBeLessThanOrEqual(lost + 1e-12)
        expect(1 - (availability?.lower ?? 1)).toBeGreaterThanOrEqual(lost + untold - 1e-12)
        expect((availability?.upper ?? 1) - (availability?.lower ?? 0)).toBeLessThanOrEqual(three + untold + 1e-12)
        if (lost > 0) told += 1
      }),
      { seed: 20261128, numRuns: 24 },
    )
    expect(told).toBeGreaterThan(5)
  })
})
