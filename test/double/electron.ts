// Stands in for the module 'electron' in the main process. It models what Causeway uses, with Electron's meaning, and
// throws on everything else. What it cannot prove is listed in ARCHITECTURE.md.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { answerTest } from './main-side.ts'
import { Menu } from './menu.ts'
import { dialog, protocol, session, shell } from './system.ts'

const electron = { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell }

/** Runs a function of the test in main, as Playwright's ElectronApplication.evaluate does. */
answerTest('evaluate', async ({ source, arg }: { source: string; arg: unknown }) => {
  const run = new Function(`return (${source})`)() as (electronModule: typeof electron, arg: unknown) => unknown
  return run(electron, arg)
})

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell }
export default electron
