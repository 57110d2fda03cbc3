import { displayName, type DesignIndex } from '../../document/query.ts'
import { formatAddress } from '../../net/address.ts'
import { type AddressRange, formatRange, joinRanges } from '../../net/range.ts'
import type { Disposition } from '../types.ts'
import type { Part } from './ends/end-kind.ts'
import { type Cell, reasonKey } from './pair.ts'
import type { Piece, PreparedEnd } from './piece.ts'
import type { Mark, OutcomeGroup, PairAnswer, Side } from './types.ts'

const SUCCESS: readonly Disposition[] = ['delivered', 'left-network']

/** One mark for many answers; `true` works, `null` cannot be told. Empty: cannot be told. */
export function markOf(answers: Iterable<boolean | null>): Mark {
  const all = new Set(answers)
  if (all.has(true)) return all.size === 1 ? 'all' : 'some'
  return all.has(null) || all.size === 0 ? 'unknown' : 'none'
}

const told = (disposition: Disposition): boolean | null => (disposition === 'unknown' ? null : SUCCESS.includes(disposition))

/** The marks of a pair: both ways together, there, and back. */
export function marksOf(cells: readonly Cell[]): Pick<PairAnswer, 'mark' | 'there' | 'back'> {
  const replies = cells.flatMap(({ outcome }) => (outcome.reply === undefined ? [] : [told(outcome.reply)]))
  return {
    mark: markOf(cells.map(({ outcome }) => outcome.works)),
    there: markOf(cells.map(({ outcome }) => told(outcome.forward))),
    ...(replies.length === 0 ? {} : { back: markOf(replies) }),
  }
}

/** Every kind of traffic that passes, that of most pieces first. */
export function trafficOf(cells: readonly Cell[]): string[] {
  const counts = new Map<string, number>()
  for (const { outcome } of cells) if (outcome.traffic !== '') counts.set(outcome.traffic, (counts.get(outcome.traffic) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text)
}

const sizeOfRanges = (ranges: readonly AddressRange[]): bigint => joinRanges(ranges).reduce((sum, { first, last }) => sum + last - first + 1n, 0n)

/** True when the pieces make up every part. */
const isWhole = (parts: readonly Part[], pieces: readonly Piece[]): boolean =>
  parts.every((part) => {
    const mine = pieces.filter((piece) => piece.part === part)
    return part.ranges.length === 0 ? mine.length > 0 : sizeOfRanges(mine.flatMap(({ ranges }) => ranges)) >= sizeOfRanges(part.ranges)
  })

/** The unnamed addresses of the pieces; with several ways in, those of each way by itself. */
function unnamedOf({ end }: PreparedEnd, pieces: readonly Piece[]): string[] {
  const text = (held: readonly Piece[]) => joinRanges(held.filter(({ part }) => part.kind === 'unnamed').flatMap(({ ranges }) => ranges)).map(formatRange)
  if (end.parts.every(({ label }) => label === undefined)) return text(pieces)
  return end.parts.flatMap((part) => {
    const mine = pieces.filter((piece) => piece.part === part)
    return mine.length === 0 ? [] : [[text(mine).join(', '), part.label].filter((word) => word !== '').join(' ')]
  })
}

function sideOf(index: DesignIndex, prepared: PreparedEnd, pieces: readonly Piece[]): Side {
  const { end } = prepared
  const names = pieces.filter(({ part }) => part.kind === 'hosts').flatMap(({ ranges }) => ranges).map((range) => {
    const address = formatAddress({ family: range.family, value: range.first })
    const owner = index.get(end.hosts.get(address))
    return owner ? `${displayName(owner)} (${address})` : address
  })
  return { whole: isWhole(end.parts, pieces), names: [...names, ...unnamedOf(prepared, pieces)] }
}

const keyOf = ({ part, ranges }: Piece): string => `${part.kind} ${part.wayIn ?? ''} ${part.family ?? ''} ${ranges.map(({ first, last }) => `${first}-${last}`).join()}`

/** Puts together the pieces that come to the same, as few products of sources and destinations as that takes. */
function whereOf(index: DesignIndex, from: PreparedEnd, to: PreparedEnd, cells: readonly Cell[]): OutcomeGroup['where'] {
  // The same piece is cut anew for each cell, so equal ones are told by what they hold.
  const bySource = new Map<string, { readonly source: Piece; readonly destinations: Map<string, Piece> }>()
  for (const cell of cells) {
    const row = bySource.get(keyOf(cell.from)) ?? { source: cell.from, destinations: new Map<string, Piece>() }
    row.destinations.set(keyOf(cell.to), cell.to)
    bySource.set(keyOf(cell.from), row)
  }
  const products = new Map<string, { readonly sources: Piece[]; readonly destinations: readonly Piece[] }>()
  for (const { source, destinations } of bySource.values()) {
    const key = [...destinations.keys()].sort().join(';')
    const known = products.get(key)
    if (known) known.sources.push(source)
    else products.set(key, { sources: [source], destinations: [...destinations.values()] })
  }
  return [...products.values()].map(({ sources, destinations }) => ({ from: sideOf(index, from, sources), to: sideOf(index, to, destinations) }))
}

const RANK = { true: 0, false: 1, null: 2 } as const

/** The whole answer about a pair, in words where it needs words. */
export function answerOf(index: DesignIndex, from: PreparedEnd, to: PreparedEnd, cells: readonly Cell[]): PairAnswer {
  const byReason = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = reasonKey(cell)
    const known = byReason.get(key)
    if (known) known.push(cell)
    else byReason.set(key, [cell])
  }
  const groups = [...byReason.values()].flatMap((alike): OutcomeGroup[] => {
    const [first] = alike
    return first ? [{ ...first.outcome, where: whereOf(index, from, to, alike), example: first.flow }] : []
  })
  return { ...marksOf(cells), traffic: trafficOf(cells), groups: groups.sort((a, b) => RANK[`${a.works}`] - RANK[`${b.works}`]) }
}
