import { SvelteSet } from 'svelte/reactivity'
import type { Finding } from '../../../shared/rules/rule.ts'
import type { DesignSession } from '../../state/session.svelte.ts'
import { showOnCanvas } from '../locate.ts'
import { type Tone, toneOf } from '../severity.ts'
import { countByTone, keyOf, neighbourOf, sortedFindings } from './finding-list.ts'

/** The Problems panel: which findings are on show, and which one the person is at. */
export class Problems {
  readonly #session: DesignSession
  /** Tones that are filtered out. */
  readonly hidden = new SvelteSet<Tone>()
  current = $state<string | undefined>(undefined)
  readonly all = $derived.by(() => sortedFindings(this.#session.analysis?.findings ?? []))
  readonly shown = $derived.by(() => this.all.filter((finding) => !this.hidden.has(toneOf(finding))))
  readonly counts = $derived.by(() => countByTone(this.all))

  constructor(session: DesignSession) {
    this.#session = session
  }

  /** The finding that the person is at, as long as it is on show. */
  get atHand(): Finding | undefined {
    return this.shown.find((finding) => keyOf(finding) === this.current)
  }

  /** Shows or hides findings of a tone. */
  toggle(tone: Tone): void {
    if (!this.hidden.delete(tone)) this.hidden.add(tone)
  }

  /** Selects the resource that a finding blames and brings everything concerned into view. */
  locate(finding: Finding): void {
    this.current = keyOf(finding)
    this.#session.select(finding.resources.slice(0, 1))
    showOnCanvas(this.#session, finding.resources)
  }

  /** Goes to the next or previous finding. */
  step(by: 1 | -1): void {
    const next = neighbourOf(this.shown, this.current, by)
    if (next) this.locate(next)
  }
}
