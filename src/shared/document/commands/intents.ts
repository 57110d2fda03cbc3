import type { IntentId } from '../../model/id.ts'
import type { Design, Intent } from '../design.ts'
import type { Edit } from '../edit.ts'

function stored(design: Design, id: IntentId): Intent | undefined {
  return Object.hasOwn(design.intents, id) ? design.intents[id] : undefined
}

function change(design: Design, id: IntentId, after: Intent | undefined): Edit['changes'] {
  const before = stored(design, id)
  return before || after ? [{ op: 'put', collection: 'intents', id, ...(before ? { before } : {}), ...(after ? { after } : {}) }] : []
}

/** Adds an intent, or replaces the one with its id. */
export function putIntent(design: Design, intent: Intent, label: string): Edit {
  return { label, changes: change(design, intent.id, intent) }
}

/** Makes a suggested intent the person's own: from now on a broken one is an error. */
export function acceptIntent(design: Design, intent: Intent, statement: string): Edit {
  return putIntent(design, { ...intent, status: 'accepted' }, `Accept ${statement}`)
}

/** Makes several suggested intents the person's own, as one step. */
export function acceptIntents(design: Design, intents: readonly Intent[]): Edit {
  return { label: `Accept ${intents.length} intents`, changes: intents.flatMap((intent) => change(design, intent.id, { ...intent, status: 'accepted' })) }
}

/** Notes that an intent is not wanted: it is not suggested again. */
export function dismissIntent(design: Design, intent: Intent, statement: string): Edit {
  return putIntent(design, { ...intent, status: 'dismissed' }, `Dismiss ${statement}`)
}

/** Takes an intent away; the analysis may suggest it again. */
export function deleteIntent(design: Design, id: IntentId, statement: string): Edit {
  return { label: `Delete ${statement}`, changes: change(design, id, undefined) }
}

/** Takes intents away: suggested ones are dismissed, the others deleted. */
export function deleteIntents(design: Design, intents: readonly Intent[], what: string): Edit {
  return { label: `Delete ${what}`, changes: intents.flatMap((intent) => change(design, intent.id, intent.status === 'suggested' ? { ...intent, status: 'dismissed' } : undefined)) }
}

/** Adds copies of intents. */
export function duplicateIntent(design: Design, copies: readonly Intent[]): Edit {
  return { label: copies.length === 1 ? 'Duplicate an intent' : `Duplicate ${copies.length} intents`, changes: copies.flatMap((copy) => change(design, copy.id, copy)) }
}
