import { type Pattern, type PatternId, PATTERNS } from '../../shared/patterns/index.ts'

/** Patterns under one heading. */
export interface PatternGroup {
  readonly title: string
  readonly patterns: readonly Pattern<PatternId>[]
}

const TITLES: Readonly<Record<string, string>> = {
  a: 'A. Customer network to VPC',
  b: 'B. VPC to VPC',
  c: 'C. Remote users to VPC',
  d: 'D. Composites and operations',
}

/** The heading that a pattern stands under: the letter that its id begins with says it. */
export function groupTitleOf(id: string): string {
  const letter = /^([a-z])\d/.exec(id)?.[1] ?? ''
  return TITLES[letter] ?? 'Beyond the papers'
}

/** A figure is asked for whole, so that F1 does not find F12; every other word may be part of one. */
const isFigure = (word: string): boolean => /^[fi]\d{1,2}$/.test(word)

function matches(pattern: Pattern, words: readonly string[]): boolean {
  const { id, title, figures, useCase, advantages, limitations } = pattern
  const text = [id, title, useCase, advantages, limitations, groupTitleOf(id)].join(' ').toLowerCase()
  return words.every((word) => (isFigure(word) ? figures.some((figure) => figure.toLowerCase() === word) : text.includes(word)))
}

/** The patterns that contain every word of the text, under their headings in the order of the papers; empty headings are left out. */
export function foundIn(text: string, patterns: readonly Pattern<PatternId>[] = PATTERNS): readonly PatternGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found = patterns.filter((pattern) => matches(pattern, words))
  const order = [...Object.values(TITLES), groupTitleOf('')]
  return order.map((title) => ({ title, patterns: found.filter(({ id }) => groupTitleOf(id) === title) })).filter((group) => group.patterns.length > 0)
}
