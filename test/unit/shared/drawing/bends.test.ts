import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bendLink, bendsOf, straighten } from '../../../../src/shared/document/commands/bends.ts'
import { copyResources } from '../../../../src/shared/document/commands/clipping.ts'
import { moveBy, shifted } from '../../../../src/shared/document/commands/move.ts'
import { pasteClipping } from '../../../../src/shared/document/commands/paste.ts'
import { removeResources } from '../../../../src/shared/document/commands/remove.ts'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit, type Edit, invertEdit } from '../../../../src/shared/document/edit.ts'
import { parseDesignText } from '../../../../src/shared/document/parse.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { pulled, withoutPiece } from '../../../../src/shared/drawing/bending.ts'
import { sceneOf } from '../../../../src/shared/drawing/scene.ts'
import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { HUB, HYBRID, laidOut, sketched } from './designs.ts'

const hybrid = laidOut(sketched('Hybrid', HYBRID))
const hub = laidOut(sketched('Hub', HUB))
const VPN = 'vpn-connection:hq' as ResourceId

function after(design: Design, edit: Edit): Design {
  const result = applyEdit(design, edit)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function pathOf(design: Design, link: ResourceId, leg = 0, moved?: ReturnType<typeof shifted>) {
  const index = indexOf(design)
  const resource = index.get(link)
  return (resource && sceneOf(index, moved).paths(resource)[leg]) ?? []
}

const bent = (design: Design, link: ResourceId, piece: number, to: number) => after(design, bendLink(indexOf(design), link, pulled(pathOf(design, link), piece, to)))

const isSquare = (path: readonly { readonly x: number; readonly y: number }[]) => path.slice(1).every((b, at) => b.x === path[at]?.x || b.y === path[at]?.y)

describe('a link bent by hand', () => {
  const [start] = pathOf(hybrid, VPN)
  const high = (start?.y ?? 0) - 200
  const design = bent(hybrid, VPN, 0, high)

  it('runs where its piece was pulled to, from end to end', () => {
    const path = pathOf(design, VPN)
    expect(path.filter(({ y }) => y === high)).toHaveLength(2)
    expect([path[0], path.at(-1)]).toEqual([start, pathOf(hybrid, VPN).at(-1)])
    expect(isSquare(path)).toBe(true)
  })

  it('keeps its corners when one end moves, and reaches it there', () => {
    const moved = after(design, moveBy(indexOf(design), ['site:hq' as ResourceId], 0, 120))
    const path = pathOf(moved, VPN)
    expect(path.filter(({ y }) => y === high)).toHaveLength(2)
    expect(path[0]).toEqual({ x: start?.x, y: (start?.y ?? 0) + 120 })
    expect(isSquare(path)).toBe(true)
  })

  it('takes its corners along when both ends move, and shows it while they are dragged', () => {
    const all = ['site:hq', 'region:-@eu-central-1'] as ResourceId[]
    const places = shifted(indexOf(design), all, 40, -80)
    const dragged = pathOf(design, VPN, 0, places)
    const moved = after(design, moveBy(indexOf(design), all, 40, -80))
    expect(dragged).toEqual(pathOf(design, VPN).map(({ x, y }) => ({ x: x + 40, y: y - 80 })))
    expect(pathOf(moved, VPN)).toEqual(dragged)
  })

  it('finds its own way again when it is straightened, with nothing left in the file', () => {
    const straight = after(design, straighten(indexOf(design), [VPN]))
    expect(serializeDesign(straight)).toBe(serializeDesign(hybrid))
    expect(serializeDesign(after(design, invertEdit(bendLink(indexOf(hybrid), VPN, bendsOf(indexOf(design), VPN)))))).toBe(serializeDesign(hybrid))
  })

  it('is saved and read, copied with its ends, and goes with the link', () => {
    const read = parseDesignText(serializeDesign(design))
    expect(read.ok && read.value).toEqual(design)
    const ids = (kind: string) => makeResourceId(kind, 'copy')
    const made = pasteClipping(indexOf(design), ids, copyResources(indexOf(design), ['site:hq' as ResourceId, VPN]), { dx: 10, dy: 20 })
    expect(after(design, made.edit).bends?.['vpn-connection:copy' as ResourceId]?.points[0]).toEqual({ x: (bendsOf(indexOf(design), VPN)[0]?.x ?? 0) + 10, y: (bendsOf(indexOf(design), VPN)[0]?.y ?? 0) + 20 })
    expect(after(design, removeResources(indexOf(design), [VPN])).bends).toBeUndefined()
  })

  it('can be bent on either side of the node that it runs through', () => {
    const link = 'virtual-interface:t' as ResourceId
    const path = pathOf(hub, link, 1)
    const corners = pulled(path, 0, (path[0]?.y ?? 0) + 90).map((point) => ({ ...point, leg: 1 as const }))
    const one = after(hub, bendLink(indexOf(hub), link, corners))
    expect(pathOf(one, link, 0)).toEqual(pathOf(hub, link, 0))
    expect(pathOf(one, link, 1).map(({ y }) => y)).toContain((path[0]?.y ?? 0) + 90)
  })

  it('loses one bend at a time', () => {
    const path = pathOf(design, VPN)
    const piece = path.findIndex(({ y }, at) => y === high && path[at + 1]?.y === high)
    expect(withoutPiece(path, piece)).toEqual([])
    const steps = [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 80 }, { x: 120, y: 80 }, { x: 120, y: 30 }, { x: 200, y: 30 }]
    expect(withoutPiece(steps, 2)).toEqual([{ x: 50, y: 0 }, { x: 50, y: 30 }])
    expect(withoutPiece(steps, 3)).toEqual([{ x: 50, y: 0 }, { x: 50, y: 30 }])
  })

  it('stays square and ends at its ends, however often it is pulled and its ends are moved', () => {
    const step = fc.oneof(
      fc.record({ piece: fc.nat(8), by: fc.integer({ min: -300, max: 300 }) }),
      fc.record({ end: fc.constantFrom('site:hq', 'vpc:prod', 'customer-gateway:hq'), dx: fc.integer({ min: -400, max: 400 }), dy: fc.integer({ min: -400, max: 400 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let now = hybrid
        for (const next of steps) {
          const path = pathOf(now, VPN)
          const piece = 'piece' in next ? next.piece % Math.max(1, path.length - 1) : 0
          const place = path[piece]?.y === path[piece + 1]?.y ? path[piece]?.y : path[piece]?.x
          now = 'piece' in next ? bent(now, VPN, piece, (place ?? 0) + next.by) : after(now, moveBy(indexOf(now), [next.end as ResourceId], next.dx, next.dy))
          const drawn = pathOf(now, VPN)
          expect(isSquare(drawn)).toBe(true)
          expect(drawn.length).toBeGreaterThan(1)
        }
      }),
      { seed: 3, numRuns: 60 },
    )
  })
})
