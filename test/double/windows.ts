import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page, Route } from '@playwright/test'
import type { AppServer } from './app-server.ts'
import type { Responder } from './channel.ts'
import { codec, preloadScript } from './page-side.ts'

type Ask = (topic: string, payload: unknown) => Promise<unknown>

/** The double's windows, which are pages of a Chromium. */
export interface Windows {
  readonly first: Promise<Page>
  readonly responders: Readonly<Record<string, Responder>>
  readonly close: () => Promise<unknown>
}

const { pack, unpack } = new Function(`${codec}; return { pack, unpack }`)() as { pack: (value: unknown) => string; unpack: (text: string) => unknown }

/** Opens pages as main creates windows, and tells main what they do. */
export function openWindows(browser: Browser, server: AppServer, ask: Ask): Windows {
  const pages = new Map<number, Page>()
  const contexts: BrowserContext[] = []
  let announce: (page: Page) => void = () => undefined
  const first = new Promise<Page>((resolve) => { announce = resolve })
  first.catch(() => undefined)

  /** Navigations of a page's main frame go past main's will-navigate; nothing else leaves the app at all. */
  const guard = (id: number) => async (route: Route): Promise<void> => {
    const request = route.request()
    if (server.isOwn(request.url())) return route.continue()
    const isMainFrame = request.isNavigationRequest() && request.frame().parentFrame() === null
    const isPrevented = isMainFrame && (await ask('page.willNavigate', { id, url: request.url() }))
    return route.abort(isPrevented ? 'aborted' : 'blockedbyclient')
  }

  const create = async ({ id, width, height, preload }: { id: number; width?: number; height?: number; preload?: string }): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: width ?? 800, height: height ?? 600 }, acceptDownloads: false })
    contexts.push(context)
    await context.route('**/*', guard(id))
    const page = await context.newPage()
    pages.set(id, page)
    await page.exposeBinding('doubleInvoke', async ({ frame }, text: string) => {
      const { channel, args } = unpack(text) as { channel: string; args: unknown[] }
      const inner = frame.parentFrame() === null ? {} : { frame: frame.url() }
      return ask('ipc.invoke', { id, channel, args, ...inner }).then(
        (value) => pack({ value }),
        (cause: unknown) => pack({ error: cause instanceof Error ? cause.message : String(cause) }),
      )
    })
    if (preload !== undefined) await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')))
    page.on('framenavigated', (frame) => {
      if (frame.parentFrame() === null) void ask('page.navigated', { id, url: server.toApp(frame.url()) }).catch(() => undefined)
    })
    context.on('page', (popup) => { if (popup !== page) void popup.close() })
    await page.exposeBinding('doubleOpen', (_source, url: string) => ask('page.willOpen', { id, url: server.toApp(url) }))
    await page.addInitScript(() => {
      // A page's window.open never reaches the network: main alone decides.
      window.open = (url) => {
        void (window as unknown as { doubleOpen: (target: string) => void }).doubleOpen(new URL(String(url), location.href).href)
        return null
      }
      document.addEventListener('click', (event) => {
        const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null
        if (link === null || event.defaultPrevented) return
        event.preventDefault()
        window.open((link as HTMLAnchorElement).href)
      })
    })
    page.on('dialog', async (shown) => {
      if (shown.type() !== 'beforeunload') throw new Error(`electron double: a ${shown.type()} of the page is not modelled`)
      await ((await ask('page.willPreventUnload', { id })) === true ? shown.accept() : shown.dismiss())
    })
    page.on('close', () => void ask('window.closed', { id }).catch(() => undefined))
  }

  return {
    first,
    responders: {
      'window.create': create,
      'window.load': async ({ id, url }: { id: number; url: string }) => {
        const page = pages.get(id)
        await page?.goto(server.toWeb(url), { waitUntil: 'load' })
        if (page !== undefined) announce(page)
      },
      'window.close': async ({ id }: { id: number }) => { await pages.get(id)?.close({ runBeforeUnload: true }) },
      'window.destroy': async ({ id }: { id: number }) => { await pages.get(id)?.close() },
      'page.deliver': async ({ id, channel, args }: { id: number; channel: string; args: unknown[] }) => {
        await pages.get(id)?.evaluate((text) => (window as unknown as { doubleDeliver: (text: string) => void }).doubleDeliver(text), pack({ channel, args }))
      },
    },
    close: () => Promise.all(contexts.map((context) => context.close().catch(() => undefined))),
  }
}
