import type { Transport } from '../../shared/contract.ts'
import type { Link } from './link.ts'

declare global {
  interface Window {
    /** Put there by src/main/preload.ts; absent in a browser. */
    readonly causeway?: Transport
  }
}

/** Calls over the desktop host's bridge, which lives as long as the window does. */
export function createBridgeLink(bridge: Transport): Link {
  return {
    host: 'desktop',
    invoke: (method, input) => bridge.invoke(method, input),
    on: (listener) => bridge.on(listener),
    onConnection: (watcher) => {
      watcher('open')
      return () => undefined
    },
  }
}
