import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit, type Change } from '../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { simulate, type Simulation } from '../../../../src/shared/simulation/index.ts'
import type { Address } from '../../../../src/shared/net/address.ts'
import { formatPrefix, sampleAddress } from '../../../../src/shared/net/prefix.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { reanalyse, routeEdit } from '../../../bench/edits.ts'
import { hubOf } from '../../../bench/network.ts'
import { Sketch } from './sketch.ts'

const RUNS = { seed: 20_260_502, numRuns: 40 }

interface Step {
  readonly at: number
  readonly how: 'rename' | 'shorten' | 'empty' | 'forget' | 'remove'
}

const stepArbitrary = fc.record({ at: fc.nat(), how: fc.constantFrom<Step['how'][]>('rename', 'shorten', 'empty', 'forget', 'remove') })

/** A design whose sites also have a summary of private addresses, and a VPC and a site of no connection that take the first of those. */
function summarised(design: Design): Design {
  const aside = new Sketch()
  aside.add('vpc', 'aside', { CidrBlocks: ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16'] })
  aside.add('site', 'aside', { prefixes: ['10.0.0.0/15', '10.4.0.0/16', '10.5.0.0/20'] })
  const resources = Object.entries(design.resources).map(([id, resource]) => [id, resource.kind === 'site' ? { ...resource, prefixes: ['10.0.0.0/8', ...resource.prefixes] } : resource])
  return { ...design, resources: { ...Object.fromEntries(resources), ...aside.resources } }
}

/** What a step puts in the place of a resource. */
function changed(resource: object, how: Step['how']): object | undefined {
  if (how === 'remove') return undefined
  if (how === 'rename') return { ...resource, name: 'renamed' }
  const kept = Object.entries(resource).map(([key, value]) => [key, !Array.isArray(value) || how === 'forget' ? value : how === 'empty' ? [] : value.slice(0, -1)] as const)
  const optional = ['AvailabilityZone', 'Region', 'PublicIpAddress', 'Location', 'site', 'ConnectionId']
  return Object.fromEntries(kept.filter(([key]) => how !== 'forget' || !optional.includes(key)))
}

/** The design after a step by way of an edit, which carries the index; the same design when the step does not fit. */
function stepped(design: Design, { at, how }: Step): Design {
  const ids = Object.keys(design.resources) as ResourceId[]
  const id = ids[at % Math.max(1, ids.length)]
  const before = id === undefined ? undefined : design.resources[id]
  if (id === undefined || before === undefined) return design
  const after = changed(before, how)
  const change: Change = { op: 'put', collection: 'resources', id, before, ...(after === undefined ? {} : { after }) }
  const result = applyEdit(design, { label: how, changes: [change] })
  return result.ok ? result.value : design
}

const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** An address in every block of the design. */
const probesOf = ({ network }: Simulation): Address[] => [...network.compilation.values()].flatMap(({ fragment }) => ('prefixes' in fragment ? fragment.prefixes.map(sampleAddress) : []))

/** Everything that a network holds beside its fragments. */
function tables({ network, design }: Simulation, probes: readonly Address[]) {
  return {
    elements: network.elements.all,
    fates: (Object.keys(design.resources) as ResourceId[]).map((id) => [id, network.elements.of(id)]).sort(),
    publicAddresses: sorted(network.publicAddresses),
    tunnelEndpoints: sorted(network.tunnelEndpoints),
    associatedTables: sorted(network.associatedTables),
    propagatedTables: sorted(network.propagatedTables),
    covering: probes.map((address) => network.covering(address).map(formatPrefix)),
  }
}

const copy = (design: Design): Design => ({ ...design, resources: { ...design.resources } })

describe('a simulation on top of an earlier one', () => {
  it('equals one from scratch after any run of edits', () => {
    fc.assert(
      fc.property(designArbitrary(2), fc.array(stepArbitrary, { minLength: 1, maxLength: 5 }), (start, steps) => {
        indexOf(start)
        let simulation = simulate(start)
        const probes = probesOf(simulation)
        for (const step of steps) {
          simulation = simulate(stepped(simulation.design, step), simulation)
          const scratch = simulate(copy(simulation.design))
          probes.push(...probesOf(scratch))
          expect(tables(simulation, probes)).toEqual(tables(scratch, probes))
          for (const [id, { fragment }] of scratch.network.compilation) expect(simulation.network.compilation.get(id)?.fragment, id).toEqual(fragment)
          expect(simulation.network.compilation.size).toBe(scratch.network.compilation.size)
          expect(simulation.verdicts()).toEqual(scratch.verdicts())
        }
      }),
      RUNS,
    )
  })

  it('judges again what a summary of a site stands for, when blocks of VPCs and sites come and go', () => {
    fc.assert(
      fc.property(designArbitrary(3).map(summarised), fc.array(stepArbitrary, { minLength: 1, maxLength: 3 }), (start, steps) => {
        indexOf(start)
        let simulation = simulate(start)
        simulation.verdicts()
        for (const step of steps) {
          const blocks = Object.values(simulation.design.resources).filter(({ kind }) => kind === 'vpc' || kind === 'site')
          const chosen = blocks[step.at % Math.max(1, blocks.length)]
          const at = Object.values(simulation.design.resources).findIndex((resource) => resource === chosen)
          simulation = simulate(stepped(simulation.design, { ...step, at: Math.max(0, at) }), simulation)
          expect(simulation.verdicts()).toEqual(simulate(copy(simulation.design)).verdicts())
        }
      }),
      RUNS,
    )
  })

  it('judges again only what rests on the edit', () => {
    const design = hubOf(6)
    const before = simulate(design)
    const intents = Object.values(design.intents)
    for (const intent of intents) before.judge(intent)
    const after = reanalyse(before, routeEdit(design, 2))
    const kept = intents.filter((intent) => after.judge(intent) === before.judge(intent)).map(({ to }) => to)
    expect(kept).toEqual(['vpc:v0000', 'vpc:v0001', 'vpc:v0003', 'vpc:v0004', 'vpc:v0005'])
  })

  it('reuses the tables that span resources when an edit leaves alone what they are made of', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const before = simulate(design)
        const at = Object.values(design.resources).findIndex(({ kind }) => kind === 'route-table')
        fc.pre(at !== -1)
        const after = simulate(stepped(design, { at, how: 'rename' }), before)
        expect(after.network.elements).toBe(before.network.elements)
        expect(after.network.publicAddresses).toBe(before.network.publicAddresses)
        expect(after.network.associatedTables).toBe(before.network.associatedTables)
        expect(after.network.knownPrefixes).toBe(before.network.knownPrefixes)
      }),
      RUNS,
    )
  })
})
