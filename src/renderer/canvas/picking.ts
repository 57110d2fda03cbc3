import type { ResourceId } from '../../shared/model/id.ts'
import { fitness } from '../finder/fuzzy.ts'
import { join } from './actions.ts'
import { connectOptions } from './connect-options.ts'
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
export type PickAsking = Extract<Asking, { readonly kind: 'connect' | 'reconnect' }>

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

/** What is to be chosen from for a question. */
export function pickingOf(view: CanvasView, asking: PickAsking): Picking {
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
