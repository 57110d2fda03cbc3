import { BrowserWindow, dialog } from 'electron'
import { startUrl } from './site.ts'

/** Opens the designer's window; it shows itself when its first frame is painted. */
export async function openWindow(preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Causeway',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('will-prevent-unload', () => void askToLeave(window))
  await window.loadURL(startUrl)
  return window
}

/** The page wants to stay because edits are not saved yet; Electron would refuse to close without a word. */
async function askToLeave(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    buttons: ['Stay', 'Leave anyway'],
    defaultId: 0,
    cancelId: 0,
    message: 'Some edits are not saved yet.',
    detail: 'Leaving now loses them. Stay to wait for them, or to save the design as a file.',
  })
  if (response === 1) window.destroy()
}

/** Brings the window to the front. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
