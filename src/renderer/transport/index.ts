import { createBridgeLink } from './bridge.ts'
import type { Link } from './link.ts'
import { createSocketLink } from './socket.ts'

export type { Connection, Link } from './link.ts'

/** The way to main that this window has: the desktop's bridge where there is one, else a WebSocket to the page's own host. */
export function connectToMain(): Link {
  if (window.causeway !== undefined) return createBridgeLink(window.causeway)
  return createSocketLink(
    () => new WebSocket(`ws://${location.host}/calls`),
    (run, ms) => setTimeout(run, ms),
  )
}
