import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { refuse } from '../../shared/contract.ts'
import type { Answer } from '../answer.ts'
import { callChannel, eventChannel, isOwnUrl } from './site.ts'

/** True for the page of a window of ours; false for a frame inside it and for any foreign page. */
function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnUrl(senderFrame.url)
}

/** The only place that listens to renderers: one channel, one sender check, one dispatch. */
export function answerWindows(answer: Answer): void {
  ipcMain.handle(callChannel, async (event, method: unknown, input: unknown) =>
    isTrusted(event) ? answer(String(method), input) : refuse('forbidden', 'this page may not call Causeway'))
}

/** Sends an event to every window. */
export function emitToWindows(event: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event, payload)
}
