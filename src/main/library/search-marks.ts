import { equalPrefix, parseCidr } from '../../shared/net/prefix.ts'
import type { SoughtWord } from './search-query.ts'

/** A piece of text, and whether it is what was asked for. */
export interface Part {
  readonly text: string
  readonly isMatch: boolean
}

interface Token {
  readonly word: string
  readonly from: number
  readonly to: number
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Longest line that is shown whole; of a longer one a window around the match. */
const MOST_SHOWN = 90

/** The words of a text as the search takes them: without accents and case. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)].map(({ 0: found, index }) => ({
    word: found.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase(),
    from: index,
    to: index + found.length,
  }))
}

function spansOf(tokens: readonly Token[], phrase: string): Span[] {
  const sought = tokensOf(phrase).map(({ word }) => word)
  const last = sought.length - 1
  return tokens.flatMap((token, start) => {
    const isHere = sought.every((word, at) => {
      const other = tokens[start + at]?.word
      return other === word || (at === last && other?.startsWith(word) === true)
    })
    const end = tokens[start + last]
    return isHere && end ? [{ from: token.from, to: end.to }] : []
  })
}

function spansIn(line: string, words: readonly SoughtWord[]): Span[] {
  const tokens = tokensOf(line)
  const block = words.some(({ blocks }) => blocks.length > 0) ? parseCidr(line)?.prefix : undefined
  const spans = words.flatMap(({ beginning, blocks }) => (block && blocks.some((other) => equalPrefix(block, other)) ? [{ from: 0, to: line.length }] : spansOf(tokens, beginning)))
  return spans.sort((a, b) => a.from - b.from || b.to - a.to)
}

function cut(line: string, spans: readonly Span[]): Part[] {
  const first = spans[0]?.from ?? 0
  const start = line.length <= MOST_SHOWN ? 0 : Math.max(0, line.lastIndexOf(' ', first - 24) + 1)
  const end = line.length <= MOST_SHOWN ? line.length : Math.min(line.length, start + MOST_SHOWN)
  const parts: Part[] = [{ text: `${start > 0 ? '…' : ''}${line.slice(start, Math.min(first, end))}`, isMatch: false }]
  let at = Math.max(start, Math.min(first, end))
  for (const { from, to } of spans) {
    if (from < at || from >= end) continue
    parts.push({ text: line.slice(at, from), isMatch: false }, { text: line.slice(from, to), isMatch: true })
    at = to
  }
  parts.push({ text: `${line.slice(at, Math.max(at, end))}${end < line.length && at < line.length ? '…' : ''}`, isMatch: false })
  return parts.filter(({ text }) => text !== '')
}

/** The line of a column in which most of what was asked for occurs, cut into what matched and what is around it; undefined when nothing does. */
export function matchIn(text: string, words: readonly SoughtWord[]): Part[] | undefined {
  let best: { readonly line: string; readonly spans: readonly Span[] } | undefined
  for (const line of text.split('\n')) {
    const spans = spansIn(line, words)
    if (spans.length > (best?.spans.length ?? 0)) best = { line, spans }
  }
  return best && cut(best.line, best.spans)
}
