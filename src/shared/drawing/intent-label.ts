import type { Intent } from '../document/design.ts'
import { protocolName } from '../net/protocol.ts'
import type { DisplayItem, Ink, Point } from './display-list.ts'
import { type IntentLine, type IntentsShown, type IntentState, worstState } from './intent-lines.ts'
import type { Rect } from './rects.ts'
import { fitText, textWidth } from './text.ts'

/** Sign, colour and words of a state: told apart without the colour too. `kept`: of what must never be reached. */
interface StateLook {
  readonly ink: Ink
  /** Drawn in the disc; `check` is not in the font. */
  readonly glyph: 'check' | '×' | '!' | '?' | '−'
  readonly isFilled: boolean
  readonly word: string
  readonly never: string
  /** Of several. */
  readonly many: string
}

/** How each state looks and what it is called. */
export const STATE_LOOK: Readonly<Record<IntentState, StateLook>> = {
  holds: { ink: 'path', glyph: 'check', isFilled: false, word: 'holds', never: 'kept apart', many: 'hold' },
  survives: { ink: 'path', glyph: 'check', isFilled: true, word: 'survives', never: 'kept apart', many: 'survive' },
  short: { ink: 'error', glyph: '!', isFilled: true, word: 'falls short', never: 'falls short', many: 'fall short' },
  broken: { ink: 'error', glyph: '×', isFilled: true, word: 'broken', never: 'not kept apart', many: 'broken' },
  unsure: { ink: 'warning', glyph: '?', isFilled: false, word: 'cannot tell', never: 'cannot tell', many: 'cannot be told' },
  lost: { ink: 'muted', glyph: '−', isFilled: false, word: 'endpoint lost', never: 'endpoint lost', many: 'lost an endpoint' },
}

const TEXT = { size: 10, most: 150 } as const
const DISC = 14
const HEIGHT = 18
const SIDE = 4

/** What the label of a line says: its sign and its words. */
export interface IntentLabel {
  readonly state: IntentState | undefined
  readonly text: string
  readonly width: number
}

/** Protocol and port of an intent: "tcp/443"; empty when it speaks of routes alone. */
export function trafficWords({ protocol, port }: Intent): string {
  return protocol === undefined ? '' : `${protocolName(protocol)}${port === undefined ? '' : `/${port}`}`
}

function textOf(intents: readonly Intent[], state: IntentState | undefined, states: IntentsShown['states'], isSuggested: boolean): string {
  const [only, ...others] = intents
  if (!only) return ''
  if (others.length > 0) {
    if (isSuggested) return `${intents.length} suggested`
    if (!state) return `${intents.length} intents`
    const alike = intents.filter(({ id }) => states?.get(id) === state).length
    return alike === intents.length ? `${alike} ${STATE_LOOK[state].many}` : `${alike} of ${intents.length} ${STATE_LOOK[state].many}`
  }
  const word = isSuggested ? 'suggested' : state ? STATE_LOOK[state][only.expect === 'never' ? 'never' : 'word'] : only.expect === 'never' ? 'never' : ''
  // A long name is shortened, never the word.
  const name = fitText(only.name ?? trafficWords(only), TEXT.size, TEXT.most - (word === '' ? 0 : textWidth(` · ${word}`, TEXT.size)))
  return [name, word].filter((part) => part !== '').join(' · ')
}

/** The label of a line of intents, which also names the internet where that is an end; undefined when there is nothing to say. */
export function intentLabel({ intents, from, to }: IntentLine, states: IntentsShown['states']): IntentLabel | undefined {
  const isSuggested = intents.every(({ status }) => status === 'suggested')
  const state = isSuggested ? undefined : worstState(intents, states)
  const internet = from === 'internet' || to === 'internet' ? 'Internet' : ''
  const text = [internet, textOf(intents, state, states, isSuggested)].filter((part) => part !== '').join(' · ')
  if (text === '' && !state) return undefined
  return { state, text, width: Math.ceil(2 * SIDE + (state ? DISC : 0) + (text === '' ? 0 : textWidth(text, TEXT.size) + (state ? 4 : 2))) }
}

/** What a label covers with its middle at a point. */
export function labelRect({ width }: IntentLabel, { x, y }: Point): Rect {
  return { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT }
}

/** A sign in a disc, its corner at a point. */
export function drawSign(owner: string, state: IntentState, { x, y }: Point): DisplayItem[] {
  const { ink, glyph, isFilled } = STATE_LOOK[state]
  const sign: Ink = isFilled ? 'background' : ink
  const disc: DisplayItem = { type: 'box', owner, x: x + 1, y: y + 1, width: DISC - 2, height: DISC - 2, radius: DISC / 2 - 1, fill: isFilled ? ink : 'background', stroke: ink, strokeWidth: 1.25 }
  const at = (dx: number, dy: number): Point => ({ x: x + DISC / 2 + dx, y: y + DISC / 2 + dy })
  if (glyph !== 'check') return [disc, { type: 'text', owner, x: x + DISC / 2, y: y + DISC / 2 + 3.6, text: glyph, size: 10, ink: sign, bold: true, anchor: 'middle' }]
  return [disc, { type: 'line', owner, points: [at(-2.9, 0.2), at(-0.8, 2.3)], ink: sign, width: 1.5 }, { type: 'line', owner, points: [at(-1.1, 2.6), at(3, -2.3)], ink: sign, width: 1.5 }]
}

/** A label with its middle at a point. */
export function drawIntentLabel(owner: string, label: IntentLabel, middle: Point): DisplayItem[] {
  const { state, text } = label
  const rect = labelRect(label, middle)
  const isUrgent = state === 'broken' || state === 'short'
  const items: DisplayItem[] = [{ type: 'box', owner, ...rect, radius: HEIGHT / 2, fill: 'background', stroke: isUrgent ? 'error' : 'intent', strokeWidth: isUrgent ? 1.25 : 0.75 }]
  if (state) items.push(...drawSign(owner, state, { x: rect.x + (HEIGHT - DISC) / 2, y: rect.y + (HEIGHT - DISC) / 2 }))
  if (text !== '') items.push({ type: 'text', owner, x: rect.x + SIDE + (state ? DISC + 2 : 1), y: middle.y + 3.5, text, size: TEXT.size, ink: isUrgent ? 'error' : 'text', detail: true })
  return items
}
