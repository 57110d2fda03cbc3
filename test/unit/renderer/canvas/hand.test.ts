import { beforeAll, describe, expect, it } from 'vitest'
import { deleteSelected, insert, nudge } from '../../../../src/renderer/canvas/actions.ts'
import { enterGroup, groupSelected } from '../../../../src/renderer/canvas/grouping.ts'
import { Hand, type PointerLike } from '../../../../src/renderer/canvas/hand.ts'
import { toggleLock } from '../../../../src/renderer/canvas/locks.ts'
import { resizeSelected } from '../../../../src/renderer/canvas/resizing.ts'
import { spokenPlace } from '../../../../src/renderer/canvas/spoken.ts'
import { canvasOf } from '../../../../src/renderer/canvas/view.svelte.ts'
import type { SelectableId } from '../../../../src/renderer/state/session.svelte.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { groupedOf } from '../../../../src/shared/document/groupings.ts'
import { holderOf, membersOf } from '../../../../src/shared/document/groups.ts'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { encloses, type Rect, rectOf } from '../../../../src/shared/drawing/rects.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { sessionOf } from '../state/session-of.ts'

beforeAll(() => {
  // A gesture near the edge of the view asks for frames; here the view is large and no frame ever comes.
  globalThis.requestAnimationFrame = () => 1
  globalThis.cancelAnimationFrame = () => undefined
})

type Keys = Partial<Pick<PointerLike, 'shiftKey' | 'altKey' | 'ctrlKey'>>

/** A canvas of 4000 by 4000 pixels at 100 %, with a hand over it. */
function canvas() {
  const { session, notices } = sessionOf(emptyDesign('Test'))
  const view = canvasOf(session)
  Object.assign(view.camera, { width: 4000, height: 4000, viewport: { x: 0, y: 0, zoom: 1 } })
  const hand = new Hand(view)
  const at = (x: number, y: number, keys: Keys = {}): PointerLike => ({ clientX: x, clientY: y, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...keys })
  const rect = (id: string): Rect => {
    const found = rectOf(session.index, id)
    if (!found) throw new Error(`no place for ${id}`)
    return found
  }
  const put = (kind: Parameters<typeof insert>[1]['kind'], x: number, y: number, over?: string): SelectableId => {
    insert(view, { kind }, { x, y }, over)
    const [id] = session.selection
    if (id === undefined) throw new Error(`${kind} was not made`)
    return id
  }
  /** Where a hand takes hold of something: a frame by its title, a node by its icon. */
  const grip = (id: string): { x: number; y: number } => (view.stage.partOf(id) === 'frame' ? { x: rect(id).x + 60, y: rect(id).y + 10 } : { x: rect(id).x + rect(id).width / 2, y: rect(id).y + 20 })
  const click = (id: string, keys: Keys = {}): void => {
    hand.down(at(grip(id).x, grip(id).y, keys))
    hand.up(at(grip(id).x, grip(id).y, keys))
  }
  const drag = (from: { x: number; y: number }, dx: number, dy: number, { pressed = {}, held = pressed }: { readonly pressed?: Keys; readonly held?: Keys } = {}): void => {
    hand.down(at(from.x, from.y, pressed))
    hand.move(at(from.x + dx / 2, from.y + dy / 2, held))
    hand.move(at(from.x + dx, from.y + dy, held))
    hand.up(at(from.x + dx, from.y + dy, held))
  }
  return { session, notices, view, hand, at, rect, put, grip, click, drag }
}

const said = (notices: ReturnType<typeof canvas>['notices']): string | undefined => notices.list.at(-1)?.message

describe('a hand on the canvas', () => {
  it('keeps hold of a thing while it is on one of its handles, which stick out of it', () => {
    const { view, hand, at, put, rect } = canvas()
    const vpc = put('vpc', 1000, 1000)
    const { x, y, width } = rect(vpc)
    hand.move(at(x + width + 4, y + 100))
    expect(view.hovered).toBeUndefined()
    hand.move(at(x + width + 4, y + 100), vpc)
    expect(view.hovered).toBe(vpc)
  })

  it('lines up with a neighbour while it drags, unless Alt or Mod says no, and Shift keeps it straight', () => {
    const { session, view, hand, at, rect, put, grip, drag } = canvas()
    const [one, two] = [put('transit-gateway', 400, 400), put('transit-gateway', 900, 700)]
    const before = rect(two)
    const from = grip(two)
    hand.down(at(from.x, from.y))
    hand.move(at(from.x - 250, from.y))
    hand.move(at(from.x - 503, from.y + 150))
    expect(view.gesture).toMatchObject({ kind: 'move', guides: [{ kind: 'line', axis: 'x', at: rect(one).x + 64 }] })
    hand.up(at(from.x - 503, from.y + 150))
    expect(rect(two).x).toBe(rect(one).x)
    session.undo()
    drag(from, -503, 150, { held: { altKey: true } })
    expect(rect(two)).toMatchObject({ x: before.x - 503, y: before.y + 150 })
    session.undo()
    drag(from, -203, 31, { held: { shiftKey: true, ctrlKey: true } })
    expect(rect(two)).toMatchObject({ x: before.x - 203, y: before.y })
    view.isGridShown = false
    view.snapsToThings = false
    session.undo()
    drag(from, 3, -101)
    expect(rect(two)).toMatchObject({ x: before.x + 3, y: before.y - 101 })
  })

  it('pressed with Alt drags a copy with a name of its own, into what it is let go over', () => {
    const { session, view, hand, at, rect, put, grip, drag } = canvas()
    const vpc = put('vpc', 600, 600)
    const other = put('vpc', 1600, 600)
    const subnet = put('subnet', 600, 620, vpc)
    const before = rect(subnet)
    hand.down(at(grip(subnet).x, grip(subnet).y, { altKey: true }))
    hand.move(at(grip(subnet).x + 40, grip(subnet).y, { altKey: true }))
    expect(view.gesture).toMatchObject({ kind: 'move', isCopy: true })
    expect(view.stage.boundsOf(subnet)).toEqual(before)
    hand.cancel()
    drag(grip(subnet), 1000, 0, { pressed: { altKey: true } })
    const [copy] = session.selection
    expect(rect(subnet)).toEqual(before)
    expect(copy !== subnet && holderOf(session.index, copy ?? '')).toBe(other)
    expect(session.index.get(copy as ResourceId)?.name).toBe('Subnet 2')
    session.undo()
    expect(membersOf(session.index, other)).toEqual([])
  })

  it('what does not belong there goes back, and the reason is shown and told', () => {
    const { session, notices, view, hand, at, rect, put, grip } = canvas()
    const vpc = put('vpc', 600, 600)
    const subnet = put('subnet', 600, 620, vpc)
    const before = rect(subnet)
    const { x, y } = grip(subnet)
    hand.down(at(x, y))
    hand.move(at(x + 500, y))
    hand.move(at(x + 1500, y))
    expect(view.gesture).toMatchObject({ kind: 'move', reason: 'A subnet belongs in a VPC or in an Availability Zone.' })
    hand.up(at(x + 1500, y))
    expect([rect(subnet), said(notices)]).toEqual([before, 'A subnet belongs in a VPC or in an Availability Zone.'])
    expect(session.history.undoLabel).not.toContain('Move')
  })

  it('a click selects a group whole, a double-click goes into it, and it moves, copies and goes as one', () => {
    const { session, view, rect, put, click, grip, drag } = canvas()
    const ids = [put('transit-gateway', 400, 400), put('transit-gateway', 700, 430), put('direct-connect-gateway', 1000, 400)]
    session.select(ids.slice(0, 2))
    groupSelected(view)
    expect(spokenPlace(session.index, ids[0] ?? '')).toBe('in a group of 2')
    click(ids[2] ?? '')
    click(ids[0] ?? '')
    expect([...session.selection].sort()).toEqual(ids.slice(0, 2).sort())
    const before = ids.map((id) => rect(id))
    drag(grip(ids[1] ?? ''), 80, 160, { held: { altKey: true } })
    expect(ids.map((id) => rect(id).y)).toEqual([before[0]!.y + 160, before[1]!.y + 160, before[2]!.y])
    expect(enterGroup(view, ids[1]!)).toBe(true)
    click(ids[1]!)
    expect([...session.selection]).toEqual([ids[1]])
    click(ids[2]!)
    click(ids[0]!)
    expect(session.selection.size).toBe(2)
    drag(grip(ids[0]!), 0, 400, { pressed: { altKey: true } })
    const copies = [...session.selection]
    expect(groupedOf(session.index, copies[0]!)?.members).toEqual([...copies].sort())
    deleteSelected(view)
    expect(Object.keys(session.design.groupings ?? {})).toHaveLength(1)
  })

  it('a marquee takes groups whole', () => {
    const { session, view, put, drag } = canvas()
    const ids = [put('transit-gateway', 400, 400), put('transit-gateway', 900, 430)]
    session.select(ids)
    groupSelected(view)
    drag({ x: 300, y: 300 }, 250, 300)
    expect(session.selection.size).toBe(2)
  })

  it('what is locked is selected but neither moved, nudged, resized nor deleted, and that is said', () => {
    const { session, notices, view, rect, put, click, grip, drag } = canvas()
    const vpc = put('vpc', 600, 600)
    const subnet = put('subnet', 600, 620, vpc)
    session.select([subnet])
    toggleLock(view)
    const state = serializeDesign(session.design)
    click(vpc)
    click(subnet)
    expect([...session.selection]).toEqual([subnet])
    drag(grip(subnet), 60, 30)
    session.select([subnet])
    nudge(view, 8, 0)
    resizeSelected(view, 'e', 80, 0)
    deleteSelected(view)
    session.select([vpc])
    deleteSelected(view)
    expect(said(notices)).toMatch(/^Subnet 1 is locked; unlock it with .* first\.$/)
    expect(serializeDesign(session.design)).toBe(state)
    const before = rect(subnet)
    drag(grip(vpc), 80, 0, { held: { altKey: true } })
    expect(rect(subnet).x).toBe(before.x + 80)
    session.select([subnet])
    toggleLock(view)
    deleteSelected(view)
    expect(session.has(subnet)).toBe(false)
  })
})

describe('resizing', () => {
  it('keeps the contents inside with room around, whatever edge is pulled wherever, and border gateways on the border', () => {
    const { session, view, hand, at, rect, put } = canvas()
    const vpc = put('vpc', 1000, 1000)
    const subnet = put('subnet', 1000, 1010, vpc)
    const vgw = put('vpn-gateway', 800, 1000, vpc)
    session.select([vpc])
    for (const edge of ['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw'] as const) {
      for (const [dx, dy] of [[900, 900], [-900, -900], [90, -70]] as const) {
        hand.down(at(500, 500), { id: vpc, edge })
        hand.move(at(500 + dx, 500 + dy, { altKey: true }))
        hand.up(at(500 + dx, 500 + dy, { altKey: true }))
        const [outer, inner, gateway] = [rect(vpc), rect(subnet), rect(vgw)]
        expect(encloses(outer, { x: inner.x - 20, y: inner.y - 48, width: inner.width + 40, height: inner.height + 68 }), `${edge} ${dx}`).toBe(true)
        expect(gateway.x + gateway.width / 2).toBe(outer.x)
        expect(gateway.y + gateway.height / 2).toBeLessThanOrEqual(outer.y + outer.height)
      }
    }
    expect(view.gesture).toBeUndefined()
    expect(holderOf(session.index, subnet)).toBe(vpc)
  })

  it('drawn frames keep their size with themselves, notes get as high as their text', () => {
    const { session, view, hand, at, rect, put } = canvas()
    const frame = put('frame', 800, 800)
    const [before, id] = [rect(frame), frame as ResourceId]
    hand.down(at(0, 0), { id: frame, edge: 'se' })
    hand.move(at(83, 41, { altKey: true }))
    hand.up(at(83, 41, { altKey: true }))
    expect(rect(frame)).toEqual({ ...before, width: before.width + 83, height: before.height + 41 })
    expect(session.index.getOf('frame', id)).toMatchObject({ width: 563, height: 361 })
    hand.down(at(0, 0), { id: frame, edge: 'se' })
    hand.move(at(563, 0, { shiftKey: true, altKey: true }))
    hand.up(at(563, 0, { shiftKey: true, altKey: true }))
    expect(rect(frame)).toMatchObject({ width: 1126, height: 722 })
    const note = put('note', 2500, 800)
    const height = rect(note).height
    resizeSelected(view, 'e', -110, 0)
    expect(rect(note).width).toBe(90)
    expect(rect(note).height).toBeGreaterThan(height)
    resizeSelected(view, 's', 0, 50)
    expect(rect(note).width).toBe(90)
  })
})
