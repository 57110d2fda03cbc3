import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { listenForComplaints, type HostUnderTest } from './host.ts'
import { serve } from './loopback.ts'

/** The loopback host in a fresh browser profile. */
export async function loopbackHost(browser: Browser, library: string): Promise<HostUnderTest> {
  const complaints: string[] = []
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  const open = async (address: string) => {
    const page = await context.newPage()
    listenForComplaints(page, complaints)
    await page.goto(address)
    return page
  }
  let serving = await serve(library)
  let page = await open(serving.address)
  return {
    name: 'loopback',
    page: () => page,
    saved: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()])
      return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    killAndRestart: async () => {
      await page.close()
      await serving.stop('SIGKILL')
      serving = await serve(library)
      page = await open(serving.address)
      return page
    },
    complaints: () => complaints,
    close: async () => {
      await context.close()
      await serving.stop()
    },
  }
}
