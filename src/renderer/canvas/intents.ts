import { intentEndAt, linkEndsFor } from '../../shared/document/intent-ends.ts'
import { deleteIntents, duplicateIntent, putIntent } from '../../shared/document/commands/intents.ts'
import type { Intent, IntentEnd } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import { holdersOf } from '../../shared/document/groups.ts'
import { intentId, type ResourceId } from '../../shared/model/id.ts'
import { statementOf } from '../../shared/simulation/intents/statement.ts'
import { newResourceId } from '../state/ids.ts'
import type { DesignSession, SelectableId } from '../state/session.svelte.ts'
import type { CanvasView } from './view.svelte.ts'

/** The intents among what is selected. */
export function selectedIntents(session: DesignSession): Intent[] {
  return [...session.selection].flatMap((id) => session.intent(id) ?? [])
}

/** Selects intents; the keyboard goes to the line of the first where it is on the canvas. */
export function selectIntents(view: CanvasView, ids: readonly string[]): void {
  view.session.select(ids as readonly string[] as readonly SelectableId[])
  view.focused = view.onCanvas(view.session.selection)[0]
}

/** The end of an intent that is meant by what is pointed at: it, or what holds it. */
export function endMeantBy(view: CanvasView, id: string): IntentEnd | undefined {
  for (const one of [id, ...holdersOf(view.index, id)]) {
    const end = intentEndAt(view.index, one as ResourceId)
    if (end !== undefined) return end
  }
  return undefined
}

/** Declares what must, or must never, be reached, and selects it; what is declared already is only selected. */
export function declare(view: CanvasView, from: IntentEnd, to: IntentEnd, expect: Intent['expect']): void {
  const { session } = view
  view.asking = undefined
  if (from === to) return session.notices.add('info', 'An intent needs two different ends.')
  view.hidden.delete('Intents')
  const same = Object.values(session.design.intents).find((one) => one.status === 'accepted' && one.from === from && one.to === to && one.expect === expect && one.protocol === undefined)
  if (same) {
    session.notices.add('info', 'That is declared already.')
    return selectIntents(view, [same.id])
  }
  const intent: Intent = { id: intentId.parse(newResourceId('intent')), from, to, expect, direction: 'one-way', status: 'accepted' }
  if (session.perform(putIntent(session.design, intent, `Declare ${statementOf(session.index, intent)}`))) selectIntents(view, [intent.id])
}

/** Between which ends an intent is declared from the selected link; undefined where the link says nothing of two ends. */
export function endsOfLink(view: CanvasView): readonly [IntentEnd, IntentEnd] | undefined {
  const resource = view.index.get(view.onlySelected)
  return resource && linkEndsFor(view.index, resource)
}

/** Where an intent of what is selected starts. */
export function startOfSelected(view: CanvasView): IntentEnd | undefined {
  const id = view.onlySelected
  const end = id && intentEndAt(view.index, id)
  return end === 'internet' ? undefined : end
}

/** Declares from what is selected: along a link at once, else to what is chosen from a list. */
export function declareFromSelected(view: CanvasView, expect: Intent['expect']): void {
  const ends = endsOfLink(view)
  if (ends) return declare(view, ...ends, expect)
  const from = startOfSelected(view)
  if (from !== undefined) view.asking = { kind: 'intent', from, expect }
}

/** Takes intents away: accepted ones are deleted, suggested ones not suggested again. */
export function removalOf(session: DesignSession, intents: readonly Intent[]): Edit {
  const [only] = intents
  return deleteIntents(session.design, intents, intents.length === 1 && only ? statementOf(session.index, only) : `${intents.length} intents`)
}

/** Copies the selected intents between the same ends, to be changed. */
export function duplicateSelectedIntents(view: CanvasView): void {
  const { session } = view
  const copies = selectedIntents(session).map((intent) => ({ ...intent, id: intentId.parse(newResourceId('intent')), status: 'accepted' as const }))
  if (copies.length > 0 && session.perform(duplicateIntent(session.design, copies))) selectIntents(view, copies.map(({ id }) => id))
}
