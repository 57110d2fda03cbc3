import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { _electron, expect, type Browser } from '@playwright/test'
import { findElectron } from '../../../scripts/electron-binary.ts'
import { listenForComplaints, type HostUnderTest } from './host.ts'
import { root } from './root.ts'

/** The desktop host on a real Electron, where there is one. */
export async function electronHost(_browser: Browser, library: string): Promise<HostUnderTest> {
  const found = findElectron()
  if (!('path' in found)) throw new Error(found.missing)
  const complaints: string[] = []
  const open = async () => {
    const app = await _electron.launch({ executablePath: found.path, args: [root, `--library=${library}`] })
    const page = await app.firstWindow()
    listenForComplaints(page, complaints)
    return { app, page }
  }
  let { app, page } = await open()
  let saves = 0
  return {
    name: 'electron',
    page: () => page,
    saved: async (act) => {
      saves += 1
      const path = join(library, `saved-by-dialog-${saves}`)
      const proposed = await app.evaluateHandle(({ dialog }, filePath) => {
        const seen: { name?: string } = {}
        const show = (_window: unknown, options: { defaultPath?: string }) => {
          seen.name = options.defaultPath ?? ''
          return Promise.resolve({ canceled: false, filePath })
        }
        dialog.showSaveDialog = show as typeof dialog.showSaveDialog
        return seen
      }, path)
      await act()
      await expect.poll(() => readFile(path).then(({ length }) => length, () => -1)).toBeGreaterThan(-1)
      const bytes = await readFile(path)
      await rm(path)
      const { name = '' } = await proposed.jsonValue()
      return { fileName: basename(name), bytes }
    },
    killAndRestart: async () => {
      const main = app.process()
      const ended = new Promise((resolve) => main.once('exit', resolve))
      main.kill('SIGKILL')
      await ended
      ;({ app, page } = await open())
      return page
    },
    complaints: () => complaints,
    close: () => app.close(),
  }
}
