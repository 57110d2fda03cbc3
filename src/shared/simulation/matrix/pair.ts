import type { Followed } from '../forward/trace.ts'
import type { Flow, Path } from '../types.ts'
import type { Boundaries } from './boundary.ts'
import { cutFor, holds, type Piece, type PreparedEnd, type Sample, sample } from './piece.ts'
import { trafficText } from './traffic.ts'
import type { Outcome } from './types.ts'

/** What answering about a pair stands on. */
export interface PairParts {
  readonly boundaries: Boundaries
  readonly follow: (flow: Flow) => Followed
}

/** Two pieces, all addresses of which are treated alike on the whole way, and what comes of it. */
export interface Cell {
  readonly from: Piece
  readonly to: Piece
  readonly flow: Flow
  readonly outcome: Outcome
}

function reason(path: Path): Pick<Outcome, 'at' | 'detail'> {
  const last = path.hops.at(-1)
  const end = last?.steps.at(-1)
  return { at: last?.resource, detail: end?.kind === 'end' ? end.detail : path.disposition }
}

/** A trace in short. */
export function outcomeOf({ trace, passing }: Followed): Outcome {
  const { forward, return: back } = trace
  const isUnknown = forward.disposition === 'unknown' || back?.disposition === 'unknown'
  const works = trace.works ? true : isUnknown ? null : false
  return {
    works,
    forward: forward.disposition,
    ...(back === undefined ? {} : { reply: back.disposition }),
    ...(works === true ? { at: undefined, detail: '' } : reason(forward.success && back ? back : forward)),
    traffic: works === true ? trafficText(passing) : '',
  }
}

const NO_FAMILY: Outcome = { works: false, forward: 'no-route', at: undefined, detail: 'the ends have no address family in common', traffic: '' }

/** Splits the pieces of a sample along what its packet was compared with: first the two that it stands for, then the rest. */
function settle(from: PreparedEnd, to: PreparedEnd, cell: { readonly from: Piece; readonly to: Piece }, chosen: Sample, followed: Followed, boundaries: Boundaries) {
  if (from.cuts.length === 0 && to.cuts.length === 0) return { ...cell, rest: [] }
  const met = boundaries.met(followed.tried)
  const sources = cutFor(from, cell.from, met)
  const destinations = cutFor(to, cell.to, met)
  const source = sources.find((piece) => holds(piece, chosen.from)) ?? cell.from
  const destination = destinations.find((piece) => holds(piece, chosen.to)) ?? cell.to
  const rest = sources.flatMap((one) => destinations.flatMap((other) => (one === source && other === destination ? [] : [{ from: one, to: other }])))
  return { from: source, to: destination, rest }
}

/**
 * Everything between two ends. A packet between two pieces is followed; what it may have been compared with on its way cuts the
 * pieces, its outcome holds for what was not cut off, and the rest is followed in turn. Pairs of the same address are left out.
 */
export function cellsBetween({ boundaries, follow }: PairParts, from: PreparedEnd, to: PreparedEnd): Cell[] {
  const open = from.pieces.flatMap((one) => to.pieces.flatMap((other) => (one.part.family === undefined || other.part.family === undefined || one.part.family === other.part.family ? [{ from: one, to: other }] : [])))
  const cells: Cell[] = []
  for (let cell = open.pop(); cell; cell = open.pop()) {
    const chosen = sample(from, cell.from, to, cell.to)
    if (!chosen) continue
    const followed = follow(chosen.flow)
    const { rest, ...settled } = settle(from, to, cell, chosen, followed, boundaries)
    open.push(...rest)
    cells.push({ ...settled, flow: chosen.flow, outcome: outcomeOf(followed) })
  }
  const families = (end: PreparedEnd) => new Set(end.pieces.map(({ part }) => part.family))
  if (cells.length === 0 && from.pieces.length > 0 && to.pieces.length > 0 && ![...families(from)].some((family) => families(to).has(family))) {
    const [one, other] = [from.pieces[0], to.pieces[0]]
    if (one && other) cells.push({ from: one, to: other, flow: { from: from.end.id, to: to.end.id, protocol: 'some' }, outcome: NO_FAMILY })
  }
  return cells.reverse()
}

/** A reason without the addresses of the packet that showed it: equal for all that fail alike. */
export function reasonKey({ outcome, flow }: Cell): string {
  const texts = [flow.sourceAddress, flow.toAddress].filter((text) => text !== undefined)
  return [outcome.works, outcome.forward, outcome.reply, outcome.traffic, outcome.at, texts.reduce((detail, text) => detail.replaceAll(text, '*'), outcome.detail)].join('|')
}
