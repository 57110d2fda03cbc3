import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { type Address, formatAddress } from '../../../../../src/shared/net/address.ts'
import { followFlow } from '../../../../../src/shared/simulation/forward/trace.ts'
import { Health } from '../../../../../src/shared/simulation/health.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import type { MatrixEnd, Part } from '../../../../../src/shared/simulation/matrix/ends/end-kind.ts'
import { type Cell, outcomeOf } from '../../../../../src/shared/simulation/matrix/pair.ts'
import { holds } from '../../../../../src/shared/simulation/matrix/piece.ts'
import { Network } from '../../../../../src/shared/simulation/network.ts'
import { Routing } from '../../../../../src/shared/simulation/routes/index.ts'
import type { Flow } from '../../../../../src/shared/simulation/types.ts'
import { twistedDesign } from '../../../../oracle/twists.ts'
import { tinyDesign } from '../../../arbitraries/tiny.ts'

/** One host of an end: its address, none for a service, and the part of the end that it is of. */
interface Host {
  readonly part: Part
  readonly address: Address | undefined
}

/** Every address of a tiny subnet; of a site or pool those at the edges of what the tiny designs single out; a service as a whole. */
function hostsOf(end: MatrixEnd): Host[] {
  const offsets = [0n, 1n, 4n, 8n, 9n, 10n, 63n, 64n, 127n, 128n, 200n]
  return end.parts.flatMap((part): Host[] => {
    if (part.kind === 'service') return [{ part, address: undefined }]
    return part.ranges.flatMap(({ family, first, last }) => {
      const all = last - first <= 16n ? Array.from({ length: Number(last - first) + 1 }, (_, at) => BigInt(at)) : offsets
      return all.flatMap((offset) => (first + offset <= last ? [{ part, address: { family, value: first + offset } }] : []))
    })
  })
}

const flowOf = (from: MatrixEnd, source: Host, to: MatrixEnd, destination: Host): Flow => {
  const [sourceAddress, toAddress] = [source.address, destination.address].map((address) => (address ? formatAddress(address) : undefined))
  return {
    from: from.hosts.get(sourceAddress ?? '') ?? from.id,
    to: to.hosts.get(toAddress ?? '') ?? to.id,
    ...(sourceAddress === undefined ? {} : { sourceAddress }),
    ...(toAddress === undefined ? {} : { toAddress }),
    ...(source.part.wayIn === undefined ? {} : { wayIn: source.part.wayIn }),
    protocol: 'some',
  }
}

const said = ({ works, forward, reply, traffic }: Cell['outcome']) => ({ works, forward, reply, traffic })

const tinyDesigns = fc.oneof(tinyDesign(), tinyDesign(twistedDesign(2)))

it('says of every address what tracing that very address says, each in exactly one cell', () => {
  let [split, remote, served] = [0, 0, 0]
  fc.assert(
    fc.property(tinyDesigns, fc.nat(), (design: Design, at) => {
      const network = new Network(design)
      const all = network.elements.all.map(({ element }) => element)
      const health = new Health(network, at % 3 === 0 ? all.slice(at % Math.max(1, all.length)).slice(0, 1) : [])
      const routing = new Routing(health)
      const matrix = simulate(design).matrix([...health.failed])
      for (const [row, from] of matrix.ends.entries()) {
        for (const [column, to] of matrix.ends.entries()) {
          const cells = matrix.cells(row, column)
          if (!from.sends || !to.receives) {
            expect(cells).toEqual([])
            continue
          }
          if (new Set(cells.map(({ outcome }) => outcome.works)).size > 1) split += 1
          for (const source of hostsOf(from)) {
            for (const destination of hostsOf(to)) {
              if (destination.part.family !== undefined && source.part.family !== destination.part.family) continue
              if (destination.address && source.address?.value === destination.address.value) continue
              if (source.part.wayIn !== undefined) remote += 1
              if (destination.part.kind === 'service') served += 1
              const flow = flowOf(from, source, to, destination)
              const hit = cells.filter(({ from: one, to: other }) => one.part === source.part && holds(one, source.address) && other.part === destination.part && holds(other, destination.address))
              const told = hit.map(({ outcome }) => said(outcome))
              const traced = said(outcomeOf(followFlow(routing, health, flow, true)))
              if (JSON.stringify(told) !== JSON.stringify([traced])) expect(told, JSON.stringify({ flow, failed: [...health.failed] })).toEqual([traced])
            }
          }
        }
      }
    }),
    { seed: 20_261_128, numRuns: 16 },
  )
  expect(split).toBeGreaterThan(20)
  expect(Math.min(remote, served)).toBeGreaterThan(100)
})

const PACKETS = [[6, 22], [6, 443], [6, 80], [17, 53], [17, 55], [1, 0], [47, 0]] as const

it('says of every packet whether it passes what tracing that very packet says', () => {
  let partial = 0
  fc.assert(
    fc.property(tinyDesigns, (design) => {
      const network = new Network(design)
      const health = new Health(network)
      const routing = new Routing(health)
      const simulation = simulate(design)
      const matrix = simulation.matrix()
      for (const row of matrix.ends.keys()) {
        for (const column of matrix.ends.keys()) {
          for (const { flow } of matrix.cells(row, column)) {
            if (flow.sourceAddress?.includes(':')) continue
            const { passing } = followFlow(routing, health, flow, true)
            const passes = PACKETS.map(([protocol, port]) => passing.some(({ protocol: [low, high], there, back }) => low <= protocol && protocol <= high && (port === 0 || (there[0] <= port && port <= there[1] && back[0] <= 49_152 && 49_152 <= back[1]))))
            const traced = PACKETS.map(([protocol, port]) => simulation.trace({ ...flow, protocol, port }).works)
            if (new Set(traced).size > 1) partial += 1
            expect(passes, JSON.stringify(flow)).toEqual(traced)
          }
        }
      }
    }),
    { seed: 20_261_129, numRuns: 25 },
  )
  expect(partial).toBeGreaterThan(50)
})
