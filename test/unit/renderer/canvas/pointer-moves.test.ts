import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { frameAt } from '../../../../src/renderer/canvas/hit.ts'
import { Hand, type PointerLike } from '../../../../src/renderer/canvas/hand.ts'
import { groupsShown } from '../../../../src/renderer/canvas/grouping.ts'
import { MapPainter, mapScale } from '../../../../src/renderer/canvas/paint/paint-map.ts'
import { IconCache } from '../../../../src/renderer/canvas/paint/icon-cache.ts'
import { paintStage } from '../../../../src/renderer/canvas/paint/paint-stage.ts'
import { mountedIds, type ShellNode, shellsFor, withActive } from '../../../../src/renderer/canvas/shells.ts'
import { Stage } from '../../../../src/renderer/canvas/stage.ts'
import { targetOfNew } from '../../../../src/renderer/canvas/targets.ts'
import { canvasOf } from '../../../../src/renderer/canvas/view.svelte.ts'
import type { HolderId } from '../../../../src/shared/document/groups.ts'
import { themeOf } from '../../../../src/shared/drawing/index.ts'
import { designOf } from '../../../bench/canvas/design.ts'
import { sessionOf } from '../state/session-of.ts'

/** A context that paints nothing. */
const context = new Proxy({}, { get: () => () => undefined, set: () => true }) as CanvasRenderingContext2D

beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  vi.stubGlobal('Path2D', class { moveTo(): void {} lineTo(): void {} arcTo(): void {} roundRect(): void {} })
  vi.stubGlobal('OffscreenCanvas', class { getContext(): unknown { return context } })
})

afterAll(() => {
  vi.unstubAllGlobals()
})

/** Counts what is looked up and walked through meanwhile: each look into a map or set, each entry of a list, map or set that is gone through. */
function workOf(run: () => void): number {
  let count = 0
  const undo: (() => void)[] = []
  const watch = (owner: object, name: string | symbol, cost: (self: { readonly length?: number; readonly size?: number }) => number): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name)
    const known = own?.value as (...args: unknown[]) => unknown
    Object.defineProperty(owner, name, { ...own, value(this: { length?: number; size?: number }, ...args: unknown[]) {
      count += cost(this)
      return known.apply(this, args)
    } })
    undo.push(() => void Object.defineProperty(owner, name, own ?? {}))
  }
  for (const name of ['get', 'has'] as const) {
    watch(Map.prototype, name, () => 1)
    if (name === 'has') watch(Set.prototype, name, () => 1)
  }
  for (const name of ['map', 'filter', 'flatMap', 'forEach', 'some', 'every', 'find', 'reduce', Symbol.iterator]) watch(Array.prototype, name, ({ length = 0 }) => length)
  for (const name of ['entries', 'keys', 'values', 'forEach', Symbol.iterator]) for (const owner of [Map.prototype, Set.prototype]) watch(owner, name, ({ size = 0 }) => size)
  try {
    run()
  } finally {
    undo.forEach((restore) => restore())
  }
  return count
}

/** The canvas of a design of so many resources, looked at in its middle at 100 %, with all that follows a move of the pointer. */
function bench(resources: number) {
  const { session } = sessionOf(designOf(resources))
  const view = canvasOf(session)
  const { index } = session
  // Outside of a window nothing that is derived is kept, so the drawing of the design is made once here.
  const stage = new Stage(index, {})
  const stageNow = (): Stage => {
    stage.setMoved(view.moved)
    return stage
  }
  Object.defineProperties(view, { stage: { get: stageNow }, overlay: { value: {} } })
  const extent = view.stage.extent() ?? { x: 0, y: 0, width: 0, height: 0 }
  const middle = { x: extent.x + extent.width / 2, y: extent.y + extent.height / 2 }
  const far = (id: string): number => {
    const rect = stage.boundsOf(id)
    return rect ? Math.hypot(rect.x - middle.x, rect.y - middle.y) : Infinity
  }
  const hosts = index.all('instance').map(({ id }) => id).sort((a, b) => far(a) - far(b))
  // One in the same place of its VPC in every design: ways around what is there take as long.
  const host = hosts.find((id) => id.endsWith('app-a-1'))
  const rect = host && view.stage.boundsOf(host)
  if (!host || !rect) throw new Error('there is no host')
  Object.assign(view.camera, { width: 900, height: 600, viewport: { x: 450 - rect.x - rect.width / 2, y: 300 - rect.y - 24, zoom: 1 } })
  const hand = new Hand(view)
  const painter = new MapPainter()
  const icons = new IconCache()
  const size = { width: 192, height: 128 }
  const colours = themeOf('light')
  const near = view.camera.area
  const state = () => ({ selection: session.selection, overlay: view.overlay })
  const mounted = mountedIds(view.stage, near, [])
  let shells: ShellNode[] = [...shellsFor(view.stage, mounted, state())]

  /** What the window does after each move. */
  const follow = (): void => {
    const { camera, hovered, gesture } = view
    stageNow()
    shells = withActive(stage, shells, state(), { hovered, zoom: 1 }, shells)
    const target = gesture?.kind === 'move' && gesture.target !== undefined ? { id: gesture.target, allowed: true } : undefined
    paintStage({ context, theme: colours, icons, zoom: 1, ratio: 1 }, stage, camera.area, { selected: session.selection, hovered, target, marquee: undefined, wire: undefined, isGridShown: false, guides: [], copies: undefined, groups: groupsShown(view) })
    painter.paint(context, stage, { size, scale: mapScale(stage.extent() ?? near, size), area: camera.area, selection: session.selection, colours, ratio: 1 })
  }
  const at = (x: number, y: number): PointerLike => ({ clientX: x, clientY: y, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false })
  /** The work of one move, after a few to begin with. */
  const move = (x: number, y: number): number => {
    for (const step of [3, 2, 1]) {
      hand.move(at(x + 8 * step, y + 5 * step))
      follow()
    }
    return workOf(() => {
      hand.move(at(x, y))
      follow()
    })
  }
  const pressed = (grip?: { readonly id: string; readonly edge: 'se' | undefined }, from = { x: 450, y: 300 }): number => {
    hand.down(at(from.x, from.y), grip)
    const work = move(from.x + 20, from.y + 40)
    hand.cancel()
    follow()
    return work
  }
  return {
    hover: () => move(460, 310),
    'drag one': () => {
      session.select([host])
      return pressed()
    },
    'drag fifty': () => {
      session.select(hosts.slice(0, 50))
      const work = pressed()
      session.select([])
      return work
    },
    'drag a VPC': () => {
      const vpc = index.all('vpc').find(({ id }) => view.stage.within(near).includes(id))
      if (!vpc) throw new Error('no VPC is in view')
      const { x, y } = view.camera.toScreen(stage.boundsOf(vpc.id) ?? { x: 0, y: 0 })
      const work = pressed(undefined, { x: x + 60, y: y + 10 })
      session.select([])
      return work
    },
    resize: () => {
      const subnet = view.stage.within(near).find((id) => id.startsWith('subnet:'))
      if (!subnet) throw new Error('no subnet is in view')
      return pressed({ id: subnet, edge: 'se' })
    },
    connect: () => pressed({ id: host, edge: undefined }),
    place: () => workOf(() => void targetOfNew(index, { kind: 'instance' }, frameAt(view.stage, view.camera.centre) as HolderId | undefined)),
    pan: () => {
      const { viewport } = view.camera
      view.camera.panBy(10, 5)
      const work = workOf(follow)
      view.camera.viewport = viewport
      return work
    },
  }
}

describe('a move of the pointer', () => {
  it('costs what is near and what is moved, however large the design is', { timeout: 120_000 }, () => {
    const [small, large] = [bench(300), bench(3000)]
    const works = Object.keys(small).map((name) => ({ name, small: small[name as keyof typeof small](), large: large[name as keyof typeof large]() }))
    for (const { name, small: few, large: many } of works) {
      // Lines of intents are many or few, but never more than 36. The line from a VPC to its hub is looked for among all that is between the two.
      const most = name === 'drag a VPC' ? 4 : 1.5
      expect(many, `${name}: ${few} looks in 300 resources, ${many} in 3,000`).toBeLessThan(most * few + 2000)
    }
  })
})
