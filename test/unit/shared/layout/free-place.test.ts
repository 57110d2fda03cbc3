import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boxesOf, membersOf } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { encloses, overlap, type Rect, rectOf } from '../../../../src/shared/drawing/rects.ts'
import { fitContainer, freePlace, NODE_SIZE } from '../../../../src/shared/layout/index.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { HYBRID, laidOut, sketched } from '../drawing/designs.ts'

const hybrid = indexOf(laidOut(sketched('Hybrid', HYBRID)))

it('finds a place that covers no neighbour, in every frame and on the canvas', () => {
  fc.assert(
    fc.property(designArbitrary(2), fc.integer({ min: 40, max: 600 }), fc.integer({ min: 40, max: 600 }), (design, width, height) => {
      const index = indexOf(laidOut(design))
      for (const holder of [undefined, ...boxesOf(index).map(({ id }) => id), ...index.all('subnet').map(({ id }) => id)]) {
        const spot = { ...freePlace(index, holder, { width, height }), width, height }
        for (const member of membersOf(index, holder)) expect(overlap(spot, rectOf(index, member) as Rect)).toBe(false)
      }
    }),
    { seed: 3, numRuns: 30 },
  )
})

it('stays inside a frame that has room', () => {
  const subnet = rectOf(hybrid, 'subnet:pub-b') as Rect
  expect(encloses(subnet, { ...freePlace(hybrid, 'subnet:pub-b', NODE_SIZE), ...NODE_SIZE })).toBe(true)
})

it.each([['vpn-gateway', 'x'], ['internet-gateway', 'y']] as const)('puts a second %s on the border of its VPC, beside the first', (kind, axis) => {
  const spot = freePlace(hybrid, 'vpc:prod', NODE_SIZE, kind)
  const first = rectOf(hybrid, `${kind}:prod`) as Rect
  expect(spot[axis]).toBe(first[axis])
  expect(overlap({ ...spot, ...NODE_SIZE }, first)).toBe(false)
})

it('grows a frame around what leaves it, never shrinks it, and ignores gateways on the border', () => {
  const vpc = rectOf(hybrid, 'vpc:prod') as Rect
  expect(fitContainer(hybrid, 'vpc:prod')).toEqual(vpc)
  const moved = new Map([['vpc-endpoint:s3', { x: vpc.x + vpc.width + 300, y: vpc.y + 40 }], ['vpn-gateway:prod', { x: -5000, y: 0 }]])
  const grown = fitContainer(hybrid, 'vpc:prod', moved) as Rect
  expect(grown.x).toBe(vpc.x)
  expect(grown.x + grown.width).toBeGreaterThan(vpc.x + vpc.width + 300 + NODE_SIZE.width)
  expect(fitContainer(hybrid, 'instance:db')).toBeUndefined()
})
