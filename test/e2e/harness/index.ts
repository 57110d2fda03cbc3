// What a journey gets: `app`, a fresh library behind the host of the project it runs in, and `page`, its window.
//
//   import { expect, test } from '../harness/index.ts'
//   test('…', async ({ page, app }) => { … await app.saved(() => page.getByRole(…).click()) … await app.restart() })
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { doubleHost } from './double-host.ts'
import { electronHost } from './electron-host.ts'
import type { HostUnderTest } from './host.ts'
import { loopbackHost } from './loopback-host.ts'

export { expect }

interface Fixtures {
  /** Folder of this test's own library. */
  readonly library: string
  readonly app: HostUnderTest
  readonly page: Page
}

const hosts = { loopback: loopbackHost, 'electron-double': doubleHost, electron: electronHost } as const

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names it should prepare from this pattern
  library: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'causeway-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  app: async ({ library, browser }, use, info) => {
    const create = hosts[info.project.name as keyof typeof hosts]
    const app = await create(browser, library)
    try {
      await use(app)
      expect(app.complaints(), 'errors in the page or in main').toEqual([])
    } finally {
      await app.close()
    }
  },
  page: async ({ app }, use) => {
    await use(app.page())
  },
})
