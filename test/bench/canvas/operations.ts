import type { Graph, GraphBox } from './graph.ts'
import { cpuOf, type Showing } from './contestants.ts'
import type { Turn } from './in-page.ts'

/** What is done to each contestant, in this order. */
export const OPERATIONS = ['pan', 'everything in view', 'zoom', 'drag one', 'drag fifty'] as const

/** The name of something that is done. */
export type Operation = (typeof OPERATIONS)[number]

/** What was seen while something was done. Times in milliseconds; `cpu` per step. */
export interface Sample {
  readonly steps: number
  /** From each frame to the next. */
  readonly intervals: readonly number[]
  /** CPU time of the page's main thread, and of its whole process, per step. */
  readonly cpu: { readonly main: number; readonly process: number; readonly script: number; readonly layout: number }
}

const STEPS = 60
/** No operation takes longer than this, in milliseconds: what is slow is cut short. */
const MOST = 8000
/** Bits per pixel of the wheel, as d3-zoom counts them. */
const BITS = 0.002

interface Target {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

const centreOf = ({ x, y, width }: GraphBox) => ({ x: x + width / 2, y: y + 24 })

/** Where in the canvas of the product nothing lies over it. */
const isFree = (at: { readonly x: number; readonly y: number }, { x, y, width, height }: Showing['surface']): boolean => at.x > x + 20 && at.x < x + width - 20 && at.y > y + 20 && at.y < y + height - 150

const turned = (turns: readonly Turn[]): Turn[] => [...turns, ...turns.map(({ dx, dy, zooms }) => ({ dx: -dx, dy: -dy, zooms }))]

const times = (turn: Turn): Turn[] => turned(Array.from({ length: STEPS / 2 }, () => turn))

/** Looks at a point of the canvas, which comes into the middle, with a zoom: by turning the wheel until it is so. */
async function lookAt({ page, surface }: Showing, { x, y, zoom }: Target): Promise<{ readonly x: number; readonly y: number; readonly zoom: number }> {
  const middle = { x: surface.x + surface.width / 2, y: surface.y + surface.height / 2 }
  const turn = (dx: number, dy: number, zooms: boolean) => page.evaluate(([turns, at]) => window.inPage.turn(turns, at, 10_000), [[{ dx, dy, zooms }], middle] as const)
  const settled = () => page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    return window.inPage.viewport()
  })
  for (let tries = 0; tries < 20; tries++) {
    const now = await settled()
    const [dx, dy] = [x * now.zoom + now.x - surface.width / 2, y * now.zoom + now.y - surface.height / 2]
    if (Math.abs(now.zoom / zoom - 1) > 0.001) await turn(0, -Math.log2(zoom / now.zoom) / BITS, true)
    else if (Math.abs(dx) + Math.abs(dy) > 1) await turn(dx, dy, false)
    else return now
  }
  throw new Error('the view does not go where it is turned to')
}

/** Does something and notes frames and CPU time meanwhile. */
async function sampled({ page, cdp }: Showing, run: () => Promise<number>): Promise<Sample> {
  await page.evaluate(() => window.inPage.record())
  const before = await cpuOf(cdp)
  const steps = await run()
  const after = await cpuOf(cdp)
  const intervals = await page.evaluate(() => window.inPage.recorded())
  const each = (part: keyof typeof after): number => ((after[part] - before[part]) * 1000) / Math.max(1, steps)
  return { steps, intervals, cpu: { main: each('main'), process: each('process'), script: each('script'), layout: each('layout') } }
}

function wheel(showing: Showing, turns: readonly Turn[]): Promise<Sample> {
  const { page, surface } = showing
  const at = { x: surface.x + surface.width / 2, y: surface.y + surface.height / 2 }
  return sampled(showing, () => page.evaluate(([all, where, most]) => window.inPage.turn(all, where, most), [turns, at, MOST] as const))
}

/** Drags in a circle and back to where it began, one move as soon as the last was heard; then gives it up. */
async function drag(showing: Showing, from: { readonly x: number; readonly y: number }, look: () => Promise<void>): Promise<Sample> {
  const { page } = showing
  const radius = 60
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 5, from.y)
  const sample = await sampled(showing, async () => {
    const end = performance.now() + MOST
    let step = 0
    for (; step < STEPS && performance.now() < end; step++) {
      const angle = ((step + 1) / STEPS) * 2 * Math.PI
      await page.mouse.move(from.x + radius * Math.sin(angle), from.y + radius * (1 - Math.cos(angle)))
    }
    return step
  })
  await page.mouse.move(from.x + radius, from.y + radius)
  await look()
  await page.mouse.move(from.x, from.y)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return sample
}

/** All that is wanted, one after the other; `look` is called with the page as it is at work. */
export async function operate(showing: Showing, { boxes }: Graph, wanted: readonly Operation[], look: (operation: Operation) => Promise<void>): Promise<Partial<Record<Operation, Sample>>> {
  const nodes = boxes.filter((box) => !box.isFrame && box.parent?.startsWith('subnet:'))
  const [right, bottom] = [Math.max(...boxes.map(({ x, width }) => x + width)), Math.max(...boxes.map(({ y, height }) => y + height))]
  const middle = { x: right / 2, y: bottom / 2 }
  const far = (box: GraphBox, to: { readonly x: number; readonly y: number }): number => Math.hypot(centreOf(box).x - to.x, centreOf(box).y - to.y)
  const [one] = [...nodes].sort((a, b) => far(a, middle) - far(b, middle))
  if (!one) throw new Error('the graph has no node')
  const close = { ...centreOf(one), zoom: 1 }
  const { surface } = showing
  const fit = { ...middle, zoom: Math.min(surface.width / right, surface.height / bottom) * 0.94 }
  const results: Partial<Record<Operation, Sample>> = {}
  const pan = (pixels: number): Turn[] => times({ dx: pixels, dy: pixels, zooms: false })

  for (const operation of wanted) {
    if (operation === 'pan') {
      await lookAt(showing, close)
      results.pan = await wheel(showing, pan(9))
      await look(operation)
    } else if (operation === 'everything in view') {
      await lookAt(showing, fit)
      results[operation] = await wheel(showing, pan(2))
      await look(operation)
    } else if (operation === 'zoom') {
      await lookAt(showing, close)
      results.zoom = await wheel(showing, times({ dx: 0, dy: 37, zooms: true }))
    } else {
      const count = operation === 'drag one' ? 1 : 50
      const byNearness = [...nodes].sort((a, b) => far(a, centreOf(one)) - far(b, centreOf(one)))
      const marksAt = ({ x, y, zoom }: Target) => byNearness.map((box) => ({ id: box.id, x: surface.x + centreOf(box).x * zoom + x, y: surface.y + centreOf(box).y * zoom + y })).filter((mark) => isFree(mark, surface)).slice(0, count)
      const wholeAt = (zoom: number) => marksAt({ x: surface.width / 2 - close.x * zoom, y: surface.height / 2 - close.y * zoom, zoom }).length === count
      const zoom = count === 1 ? 1 : ([0.3, 0.2, 0.15].find(wholeAt) ?? 0.1)
      const chosen = marksAt(await lookAt(showing, { ...close, zoom }))
      const grip = chosen.find(({ id }) => id === one.id)
      if (!grip || chosen.length < count) throw new Error(`only ${chosen.length} nodes are in view`)
      await showing.select(count === 1 ? [] : chosen)
      results[operation] = await drag(showing, grip, () => look(operation))
      await showing.select([])
    }
  }
  return results
}
