import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { marksOf, trafficOf } from '../../../../../src/shared/simulation/matrix/answer.ts'
import { hubOf } from '../../../../bench/network.ts'
import { twistedDesign } from '../../../../oracle/twists.ts'
import { designArbitrary } from '../../../arbitraries/design.ts'
import { tinyDesign } from '../../../arbitraries/tiny.ts'
import { withTwins } from '../../../arbitraries/twins.ts'
import { Sketch } from '../sketch.ts'

it('answers for a class of pairs what tracing each pair of it answers', () => {
  let shared = 0
  const designs: fc.Arbitrary<Design> = fc.oneof(designArbitrary(3), withTwins(designArbitrary(2)), withTwins(twistedDesign(2)), withTwins(tinyDesign()), tinyDesign(withTwins(designArbitrary(2))))
  fc.assert(
    fc.property(designs, fc.nat(), (design, at) => {
      const simulation = simulate(design)
      const elements = simulation.elements.map(({ element }) => element)
      const matrix = simulation.matrix(at % 3 === 0 ? elements.slice(at % Math.max(1, elements.length)).slice(0, 1) : [])
      for (const from of matrix.rows) {
        for (const to of matrix.columns) {
          const { example, ...verdict } = matrix.verdict(from, to)
          if (example[0] === from && example[1] === to) continue
          shared += 1
          const cells = matrix.cells(from, to)
          expect(verdict, `${matrix.ends[from]?.id} -> ${matrix.ends[to]?.id}`).toEqual({ ...marksOf(cells), traffic: trafficOf(cells) })
        }
      }
    }),
    { seed: 20_261_130, numRuns: 70 },
  )
  expect(shared).toBeGreaterThan(150)
})

/** Packets that are followed to answer every pair of a hub. */
function tracesOf(vpcs: number): { readonly pairs: number; readonly traces: number } {
  const matrix = simulate(hubOf(vpcs)).matrix()
  for (const from of matrix.rows) for (const to of matrix.columns) matrix.verdict(from, to)
  return { pairs: matrix.rows.length * matrix.columns.length, traces: matrix.traces }
}

it('follows no more packets for a hub of many like VPCs than for one of few', () => {
  expect(tracesOf(100)).toEqual({ pairs: 203 ** 2, traces: tracesOf(5).traces })
})

it('tells like VPCs apart when an interface of an endpoint in one of them is down', () => {
  const sketch = new Sketch()
  for (const [number, name] of ['one', 'two'].entries()) {
    const { vpc, subnets } = sketch.vpc(name, `10.${number}.0.0/16`, ['a'])
    sketch.add('vpc-endpoint', `queue-${name}`, { VpcId: vpc, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.sqs', SubnetIds: subnets })
  }
  const marks = (failed: readonly string[]) => {
    const matrix = simulate(sketch.design()).matrix(failed)
    const at = (name: string) => matrix.ends.findIndex((end) => end.name === name)
    const alike = new Set(['one-a', 'two-a'].map((name) => matrix.classOf(at(name)))).size === 1
    return { alike, marks: ['one', 'two'].map((name) => matrix.verdict(at(`${name}-a`), at(`queue-${name}`)).mark) }
  }
  expect(marks([])).toEqual({ alike: true, marks: ['all', 'all'] })
  expect(marks(['endpoint-interface:vpc-endpoint:queue-two/subnet:two-a'])).toEqual({ alike: false, marks: ['all', 'none'] })
})
