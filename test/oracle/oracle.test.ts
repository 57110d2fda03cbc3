import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../src/shared/document/design.ts'
import { formatPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import { singleFailures } from '../../src/shared/simulation/impact/single-failures.ts'
import { simulate } from '../../src/shared/simulation/index.ts'
import { finish } from '../../src/shared/slices.ts'
import { designArbitrary, sampleDesigns } from '../unit/arbitraries/design.ts'
import { smallPrefix } from '../unit/arbitraries/net.ts'
import { Sketch } from '../unit/shared/simulation/sketch.ts'
import { flowsOf, opinions } from './compare.ts'
import { elementsOf } from './elements.ts'
import { Oracle } from './flow.ts'
import { judge, losses } from './intent.ts'
import { twistedDesign } from './twists.ts'
import { World } from './world.ts'

const RUNS = { seed: 20_261_122, numRuns: 60 }

/** Designs as the other tests draw them, and some with rarer things in them. */
const designs = (size: number) => fc.oneof(designArbitrary(size, []), { arbitrary: twistedDesign(size), weight: 3 })

/** Designs with a site that says no more than a summary, around or beside the blocks of VPCs and other sites. */
const summarised = (size: number) =>
  fc.tuple(designs(size), fc.nat(9), fc.constantFrom('10.0.0.0/8', '10.0.0.0/14', '10.0.0.0/16', '192.168.0.0/16', '0.0.0.0/0')).map(([design, at, summary]): Design => {
    const sites = Object.values(design.resources).filter((resource) => resource.kind === 'site')
    const site = sites[at % Math.max(1, sites.length)]
    if (!site) return design
    // Routers that announced the prefixes of the site announce the summary.
    const others = Object.values(design.resources).map((resource) => (resource.kind === 'customer-gateway' && resource.site === site.id ? { ...resource, announcedPrefixes: [] } : resource))
    return { ...design, resources: { ...Object.fromEntries(others.map((other) => [other.id, other])), [site.id]: { ...site, prefixes: [summary, ...(at % 2 === 0 ? site.prefixes : [])] } } }
  })

/** Compares flows of a design in one state of failure; the same for the same number. */
function agree(design: Design, failed: readonly string[], number: number, count: number): void {
  const simulation = simulate(design)
  const oracle = new Oracle(design, failed)
  for (const flow of flowsOf(design, number, count)) {
    const said = opinions(flow, failed, simulation, oracle)
    expect(said.simulation, JSON.stringify({ flow, failed })).toEqual(said.oracle)
  }
}

describe('the simulation and the naive oracle agree', () => {
  it('on the host that stands for every prefix of a site', () => {
    const blocks = fc.array(fc.oneof(smallPrefix(4), smallPrefix(6)), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 1, maxLength: 3 }), fc.array(blocks, { maxLength: 4 }), (ofSites, ofVpcs) => {
        const sketch = new Sketch()
        for (const [number, own] of ofSites.entries()) sketch.add('site', `${number}`, { prefixes: own.map(formatPrefix) })
        const texts = (own: readonly Prefix[], family: 4 | 6) => own.filter((prefix) => prefix.family === family).map(formatPrefix)
        for (const [number, own] of ofVpcs.entries()) sketch.add('vpc', `${number}`, { CidrBlocks: ['172.16.0.0/16', ...texts(own, 4)], Ipv6CidrBlocks: texts(own, 6) })
        const { network } = simulate(sketch.design())
        const world = new World(sketch.design(), [])
        for (const { id } of world.all('site')) for (const prefix of network.fragment('site', id)?.prefixes ?? []) expect(network.sampleOf(id, prefix), formatPrefix(prefix)).toEqual(world.sampleOf(id, prefix))
      }),
      { ...RUNS, numRuns: 2000 },
    )
  })

  it('on what can fail', () => {
    fc.assert(
      fc.property(designs(3), (design) => {
        expect(simulate(design).elements.map(({ element }) => element).sort()).toEqual(elementsOf(design).sort())
      }),
      RUNS,
    )
  })

  it.each([2, 3])('on flows while everything works, in designs of size %i', (size) => {
    fc.assert(fc.property(designs(size), fc.nat(), (design, number) => agree(design, [], number, 30)), { ...RUNS, numRuns: 150 })
  })

  it('on flows with one element down', () => {
    fc.assert(
      fc.property(designs(2), fc.nat(), fc.nat(), (design, at, number) => {
        const elements = elementsOf(design)
        agree(design, elements.slice(at % Math.max(1, elements.length)).slice(0, 1), number, 20)
      }),
      { ...RUNS, numRuns: 150 },
    )
  })

  it('on flows with two elements down', () => {
    fc.assert(
      fc.property(designs(3), fc.nat(), fc.nat(), fc.nat(), (design, first, second, number) => {
        const elements = elementsOf(design)
        const failed = [first, second].flatMap((at) => elements[at % Math.max(1, elements.length)] ?? [])
        agree(design, [...new Set(failed)], number, 20)
      }),
      { ...RUNS, numRuns: 150 },
    )
  })

  it.each([
    ['intents', designs],
    ['intents of sites with a summary', summarised],
  ] as const)('on %s: whether they hold, and every single point of failure', (_name, drawn) => {
    fc.assert(
      fc.property(drawn(2), (design) => {
        const simulation = simulate(design)
        for (const intent of simulation.intents.slice(0, 6)) {
          const { holds, singlePointsOfFailure } = simulation.judge(intent)
          const verdict = judge(design, intent)
          expect({ holds, singlePoints: singlePointsOfFailure.map(({ element }) => element).sort() }, intent.id).toEqual({ ...verdict, singlePoints: [...verdict.singlePoints].sort() })
        }
      }),
      { ...RUNS, numRuns: 80 },
    )
  })

  it.each(['reach', 'never'] as const)('on what the loss of every element does to intents that expect "%s"', (expected) => {
    fc.assert(
      fc.property(designs(2), (design) => {
        const simulation = simulate(design)
        const intents = simulation.intents.slice(0, expected === 'reach' ? 6 : 3).map((intent) => ({ ...intent, expect: expected }))
        for (const [position, { isTried, effects }] of finish(singleFailures(simulation, intents)).entries()) {
          const intent = intents[position]
          if (!intent || simulation.judge(intent).holds !== true) continue
          expect(isTried).toBe(true)
          const elements = (wanted: string) => effects.filter(({ effect }) => effect === wanted).map(({ element }) => element).sort()
          const lost = losses(design, intent)
          for (const effect of ['broken', 'cannot-tell', 'endpoint-lost'] as const) expect(elements(effect), `${intent.id} ${effect}`).toEqual([...lost[effect]].sort())
        }
      }),
      { ...RUNS, numRuns: 80 },
    )
  })

  // Seeds that once told them apart; each case stands by itself in the unit tests of the simulation.
  it.each([
    ['the ACL of an attachment subnet, gateway endpoints, a stand-in asked for itself', () => sampleDesigns(1, 30, 2, [])],
    ['a NAT gateway of another VPC', () => sampleDesigns(23, 20, 4, [])],
    ['one packet through all filters', () => sampleDesigns(77, 20, 3, [])],
    ['an inferred prefix seen from a device, a VGW behind a Direct Connect gateway', () => fc.sample(twistedDesign(3), { seed: 41, numRuns: 60 })],
    ['a route to an attachment of another gateway', () => fc.sample(twistedDesign(2), { seed: 42, numRuns: 60 })],
  ])('on %s', (_name, samples) => {
    for (const [number, design] of samples().entries()) agree(design, [], number, 25)
  })
})
