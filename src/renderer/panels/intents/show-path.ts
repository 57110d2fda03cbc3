import type { DesignSession } from '../../state/session.svelte.ts'

/** Shows the way of an intent on the canvas: of the flow that fails, else of the first; false when its verdict has none. */
export function showIntentPath(session: DesignSession, id: string): boolean {
  const verdict = session.analysis?.verdicts.find((one) => one.id === id)
  if (!verdict?.trace) return false
  const { from, to, intent, trace } = verdict
  session.showTrace({ flow: { from, to, protocol: intent.protocol ?? 'some', ...(intent.port === undefined ? {} : { port: intent.port }) }, trace })
  return true
}
