import { describe, expect, it } from 'vitest'
import { copySelected, insert, paste } from '../../../../src/renderer/canvas/actions.ts'
import { neighboursFor } from '../../../../src/renderer/canvas/spawn.ts'
import { canvasOf } from '../../../../src/renderer/canvas/view.svelte.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { holderOf } from '../../../../src/shared/document/groups.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { encloses, isOnBorder, overlap, rectOf } from '../../../../src/shared/drawing/rects.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { newResourceId } from '../../../../src/renderer/state/ids.ts'
import { sessionOf } from '../state/session-of.ts'

function canvas() {
  const { session } = sessionOf(emptyDesign('Test'))
  const view = canvasOf(session)
  Object.assign(view.camera, { width: 4000, height: 4000, viewport: { x: 0, y: 0, zoom: 1 } })
  const put = (kind: Parameters<typeof insert>[1]['kind'], x: number, y: number, over?: string): ResourceId => {
    insert(view, { kind }, { x, y }, over)
    return [...session.selection][0] as ResourceId
  }
  return { session, view, put }
}

describe('adding a connected neighbour', () => {
  it('offers the likeliest first, each made and linked in the direction asked for, covering nothing', () => {
    const { session, put } = canvas()
    const region = put('region', 1000, 1000)
    const vpc = put('vpc', 1000, 1000, region)
    for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const offers = neighboursFor(session.index, newResourceId, vpc, direction, 8)
      expect(offers[0]?.label).toMatch(/^Transit gateway: /)
      expect(offers.length).toBeGreaterThan(1)
      for (const { edit, id } of offers) {
        const after = applyEdit(session.design, edit)
        if (!after.ok) throw new Error(edit.label)
        const index = indexOf(after.value)
        if (isOnBorder(index, id)) continue
        expect(index.links(id).length, edit.label).toBe(1)
        const [own, from] = [rectOf(index, id), rectOf(index, vpc)]
        const holder = holderOf(index, id)
        const around = holder === undefined ? undefined : rectOf(index, holder)
        expect(own && from && !overlap(own, from), `${edit.label} ${direction}`).toBe(true)
        if (own && around) expect(encloses(around, own)).toBe(true)
      }
    }
  })

  it('what belongs elsewhere comes to lie outside of what it does not belong to', () => {
    const { session, put } = canvas()
    const region = put('region', 1000, 1000)
    const tgw = put('transit-gateway', 800, 1000, region)
    const device = neighboursFor(session.index, newResourceId, tgw, 'left', 8).find(({ label }) => label.startsWith('Customer gateway'))
    const after = applyEdit(session.design, device?.edit ?? { label: '', changes: [] })
    if (!after.ok || !device) throw new Error('no device')
    const [own, around] = [rectOf(indexOf(after.value), device.id), rectOf(indexOf(after.value), region)]
    expect(own && around && own.x + own.width <= around.x).toBe(true)
  })
})

describe('pasting', () => {
  it('goes to the pointer, into what lies there, with the links among what was copied', () => {
    const { session, view, put } = canvas()
    const [vpc, other] = [put('vpc', 600, 600), put('vpc', 1600, 600)]
    const subnet = put('subnet', 600, 620, vpc)
    session.select([subnet])
    copySelected(view)
    view.pointer = { x: 1600, y: 600 }
    paste(view)
    expect(holderOf(session.index, [...session.selection][0] ?? '')).toBe(other)
    view.pointer = { x: 3000, y: 3000 }
    paste(view)
    const copy = [...session.selection][0] as ResourceId
    expect([holderOf(session.index, copy), encloses(rectOf(session.index, vpc)!, rectOf(session.index, copy)!)], 'the bare canvas takes no subnet').toEqual([vpc, true])
    const [a, b] = [put('transit-gateway', 200, 2000), put('vpc', 900, 2000)]
    const [peer] = neighboursFor(session.index, newResourceId, a, 'right', 8)
    session.perform(peer!.edit)
    session.select([a, peer!.id, b])
    copySelected(view)
    paste(view)
    expect(session.index.links([...session.selection].find((id) => id.startsWith('transit-gateway:')) as ResourceId)).toHaveLength(1)
  })
})
