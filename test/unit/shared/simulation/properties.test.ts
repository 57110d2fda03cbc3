import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, Intent } from '../../../../src/shared/document/design.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { intentId, makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { KINDS, type Resource } from '../../../../src/shared/model/index.ts'
import { mapReferences } from '../../../../src/shared/model/reference.ts'
import { compile, recompile } from '../../../../src/shared/simulation/compile/index.ts'
import { pairsOf } from '../../../../src/shared/simulation/intents/pairs.ts'
import { singleFailures } from '../../../../src/shared/simulation/impact/single-failures.ts'
import { effectOnIntent } from '../../../../src/shared/simulation/impact/state-of-failure.ts'
import { finish } from '../../../../src/shared/slices.ts'
import { simulate, type Simulation } from '../../../../src/shared/simulation/index.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { strangers } from '../../arbitraries/strangers.ts'

const RUNS = { seed: 20_260_501, numRuns: 60 }

/** A few accepted intents between whatever the design has. */
function someIntents(design: Design): Intent[] {
  const ends = Object.values(design.resources).filter(({ kind }) => kind === 'vpc' || kind === 'site').map(({ id }) => id)
  const pairs = ends.flatMap((from, index) => ends.slice(index + 1).map((to) => [from, to] as const)).slice(0, 6)
  return pairs.map(([from, to]) => ({ id: intentId.parse(`intent:${from}/${to}`), from, to, expect: 'reach', direction: 'both', status: 'accepted' }))
}

/** What a verdict says, without the trace. */
const summary = (simulation: Simulation, intent: Intent) => {
  const { holds, singlePointsOfFailure } = simulation.judge(intent)
  return { holds, spofs: singlePointsOfFailure.map(({ element }) => element) }
}

/** One change of one resource of the design, or its removal from what it is associated with. */
const changeArbitrary = (design: Design) =>
  fc.constantFrom(...(Object.keys(design.resources) as ResourceId[])).chain((id) =>
    fc.constantFrom('rename', 'clear lists', 'move').map((how) => {
      const resource = design.resources[id] as Resource
      if (how === 'rename') return { ...resource, name: `${resource.name} again` } as Resource
      const shortened = Object.fromEntries(Object.entries(resource).map(([key, value]) => [key, Array.isArray(value) && value.length > 1 ? value.slice(0, how === 'move' ? 1 : -1) : value]))
      return shortened as unknown as Resource
    }),
  )

describe('the simulation', () => {
  it('compiles after an edit exactly what a full compilation gives', () => {
    fc.assert(
      fc.property(
        designArbitrary(2).chain((design) => fc.tuple(fc.constant(design), changeArbitrary(design))),
        ([design, changed]) => {
          const after: Design = { ...design, resources: { ...design.resources, [changed.id]: changed } }
          const incremental = recompile(compile(indexOf(design)), indexOf(design), indexOf(after)).compilation
          const full = compile(indexOf(after))
          expect([...incremental.keys()].sort()).toEqual([...full.keys()].sort())
          for (const [id, { fragment }] of full) expect(incremental.get(id)?.fragment, id).toEqual(fragment)
        },
      ),
      RUNS,
    )
  })

  it('finds by the paths in use exactly the single points that trying every element finds', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const simulation = simulate(design)
        for (const intent of someIntents(design)) {
          const clever = summary(simulation, intent)
          if (clever.holds !== true) continue
          const pairs = pairsOf(simulation.network, intent)
          const brute = simulation.elements
            .filter(({ element }) =>
              pairs.some((pair) => {
                if (pair.fate.includes(element)) return false
                const trace = simulation.trace(pair.flow, [element])
                return !trace.works && trace.forward.disposition !== 'unknown' && trace.return?.disposition !== 'unknown'
              }),
            )
            .map(({ element }) => element)
          expect(clever.spofs).toEqual(brute)
        }
      }),
      RUNS,
    )
  })

  it('does not change its mind when resources are listed in another order or an unconnected one is added', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const stranger = makeResourceId('site', 'stranger')
        const resources = Object.fromEntries([...Object.entries(design.resources).reverse(), [stranger, { id: stranger, kind: 'site', name: 'stranger', prefixes: ['203.0.113.0/28'] }]])
        const other = simulate({ ...design, resources } as Design)
        const first = simulate(design)
        for (const intent of someIntents(design)) expect(summary(other, intent)).toEqual(summary(first, intent))
      }),
      RUNS,
    )
  })

  it('does not change its mind about a design beside which something unconnected of every kind is drawn', () => {
    expect(Object.values(strangers()).map(({ kind }) => kind).sort()).toEqual([...KINDS].sort())
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const other = simulate({ ...design, resources: { ...design.resources, ...strangers() } })
        const first = simulate(design)
        for (const intent of someIntents(design)) expect(summary(other, intent)).toEqual(summary(first, intent))
      }),
      RUNS,
    )
  })

  it('answers a flow as before when it was asked for the reverse in between, and takes the longest prefix at every hop', () => {
    let compared = 0
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const simulation = simulate(design)
        const length = (destination: string) => Number(destination.split('/')[1])
        for (const intent of someIntents(design)) {
          for (const { flow } of pairsOf(simulation.network, intent).slice(0, 4)) {
            const once = simulation.trace(flow)
            if (flow.to !== undefined) simulation.trace({ ...flow, from: flow.to, to: flow.from })
            expect(simulation.trace(flow)).toEqual(once)
            for (const step of [...once.forward.hops, ...(once.return?.hops ?? [])].flatMap(({ steps }) => steps)) {
              if (step.kind !== 'route') continue
              const chosen = step.candidates.find((candidate) => candidate.chosen)
              // A propagated route never beats the VPC's own block, even when it is longer (F-RT-11).
              const others = step.candidates.filter(({ origin }) => chosen?.origin !== 'local' || origin !== 'propagated')
              if (!chosen || others.length < 2) continue
              compared += 1
              expect(length(chosen.destination), JSON.stringify(step.candidates)).toBe(Math.max(...others.map(({ destination }) => length(destination))))
            }
          }
        }
      }),
      RUNS,
    )
    expect(compared).toBeGreaterThan(50)
  })

  it('does not look at names: with every resource renamed in order the verdicts are the same', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const fresh = new Map(Object.keys(design.resources).sort().map((id, index) => [id as ResourceId, makeResourceId(id.split(':')[0] ?? '', `r${String(index).padStart(4, '0')}`)]))
        const rename = (id: ResourceId) => fresh.get(id) ?? id
        const resources = Object.fromEntries(Object.values(design.resources).map((resource) => [rename(resource.id), { ...mapReferences(resource, rename), id: rename(resource.id), name: 'x' }]))
        const renamed = simulate({ ...design, resources } as Design)
        const first = simulate(design)
        for (const intent of someIntents(design)) {
          const there = { ...intent, from: rename(intent.from as ResourceId), to: rename(intent.to as ResourceId) }
          const { holds, spofs } = summary(renamed, there)
          const before = summary(first, intent)
          expect(holds).toEqual(before.holds)
          expect(spofs).toHaveLength(before.spofs.length)
        }
      }),
      RUNS,
    )
  })

  it('lets nothing that is broken by a failure come back by a second one, unless a route had an alternative', () => {
    fc.assert(
      fc.property(designArbitrary(2), fc.nat(), fc.nat(), (design, first, second) => {
        const simulation = simulate(design)
        const { elements } = simulation
        const a = elements[first % Math.max(1, elements.length)]?.element
        const b = elements[second % Math.max(1, elements.length)]?.element
        if (a === undefined || b === undefined) return
        for (const intent of someIntents(design)) {
          for (const { flow } of pairsOf(simulation.network, intent).slice(0, 8)) {
            const one = simulation.trace(flow, [a])
            const both = simulation.trace(flow, [a, b])
            const steered = [one, both].some((trace) => [...trace.forward.hops, ...(trace.return?.hops ?? [])].some((hop) => hop.steps.some((step) => step.kind === 'route' && step.candidates.length > 1)))
            if (!one.works && !steered) expect(both.works).toBe(false)
          }
        }
      }),
      RUNS,
    )
  })

  it('tries only elements on the paths in use, and finds by it exactly what trying every element finds', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const simulation = simulate(design)
        const intents = [...someIntents(design).slice(0, 3), ...simulation.intents.slice(0, 2)]
        for (const [position, { isTried, effects, unaffected }] of finish(singleFailures(simulation, intents)).entries()) {
          const intent = intents[position]
          if (!intent || !isTried) continue
          const brute = simulation.elements.flatMap(({ element }) => ({ element, ...effectOnIntent(simulation, intent, [element]) }))
          const changing = brute.filter(({ effect, flows }) => effect !== 'unaffected' || (flows?.['endpoint-lost'] ?? 0) > 0)
          expect(effects).toEqual(changing)
          expect(unaffected).toBe(simulation.elements.length - changing.length)
        }
      }),
      RUNS,
    )
  })

  it('lets nothing that a failure broke come back with a second one, unless it says by which way, or an end is down too', () => {
    fc.assert(
      fc.property(designArbitrary(2), fc.nat(), fc.nat(), (design, first, second) => {
        const simulation = simulate(design)
        const at = (number: number) => simulation.elements[number % Math.max(1, simulation.elements.length)]?.element
        const [a, b] = [at(first), at(second)]
        if (a === undefined || b === undefined) return
        for (const intent of someIntents(design)) {
          if (simulation.judge(intent, [a]).holds !== false) continue
          if (simulation.judge(intent, [a, b]).holds === false) continue
          const report = effectOnIntent(simulation, intent, [a, b], [a])
          const excused = (report?.flows.healed ?? 0) + (report?.flows['endpoint-lost'] ?? 0) + (report?.flows['cannot-tell'] ?? 0)
          expect(excused).toBeGreaterThan(0)
          if (report?.effect === 'healed') expect(report.witness?.after?.hops.length).toBeGreaterThan(0)
        }
      }),
      RUNS,
    )
  })
})
