import type { Intent, IntentEnd } from '../../document/design.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { protocolName } from '../../net/protocol.ts'

/** What people call an end of an intent. */
export function endName(index: DesignIndex, end: IntentEnd): string {
  if (end === 'internet') return 'the internet'
  const resource = index.get(end)
  return resource ? displayName(resource) : end
}

/** An intent as one sentence. */
export function statementOf(index: DesignIndex, intent: Intent): string {
  const from = endName(index, intent.from)
  const to = endName(index, intent.to)
  const traffic = intent.protocol === undefined ? '' : ` on ${protocolName(intent.protocol)}${intent.port === undefined ? '' : `/${intent.port}`}`
  if (intent.expect === 'never') return intent.direction === 'both' ? `${from} and ${to} never reach each other${traffic}` : `${from} never reaches ${to}${traffic}`
  return intent.direction === 'both' ? `${from} and ${to} reach each other${traffic}` : `${from} reaches ${to}${traffic}`
}
