import type { ResourceId } from '../../shared/model/id.ts'
import type { IntentEnd } from '../../shared/document/design.ts'
import { fitness } from '../finder/fuzzy.ts'
import { join } from './actions.ts'
import { endOptions } from '../panels/trace/flow-ends.ts'
import { connectOptions } from './connect-options.ts'
import { declare } from './intents.ts'
import { reconnectTo } from './link-actions.ts'
import { reconnectOptions } from './reconnect-options.ts'
import { nameWords } from './spoken.ts'
import type { Asking, CanvasView } from './view.svelte.ts'

/** A line of a list of targets. */
export interface PickOption {
  readonly target: string
  readonly detail: string
  choose(): void
}

/** A list of targets to choose from. */
export interface Picking {
  readonly title: string
  /** What is asked, above the field. */
  readonly label: string
  /** What to say when there is nothing to choose from. */
  readonly none: string
  readonly options: readonly PickOption[]
}

/** A question that a list of targets answers. */
export type PickAsking = Extract<Asking, { readonly kind: 'connect' | 'intent' | 'reconnect' }>

function connecting(view: CanvasView, from: ResourceId): Picking {
  const name = nameWords(view.index, from)
  const options = connectOptions(view.index, from).map(({ target, detail, choice }) => ({ target, detail, choose: () => join(view, choice) }))
  return { title: `Connect ${name}`, label: `Connect ${name} to`, none: 'Nothing in the design can be connected to it.', options }
}

function reconnecting(view: CanvasView, link: ResourceId): Picking {
  const name = nameWords(view.index, link)
  const options = reconnectOptions(view.index, link).map(({ target, detail, end, to }) => ({ target, detail, choose: () => reconnectTo(view, link, end, to) }))
  return { title: `Reconnect ${name}`, label: `New end of ${name}`, none: 'Nothing in the design can be another end of it.', options }
}

function declaring(view: CanvasView, { from, expect }: Extract<Asking, { readonly kind: 'intent' }>): Picking {
  const name = from === 'internet' ? 'the internet' : nameWords(view.index, from)
  const verb = expect === 'reach' ? 'must reach' : 'must never reach'
  const ends = endOptions(view.index, 'intent').filter(({ value }) => value !== from)
  const options = ends.map(({ value, label, detail }) => ({ target: value === 'internet' ? label : nameWords(view.index, value), detail, choose: () => declare(view, from, value as IntentEnd, expect) }))
  return { title: `What ${name} ${verb}`, label: `${name} ${verb}`, none: 'Nothing else in the design can be an end of an intent.', options }
}

/** What is to be chosen from for a question. */
export function pickingOf(view: CanvasView, asking: PickAsking): Picking {
  if (asking.kind === 'intent') return declaring(view, asking)
  return asking.kind === 'connect' ? connecting(view, asking.from) : reconnecting(view, asking.link)
}

/** The options in which every typed word occurs, the best first; equals stay in their order. */
export function matching<T extends { readonly target: string; readonly detail: string }>(options: readonly T[], typed: string): T[] {
  const scored = options.flatMap((option) => {
    const score = fitness(typed, option.target, option.detail)
    return score === undefined ? [] : [{ option, score }]
  })
  return scored.sort((a, b) => b.score - a.score).map(({ option }) => option)
}
