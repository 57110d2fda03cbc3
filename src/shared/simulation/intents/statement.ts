import type { Intent, IntentEnd } from '../../document/design.ts'
import { byName } from '../../document/natural-order.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { protocolName } from '../../net/protocol.ts'

/** What people call an end of an intent. */
export function endName(index: DesignIndex, end: IntentEnd): string {
  if (end === 'internet') return 'the internet'
  const resource = index.get(end)
  return resource ? displayName(resource) : end
}

const kindOf = (index: DesignIndex, end: IntentEnd): string => (end === 'internet' ? end : (index.get(end)?.kind ?? ''))

/** An intent as one sentence. */
export function statementOf(index: DesignIndex, intent: Intent): string {
  // Where both ways are meant and the ends are alike, nothing but the name says which comes first.
  const isTurned = intent.direction === 'both' && kindOf(index, intent.from) === kindOf(index, intent.to) && byName(endName(index, intent.from), endName(index, intent.to)) > 0
  const from = endName(index, isTurned ? intent.to : intent.from)
  const to = endName(index, isTurned ? intent.from : intent.to)
  const traffic = intent.protocol === undefined ? '' : ` on ${protocolName(intent.protocol)}${intent.port === undefined ? '' : `/${intent.port}`}`
  if (intent.expect === 'never') return intent.direction === 'both' ? `${from} and ${to} never reach each other${traffic}` : `${from} never reaches ${to}${traffic}`
  return intent.direction === 'both' ? `${from} and ${to} reach each other${traffic}` : `${from} reaches ${to}${traffic}`
}
