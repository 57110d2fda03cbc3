import type { Glyph } from '../controls/glyphs.ts'
import type { Kind } from '../../shared/model/index.ts'
import { fitness } from './fuzzy.ts'

/** What stands before an entry: an icon of the window or none, of a kind, or of AWS's set by name. */
export type Picture = { readonly glyph: Glyph | undefined } | { readonly kind: Kind } | { readonly icon: string | undefined }

/** A line of a finder. */
export interface Entry {
  /** The same whenever the same thing is offered; what was used lately is remembered by it. */
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly picture: Picture
  /** As people write it. */
  readonly key?: string
  /** Words besides the label by which it is found. */
  readonly words?: string
  readonly isChecked?: boolean
  /** Why it cannot be chosen now. */
  readonly whyNot?: string
  readonly run: () => void
}

/** Entries under a heading. */
export interface EntryGroup {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** The entries that fit what was typed, best first; what cannot be chosen comes after its equals. */
export function fitting(entries: readonly Entry[], typed: string, most: number): { readonly entries: readonly Entry[]; readonly best: number } {
  const scored = entries.flatMap((entry) => {
    const score = fitness(typed, entry.label, `${entry.words ?? ''} ${entry.detail ?? ''}`)
    return score === undefined ? [] : [{ entry, score: entry.whyNot === undefined ? score : score - 15 }]
  })
  scored.sort((a, b) => b.score - a.score)
  return { entries: scored.slice(0, most).map(({ entry }) => entry), best: scored[0]?.score ?? 0 }
}

/** Groups that have something that fits, the group with the best first. */
export function fittingGroups(groups: readonly (EntryGroup & { readonly most: number })[], typed: string): EntryGroup[] {
  const found = groups.map(({ title, entries, most }) => ({ title, ...fitting(entries, typed, most) }))
  return found.filter(({ entries }) => entries.length > 0).sort((a, b) => b.best - a.best)
}
