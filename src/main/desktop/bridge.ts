import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { refuse, type Outcome } from '../../shared/contract.ts'
import { callChannel, eventChannel, isOwnUrl } from './site.ts'

/** Answers one call by name; the window is the one whose renderer asked. */
export type WindowAnswer = (window: BrowserWindow, method: string, input: unknown) => Promise<Outcome<unknown>>

/** The window that asked; undefined for a frame inside it, a foreign page, or a window that is gone. */
function askingWindow(event: IpcMainInvokeEvent): BrowserWindow | undefined {
  const { sender, senderFrame } = event
  const isOurs = senderFrame !== null && senderFrame === sender.mainFrame && isOwnUrl(senderFrame.url)
  return isOurs ? (BrowserWindow.fromWebContents(sender) ?? undefined) : undefined
}

/** The only place that listens to renderers: one channel, one sender check, one dispatch. */
export function answerWindows(answer: WindowAnswer): void {
  ipcMain.handle(callChannel, async (event, method: unknown, input: unknown) => {
    const window = askingWindow(event)
    if (window === undefined) return refuse('forbidden', 'this page may not call Causeway')
    return answer(window, String(method), input)
  })
}

/** Sends an event to every window. */
export function emitToWindows(event: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event, payload)
}
