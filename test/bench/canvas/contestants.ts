import type { Browser, CDPSession, Page } from '@playwright/test'
import { install, type Shown } from './in-page.ts'

/** A rectangle of the window. */
export interface Surface {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A contestant that shows a design in a page of its own. */
export interface Showing {
  readonly page: Page
  readonly cdp: CDPSession
  readonly surface: Surface
  readonly shown: Shown
  /** Seconds that the main thread of the page worked until the design was shown. */
  readonly shownCpu: number
  /** Selects exactly these, which are in view at these points of the window. */
  select(marks: readonly { readonly id: string; readonly x: number; readonly y: number }[]): Promise<void>
}

/** One of those that are compared. */
export interface Contestant {
  readonly name: string
  show(browser: Browser, size: number): Promise<Showing>
}

const WINDOW = { width: 1440, height: 900 } as const

/** CPU time of the main thread so far, and of the whole process of the page, in seconds. */
export async function cpuOf(cdp: CDPSession): Promise<{ readonly main: number; readonly process: number; readonly script: number; readonly layout: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { main: of('ThreadTime'), process: of('ProcessTime'), script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') }
}

async function freshPage(browser: Browser): Promise<{ readonly page: Page; readonly cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: WINDOW })
  const page = await context.newPage()
  await page.addInitScript(install)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  return { page, cdp }
}

/** Our own canvas: the built product in a browser, its designs by number of resources in a library. */
export function product(next: () => Promise<string>, designs: ReadonlyMap<number, string>): Contestant {
  return {
    name: 'Causeway',
    show: async (browser, size) => {
      const { page, cdp } = await freshPage(browser)
      await page.goto(await next())
      await page.getByRole('list').first().waitFor()
      await page.waitForLoadState('networkidle')
      const before = await cpuOf(cdp)
      const shown = await page.evaluate((id) => window.inPage.untilStable(
        () => { location.hash = `#design=${id}` },
        () => document.querySelector('[aria-label="Canvas"] canvas') !== null,
      ), designs.get(size) ?? '')
      const after = await cpuOf(cdp)
      await page.getByRole('region', { name: 'Analysis' }).getByRole('status').filter({ hasText: 'Checking' }).waitFor({ state: 'hidden', timeout: 120_000 })
      const canvas = page.getByRole('application', { name: 'Canvas' })
      const surface = await canvas.boundingBox()
      if (!surface) throw new Error('the canvas is not there')
      const select: Showing['select'] = async (marks) => {
        await canvas.press('Escape')
        await page.keyboard.down('Shift')
        for (const { x, y } of marks) await page.mouse.click(x, y)
        await page.keyboard.up('Shift')
      }
      return { page, cdp, surface, shown, shownCpu: after.main - before.main, select }
    },
  }
}

/** A canvas of the pages beside this file, as large as ours. */
export function peer(name: string, file: string, pages: string, surface: () => Surface): Contestant {
  return {
    name,
    show: async (browser, size) => {
      const { page, cdp } = await freshPage(browser)
      const { x, y, width, height } = surface()
      await page.goto(`${pages}/${file}.html?${new URLSearchParams({ x: String(x), y: String(y), width: String(width), height: String(height) }).toString()}`)
      await page.waitForFunction(() => window.peer !== undefined)
      const before = await cpuOf(cdp)
      const shown = await page.evaluate((address) => window.inPage.untilStable(() => void window.peer.show(address), () => window.peer.isThere()), `/${size}.json`)
      const after = await cpuOf(cdp)
      const select: Showing['select'] = (marks) => page.evaluate((ids) => window.peer.select(ids), marks.map(({ id }) => id))
      return { page, cdp, surface: surface(), shown, shownCpu: after.main - before.main, select }
    },
  }
}
