import type { Intent, IntentEnd } from '../document/design.ts'
import { shownFor } from '../document/collapsed.ts'
import { type HolderId, holdersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'

/**
 * How an intent is judged: it `holds`; it `survives` (it holds although something is switched off, or any one failure as it asks); it falls `short` of what
 * else it asks for; it is `broken`; nobody can tell (`unsure`); or an end of it is down (`lost`).
 */
export type IntentState = 'holds' | 'survives' | 'short' | 'broken' | 'unsure' | 'lost'

/** What is shown of the intents. Pass a new object for every state: lines are remembered per object. */
export interface IntentsShown {
  /** By id of the intent; nothing is said of the others. */
  readonly states?: ReadonlyMap<string, IntentState>
  /** Intents that nobody accepted yet and that are drawn all the same. */
  readonly suggested?: readonly Intent[]
  /** What is selected: where intents are many, only those of these are drawn, and those that are broken. */
  readonly at?: ReadonlySet<string>
  /** Looked at from afar: few are many then. */
  readonly isFar?: boolean
}

/** An end of a line: what is shown for an intent's end. */
export type LineEnd = HolderId | 'internet'

/** One line for all intents between the same two ends. */
export interface IntentLine {
  /** Unique in a drawing; never the id of a resource, box or intent. */
  readonly id: string
  readonly from: LineEnd
  readonly to: LineEnd
  readonly intents: readonly Intent[]
  /** Ids of those that lead from `to` to `from`. */
  readonly reversed: ReadonlySet<string>
}

/** The lines of intents that a drawing has. */
export interface IntentLines {
  /** In order of id. */
  readonly lines: readonly IntentLine[]
  readonly byId: ReadonlyMap<string, IntentLine>
  /** By id of the intent. */
  readonly byIntent: ReadonlyMap<string, IntentLine>
  /** How many more there are than are drawn. */
  readonly left: number
}

/** More lines than this nobody can follow, at hand and from afar: then only those of the selection and broken ones are drawn, and no more of these either. */
export const MOST_INTENT_LINES = { near: 36, far: 12 } as const

const PREFIX = 'intents:'

/** Whether an id is that of a line of intents. */
export function isIntentLine(id: string): boolean {
  return id.startsWith(PREFIX)
}

const URGENCY: Readonly<Record<IntentState, number>> = { broken: 0, short: 1, lost: 2, unsure: 3, survives: 4, holds: 5 }

/** The most urgent state of some intents; undefined when nothing is known of any. */
export function worstState(intents: readonly Intent[], states: IntentsShown['states']): IntentState | undefined {
  return intents.flatMap(({ id }) => states?.get(id) ?? []).sort((a, b) => URGENCY[a] - URGENCY[b])[0]
}

function allLines(index: DesignIndex, intents: readonly Intent[]): IntentLine[] {
  const found = new Map<string, { readonly from: LineEnd; readonly to: LineEnd; readonly intents: Intent[]; readonly reversed: Set<string> }>()
  const shown = (end: IntentEnd): LineEnd => (end === 'internet' ? end : shownFor(index, end))
  for (const intent of intents) {
    const [from, to] = [shown(intent.from), shown(intent.to)]
    if (from === to) continue
    const key = from < to ? `${PREFIX}${from}~${to}` : `${PREFIX}${to}~${from}`
    const known = found.get(key)
    if (!known) {
      found.set(key, { from, to, intents: [intent], reversed: new Set() })
      continue
    }
    known.intents.push(intent)
    if (known.from !== from) known.reversed.add(intent.id)
  }
  return [...found].map(([id, line]) => ({ id, ...line })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whether a line is drawn for what is selected: one of its intents, an end of one, or what holds such an end. */
function isOf(index: DesignIndex, { intents }: IntentLine, at: ReadonlySet<string>): boolean {
  return intents.some(({ id, from, to }) => at.has(id) || [from, to].some((end) => end !== 'internet' && (at.has(end) || holdersOf(index, end).some((holder) => at.has(holder)))))
}

/** Which lines are drawn first: the selected ones, those of what is selected, then the broken ones; infinite for the others. */
function rankOf(index: DesignIndex, line: IntentLine, states: IntentsShown['states'], at: ReadonlySet<string>): number {
  const urgency = URGENCY[worstState(line.intents, states) ?? 'holds']
  if (line.intents.some(({ id }) => at.has(id))) return urgency
  if (isOf(index, line, at)) return 10 + urgency
  return urgency <= URGENCY.short ? 20 + urgency : Infinity
}

function linesOf(index: DesignIndex, { states, suggested = [], at = new Set(), isFar = false }: IntentsShown): IntentLines {
  const accepted = Object.values(index.design.intents).filter(({ status }) => status === 'accepted')
  const all = allLines(index, [...accepted, ...suggested])
  const most = MOST_INTENT_LINES[isFar ? 'far' : 'near']
  const ranked = all.length <= most ? [] : all.map((line) => ({ line, rank: rankOf(index, line, states, at) })).filter(({ rank }) => rank < Infinity).sort((a, b) => a.rank - b.rank)
  const wanted = all.length <= most ? all : ranked.slice(0, most).map(({ line }) => line)
  const lines = [...wanted].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    lines,
    byId: new Map(lines.map((line) => [line.id, line])),
    byIntent: new Map(lines.flatMap((line) => line.intents.map(({ id }) => [id, line] as const))),
    left: all.length - lines.length,
  }
}

const NOTHING: IntentsShown = {}
const known = new WeakMap<DesignIndex, WeakMap<IntentsShown, IntentLines>>()

/** The lines of a design's intents: of the accepted ones, and of what is suggested where that is asked for. */
export function intentLinesOf(index: DesignIndex, shown: IntentsShown = NOTHING): IntentLines {
  let perIndex = known.get(index)
  if (!perIndex) known.set(index, (perIndex = new WeakMap()))
  let lines = perIndex.get(shown)
  if (!lines) perIndex.set(shown, (lines = linesOf(index, shown)))
  return lines
}
