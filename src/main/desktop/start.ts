import { app, dialog, type BrowserWindow } from 'electron'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '../../shared/contract.ts'
import type { Platform } from '../answer.ts'
import { preloadFile, rendererFolder } from '../build-folders.ts'
import type { Host } from '../host.ts'
import { defaultLibraryFolder } from '../library-folder.ts'
import { readArguments } from './arguments.ts'
import { answerWindows, emitToWindows } from './bridge.ts'
import { confineRenderers, denyPermissions } from './hardening.ts'
import { installMenu } from './menu.ts'
import { registerScheme, serveRenderer } from './protocol.ts'
import { saveWithDialog } from './save.ts'
import { openWindow, raise } from './window.ts'

/** Makes the product over the library in `folder`. */
export type CreateHost = (folder: string, platform: Platform) => Promise<Outcome<Host>>

/** The one window and what it shows. */
async function run(host: Host, show: (window: BrowserWindow) => void, file: string | undefined): Promise<void> {
  const openFile = async (path: string): Promise<void> => {
    const opened = await host.openDesignFile(path)
    if (opened.ok) emitToWindows('file.opened', { design: opened.value })
    else dialog.showErrorBox('This file could not be opened', opened.error.message)
  }
  const window = await openWindow(preloadFile)
  show(window)
  app.on('second-instance', (_event, argv, folder) => {
    raise(window)
    const { file: next } = readArguments(argv, folder)
    if (next !== undefined) void openFile(next)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openFile(path)
  })
  if (file !== undefined) await openFile(file)
}

/** Starts the desktop host; a second start on the same library hands its file to the first and ends. */
export async function startDesktop(createHost: CreateHost): Promise<void> {
  const { library, file } = readArguments(process.argv.slice(app.isPackaged ? 0 : 1), process.cwd())
  const folder = library ?? defaultLibraryFolder({ platform: process.platform, home: homedir(), env: process.env })
  app.setPath('userData', join(folder, 'window'))
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  registerScheme()
  confineRenderers()
  await app.whenReady()
  denyPermissions()
  serveRenderer(rendererFolder)

  let shown: BrowserWindow | undefined
  const created = await createHost(folder, {
    host: 'electron',
    emit: emitToWindows,
    save: async (saved) => (shown === undefined ? { ok: true, value: { outcome: 'cancelled' } } : saveWithDialog(shown, saved)),
  })
  if (!created.ok) {
    dialog.showErrorBox('Causeway cannot open its library', created.error.message)
    return app.exit(2)
  }
  const host = created.value
  answerWindows(host.answer)
  installMenu((command) => emitToWindows('menu.command', { command }))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => host.close())
  await run(host, (window) => { shown = window }, file)
}
