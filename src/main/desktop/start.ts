import { app, dialog, type BrowserWindow } from 'electron'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { answer, type Outcome } from '../../shared/contract.ts'
import type { Platform } from '../answer.ts'
import { preloadFile, rendererFolder } from '../build-folders.ts'
import type { Host } from '../host.ts'
import { defaultLibraryFolder } from '../library-folder.ts'
import { makeFolder } from '../make-folder.ts'
import { reportBug } from '../report-bug.ts'
import { readArguments } from './arguments.ts'
import { answerWindows, emitToWindows } from './bridge.ts'
import { confineRenderers, denyPermissions } from './hardening.ts'
import { installMenu } from './menu.ts'
import { registerScheme, serveRenderer } from './protocol.ts'
import { chooseDesignFiles, saveWithDialog } from './dialogs.ts'
import { openWindow, raise } from './window.ts'

/** Makes the product over the library in `folder`. */
export type CreateHost = (folder: string, platform: Platform) => Promise<Outcome<Host>>

/** Takes files that the system wants opened, also those it names before there is a window for them. */
function collectFiles(): { readonly take: (path: string) => void; readonly giveTo: (open: (path: string) => void) => void } {
  const early: string[] = []
  let open = (path: string): void => { early.push(path) }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  return {
    take: (path) => open(path),
    giveTo: (next) => {
      open = next
      early.splice(0).forEach(next)
    },
  }
}

/** Chromium's own files go beside the library; Electron takes only a folder that is there. */
function keepWindowState(folder: string): void {
  try {
    makeFolder(folder, 0o700)
  } catch {
    return // The library in the folder above cannot be opened either, and says why.
  }
  app.setPath('userData', folder)
}

async function start(createHost: CreateHost): Promise<void> {
  const { library, file } = readArguments(process.argv.slice(app.isPackaged ? 0 : 1), process.cwd())
  const folder = library ?? defaultLibraryFolder({ platform: process.platform, home: homedir(), env: process.env })
  keepWindowState(join(folder, 'window'))
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  const files = collectFiles()
  if (file !== undefined) files.take(file)
  registerScheme()
  confineRenderers()
  await app.whenReady()
  denyPermissions()
  serveRenderer(rendererFolder)

  const shown: { window?: BrowserWindow } = {}
  const created = await createHost(folder, {
    host: 'electron',
    emit: emitToWindows,
    save: async (saved) => (shown.window === undefined ? answer({ outcome: 'cancelled' }) : saveWithDialog(shown.window, saved)),
  })
  if (!created.ok) {
    dialog.showErrorBox('Causeway cannot open its library', created.error.message)
    return app.exit(2)
  }
  const host = created.value
  answerWindows(host.answer)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => host.close())

  const window = await openWindow(preloadFile)
  shown.window = window
  app.on('second-instance', (_event, argv, from) => {
    raise(window)
    const { file: next } = readArguments(argv, from)
    if (next !== undefined) files.take(next)
  })
  installMenu(
    (command) => emitToWindows('menu.command', { command }),
    () => void chooseDesignFiles(window).then((paths) => paths.forEach(files.take)),
  )
  files.giveTo((path) => {
    void host.openDesignFile(path).then((opened) => {
      if (opened.ok) emitToWindows('file.opened', { design: opened.value })
      else dialog.showErrorBox('This file could not be opened', opened.error.message)
    })
  })
}

/** Starts the desktop host; a second start on the same library hands its file to the first and ends. */
export async function startDesktop(createHost: CreateHost): Promise<void> {
  try {
    await start(createHost)
  } catch (cause) {
    reportBug('the desktop host', cause)
    dialog.showErrorBox('Causeway could not start', cause instanceof Error ? cause.message : String(cause))
    app.exit(3)
  }
}
