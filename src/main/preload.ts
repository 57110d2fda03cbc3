import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { callNames, eventNames } from '../shared/api-names.ts'
import type { Transport } from '../shared/contract.ts'

const calls: readonly string[] = callNames
const events: readonly string[] = eventNames

const bridge: Transport = {
  invoke: (method, input) =>
    calls.includes(method)
      ? ipcRenderer.invoke('causeway:call', method, input)
      : Promise.resolve({ ok: false, error: { code: 'unknown-call', message: `there is no call named ${method}` } }),
  on: (listener) => {
    const hear = (_event: IpcRendererEvent, event: string, payload: unknown): void => {
      if (events.includes(event)) listener(event, payload)
    }
    ipcRenderer.on('causeway:event', hear)
    return () => ipcRenderer.off('causeway:event', hear)
  },
}

contextBridge.exposeInMainWorld('causeway', bridge)
