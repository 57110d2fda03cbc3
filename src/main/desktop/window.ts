import { BrowserWindow } from 'electron'
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
  await window.loadURL(startUrl)
  return window
}

/** Brings the window to the front. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
