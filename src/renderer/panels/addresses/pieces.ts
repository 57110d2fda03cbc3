import { displayName } from '../../../shared/document/query.ts'
import type { Segment, SegmentState, Space, Sum } from '../../../shared/document/addresses/space.ts'
import { addUp } from '../../../shared/document/addresses/space.ts'
import type { Resource } from '../../../shared/model/index.ts'
import { formatPrefix } from '../../../shared/net/prefix.ts'
import { formatRange } from '../../../shared/net/range.ts'
import { inWords } from './words.ts'

/** A piece of a bar: a run of addresses, or several that are too short to be told apart. */
export interface Piece {
  readonly state: SegmentState
  /** Part of the bar's length, from 0 to 1. */
  readonly share: number
  readonly title: string
  /** Who has them; for a piece of several runs nobody in particular. */
  readonly owners: readonly Resource[]
}

/** So many pieces can be told apart in a bar. */
const MOST = 160
const WORST: readonly SegmentState[] = ['overlap', 'used', 'reserved', 'free']

/** A resource that has a block, whatever the plan says of it besides. */
export const ownerOf = (holder: { readonly owner: Resource } | Resource): Resource => ('owner' in holder ? holder.owner : holder)

/** What a run is, in words. */
export function segmentWords({ state, holders }: Segment<{ readonly owner: Resource } | Resource>): string {
  if (state === 'free') return 'free'
  if (state === 'reserved') return 'kept free'
  const names = [...new Set(holders.map(({ holder }) => displayName(ownerOf(holder))))].join(', ')
  return state === 'overlap' ? `overlap of ${names}` : names
}

/** Runs of a block as pieces of a bar: those that are too short are drawn together, as the worst of them. */
export function piecesOf(space: Space<{ readonly owner: Resource } | Resource>): Piece[] {
  const total = Number(space.sum.total)
  const pieces: Piece[] = []
  let small: { share: number; runs: Segment<{ readonly owner: Resource } | Resource>[] } = { share: 0, runs: [] }
  const flush = (): void => {
    const [only, ...others] = small.runs
    if (!only) return
    const state = WORST.find((one) => small.runs.some((run) => run.state === one)) ?? 'free'
    const owners = others.length > 0 ? [] : only.holders.map(({ holder }) => ownerOf(holder))
    pieces.push({ state, share: small.share, title: others.length > 0 ? `${small.runs.length} runs of addresses` : `${formatRange(only.range)}: ${segmentWords(only)}`, owners })
    small = { share: 0, runs: [] }
  }
  for (const segment of space.segments) {
    const share = Number(segment.range.last - segment.range.first + 1n) / total
    if (share < 1 / MOST) {
      small.runs.push(segment)
      small.share += share
      if (small.share >= 1 / MOST) flush()
      continue
    }
    flush()
    pieces.push({ state: segment.state, share, title: `${formatRange(segment.range)}: ${segmentWords(segment)}`, owners: segment.holders.map(({ holder }) => ownerOf(holder)) })
  }
  flush()
  return pieces
}

/** The spaces that a bar shows: IPv4 where there is any, since beside IPv6 nothing of it could be seen. */
export function mainSpaces<T>(spaces: readonly Space<T>[]): readonly Space<T>[] {
  const v4 = spaces.filter(({ block }) => block.family === 4)
  return v4.length > 0 ? v4 : spaces
}

/** How much of all is taken, in whole percent: anything is at least one, not quite everything at most 99. */
export function percentUsed({ total, used }: Sum): number {
  if (used === 0n) return 0
  return used === total ? 100 : Math.min(99, Math.max(1, Math.round(Number((used * 1000n) / total) / 10)))
}

/** What a bar shows, as one sentence. */
export function barWords(spaces: readonly Space<unknown>[]): string {
  const shown = mainSpaces(spaces)
  const sum = addUp(shown.map((space) => space.sum))
  const overlap = sum.overlap > 0n ? `, ${inWords(sum.overlap)} of them claimed twice` : ''
  return `${shown.map(({ block }) => formatPrefix(block)).join(', ')}: ${percentUsed(sum)} % taken${overlap}, ${inWords(sum.free)} addresses free`
}
