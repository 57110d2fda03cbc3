import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, type Browser } from '@playwright/test'
import { launch, type LaunchedApp } from '../../double/launch.ts'
import { listenForComplaints, type HostUnderTest } from './host.ts'
import { root } from './root.ts'

const main = join(root, 'out', 'main', 'electron.js')

/** Starts the built main under the double over a library folder. */
export function launchDesktop(browser: Browser, library: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<LaunchedApp> {
  return launch({ main, browser, args: [`--library=${library}`, ...args], env })
}

/** The desktop host under the double. */
export async function doubleHost(browser: Browser, library: string): Promise<HostUnderTest> {
  const complaints: string[] = []
  const open = async () => {
    const app = await launchDesktop(browser, library)
    const page = await app.firstWindow()
    listenForComplaints(page, complaints)
    return { app, page }
  }
  let { app, page } = await open()
  return {
    name: 'electron-double',
    page: () => page,
    saved: async (act) => {
      const path = join(library, `saved-by-dialog-${app.seen.dialogs.length}`)
      app.answerDialog('showSaveDialog', { canceled: false, filePath: path })
      const before = app.seen.dialogs.length
      await act()
      await expect.poll(() => app.seen.dialogs.length).toBeGreaterThan(before)
      await expect.poll(() => readFile(path).then(({ length }) => length, () => -1)).toBeGreaterThan(-1)
      const bytes = await readFile(path)
      await rm(path)
      const { defaultPath } = app.seen.dialogs.at(-1) as { defaultPath: string }
      return { fileName: basename(defaultPath), bytes }
    },
    killAndRestart: async () => {
      const before = complaints.length
      await app.kill()
      ;({ app, page } = await open())
      // Calls that were under way are cut off with the program, which the page it leaves behind may say.
      complaints.splice(before, complaints.length, ...complaints.slice(before).filter((complaint) => !complaint.includes('the app has ended')))
      return page
    },
    complaints: () => [...complaints, ...app.seen.errors.map((error) => `dialog: ${JSON.stringify(error)}`)],
    close: () => app.close(),
  }
}
