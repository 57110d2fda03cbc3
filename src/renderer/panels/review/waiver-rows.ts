import type { Waiver } from '../../../shared/document/review.ts'
import { RULES } from '../../../shared/rules/index.ts'
import type { Finding } from '../../../shared/rules/rule.ts'
import { isAbout } from '../../../shared/rules/settings.ts'
import { type Grouped, groupedBy, holdsWords } from './grouped.ts'

/** What a waiver does: it covers a finding, it has run out, or what it was about is not found any more. */
export type WaiverState = 'covers' | 'expired' | 'idle'

/** A waiver with what it is about. */
export interface WaiverRow {
  readonly id: string
  readonly waiver: Waiver
  readonly state: WaiverState
  readonly title: string
  /** The finding that it covers, or covered. */
  readonly finding: Finding | undefined
}

/** The headings of the list. */
export const STATE_WORDS: Readonly<Record<WaiverState, string>> = { expired: 'Run out: these count again', covers: 'In force', idle: 'Not found any more' }

const ORDER: readonly WaiverState[] = ['expired', 'covers', 'idle']

/** Waivers by what they do, those that have run out first. */
export function waiverRows(waivers: readonly Waiver[], findings: readonly Finding[], today: string, sought: string): Grouped<WaiverRow>[] {
  const rows = waivers.map((waiver): WaiverRow => {
    const finding = findings.find((one) => isAbout(waiver, one))
    const isOver = waiver.expires !== undefined && waiver.expires < today
    return { id: waiver.id, waiver, state: finding === undefined ? 'idle' : isOver ? 'expired' : 'covers', title: RULES.find(({ id }) => id === waiver.rule)?.title ?? waiver.rule, finding }
  })
  const wanted = rows.filter(({ waiver, title, finding }) => holdsWords([title, waiver.rule, waiver.reason, waiver.author, ...waiver.resources, finding?.message ?? ''].join(' '), sought))
  return groupedBy(wanted.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)), ({ state }) => STATE_WORDS[state])
}
