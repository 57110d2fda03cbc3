import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { applyEdit, invertEdit } from '../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import type { Point } from '../../../../src/shared/drawing/display-list.ts'
import { drawDesign } from '../../../../src/shared/drawing/index.ts'
import { encloses, type Rect, rectOf, unionOf } from '../../../../src/shared/drawing/rects.ts'
import { sceneOf } from '../../../../src/shared/drawing/scene.ts'
import { addedAsBlock } from '../../../../src/shared/layout/place-block.ts'
import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { insertPattern, type PatternId, PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { designArbitrary } from '../../arbitraries/design.ts'
import { HYBRID, laidOut, sketched } from '../drawing/designs.ts'
import { faults } from './faults.ts'

const ids = PATTERNS.map(({ id }) => id)
const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })
const view = (design: Design): Point => middleOf(drawDesign(design).bounds)

let count = 0
const newId = (kind: string) => makeResourceId(kind, `new${(count += 1)}`)

function edited(design: Design, edit: ReturnType<typeof addedAsBlock>): Design {
  const made = applyEdit(design, edit)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value
}

const insertion = (design: Design, id: PatternId, near = view(design)) => addedAsBlock(design, insertPattern(design, id, newId), near)
const inserted = (design: Design, id: PatternId, near?: Point): Design => edited(design, insertion(design, id, near))
const freshIn = (before: Design, after: Design): string[] => Object.keys(after.placements).filter((id) => !Object.hasOwn(before.placements, id))

function expectNothingMoved(before: Design, after: Design): void {
  expect(after.placements).toMatchObject(before.placements)
  for (const box of Object.values(before.boxes)) expect(encloses(after.boxes[box.id] as Rect, box), box.id).toBe(true)
}

const hybrid = laidOut(sketched('Hybrid', HYBRID))
const cloudHub = laidOut(inserted(emptyDesign('Hub'), 'a11-vpn-cloudhub'))

describe.each(ids)('%s beside what is there', (id) => {
  it.each([['another Region', hybrid], ['its own Region', cloudHub]])('covers nothing and moves nothing next to %s, as one edit that undo takes back', (_what, before) => {
    const edit = insertion(before, id)
    const after = edited(before, edit)
    expect(faults(after)).toEqual([])
    expectNothingMoved(before, after)
    expect(serializeDesign(edited(after, invertEdit(edit)))).toBe(serializeDesign(before))
  })
})

it('stands where it is asked for when nothing is there', () => {
  for (const near of [{ x: 0, y: 0 }, { x: -900, y: 4000 }]) {
    const after = inserted(emptyDesign('empty'), 'a1-managed-vpn', near)
    const index = indexOf(after)
    const { x, y } = middleOf(unionOf(freshIn(emptyDesign(''), after).flatMap((id) => rectOf(index, id) ?? [])) as Rect)
    expect(Math.hypot(x - near.x, y - near.y)).toBeLessThan(48)
  }
})

it('stands near the point on a canvas that has room there, and not at the end of everything', () => {
  const far = { x: 9000, y: 9000 }
  const wide = inserted(inserted(emptyDesign('wide'), 'b1-vpc-peering', { x: 0, y: 0 }), 'zonal-nat-egress', far)
  const near = { x: 400, y: -1500 }
  const after = inserted(hybrid, 'a1-managed-vpn', near)
  const rects = freshIn(hybrid, after).flatMap((id) => rectOf(indexOf(after), id) ?? [])
  expect(Math.hypot(middleOf(unionOf(rects) as Rect).x - near.x, middleOf(unionOf(rects) as Rect).y - near.y)).toBeLessThan(48)
  expect(faults(wide)).toEqual([])
})

it('keeps all patterns apart that are inserted one after the other', () => {
  let design = emptyDesign('all')
  for (const id of ids) {
    const after = inserted(design, id)
    expect(faults(after), id).toEqual([])
    expectNothingMoved(design, after)
    design = after
  }
})

/** VPCs alone in their Regions, each Region where it is told to stand. */
function regionsAt(places: Readonly<Record<string, Point>>): Design {
  const drawn = Object.keys(places).map((region, at) => [`vpc:${region}`, { CidrBlocks: [`10.${100 + at}.0.0/16`], Region: region }] as const)
  const design = laidOut(sketched('Regions', drawn))
  return edited(design, {
    label: 'Place',
    changes: Object.values(design.boxes).flatMap((box) => {
      const { x, y } = places[box.Region ?? ''] as Point
      const vpc = `vpc:${box.Region}` as ResourceId
      return [
        { op: 'put' as const, collection: 'boxes' as const, id: box.id, before: box, after: { ...box, x, y, width: 400, height: 340 } },
        { op: 'put' as const, collection: 'placements' as const, id: vpc, before: design.placements[vpc], after: { x: x + 40, y: y + 60, width: 280, height: 180 } },
      ]
    }),
  })
}

it.each([{ x: 200, y: 600 }, { x: 200, y: 2400 }, { x: 200, y: -1600 }, { x: 3000, y: 600 }])('comes in pieces into a Region that can only grow sideways, asked for at %j', (near) => {
  const before = regionsAt({ 'eu-north-1': { x: 0, y: 0 }, 'eu-west-1': { x: 0, y: 400 }, 'eu-west-3': { x: 0, y: 800 } })
  expect(faults(before)).toEqual([])
  const after = inserted(before, 'a1-managed-vpn', near)
  expect(faults(after)).toEqual([])
  expectNothingMoved(before, after)
})

it('pushes neighbours aside only when the Region is hemmed in on all sides', () => {
  const around = { 'eu-north-1': { x: 0, y: -400 }, 'eu-west-3': { x: 0, y: 400 }, 'eu-south-1': { x: -440, y: 0 }, 'eu-south-2': { x: 440, y: 0 } }
  const before = regionsAt({ 'eu-west-1': { x: 0, y: 0 }, ...around })
  const after = inserted(before, 'b1-vpc-peering')
  expect(faults(after)).toEqual([])
  expect(() => expectNothingMoved(before, after)).toThrow()
})

it('covers no link, not even in the midst of a long one', () => {
  const apart = laidOut(sketched('Long', HYBRID))
  const links = (design: Design) => indexOf(design).all('vpn-connection').flatMap((link) => sceneOf(indexOf(design)).paths(link))
  const before = edited(apart, {
    label: 'Move away',
    changes: Object.entries(apart.placements).filter(([id]) => /^(site|customer-gateway|isp-link):/.test(id)).map(([id, place]) => ({ op: 'put', collection: 'placements', id, before: place, after: { ...place, x: place.x - 3000 } })),
  })
  const [path] = links(before)
  const ends = [path?.[0], path?.at(-1)] as [Point, Point]
  const after = inserted(before, 'zonal-nat-egress', { x: (ends[0].x + ends[1].x) / 2, y: ends[0].y })
  const rects = freshIn(before, after).flatMap((id) => rectOf(indexOf(after), id) ?? [])
  const samples = (path ?? []).slice(1).flatMap((to, at) => Array.from({ length: 200 }, (_, step) => ({ x: to.x + ((path?.[at]?.x ?? to.x) - to.x) * (step / 200), y: to.y + ((path?.[at]?.y ?? to.y) - to.y) * (step / 200), width: 0, height: 0 })))
  expect(Math.abs(ends[0].x - ends[1].x)).toBeGreaterThan(2500)
  expect(samples.filter((point) => rects.some((rect) => encloses(rect, point)))).toEqual([])
})

it('leaves no overlap in any design, wherever it is asked for', () => {
  fc.assert(
    fc.property(designArbitrary(2), fc.constantFrom(...ids), fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }), (plan, id, x, y) => {
      const design = laidOut(plan)
      expect(faults(inserted(design, id, { x, y }))).toEqual(faults(design))
    }),
    { seed: 11, numRuns: 40 },
  )
})
