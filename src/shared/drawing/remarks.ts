import type { OverlayName } from '../document/overlay-name.ts'
import type { DisplayItem, Ink, Point } from './display-list.ts'
import { fitText, textWidth } from './text.ts'

/** How a sign of an overlay looks: a disc with a glyph, or a padlock. Told apart by that, never by its ink alone. */
interface SignLook {
  readonly glyph: string
  readonly ink: Ink
  /** Its line of the legend. */
  readonly words: string
  /** Of links: a broad line under theirs. */
  readonly halo?: 'solid' | 'dashed'
}

/** Every sign that overlays use. */
export const SIGNS = {
  price: { glyph: '$', ink: 'advice', words: 'Fixed charges of a month' },
  usage: { glyph: '+', ink: 'muted', words: 'Charged by traffic or use alone' },
  'price-untold': { glyph: '?', ink: 'warning', words: 'Some or all of its price cannot be told' },
  overlap: { glyph: '!', ink: 'error', words: 'Overlaps other address space (hatched)' },
  'single-point': { glyph: '1', ink: 'error', words: 'Its loss alone breaks an intent' },
  down: { glyph: '×', ink: 'failed', words: 'Down, or down with what it depends on' },
  active: { glyph: 'A', ink: 'path', words: 'Carries accepted intents', halo: 'solid' },
  standby: { glyph: 'S', ink: 'advice', words: 'Takes over when something fails', halo: 'dashed' },
  unused: { glyph: '–', ink: 'muted', words: 'Carries no accepted intent, not after one failure either' },
  open: { glyph: '!', ink: 'error', words: 'Open from the internet' },
  closed: { glyph: '–', ink: 'path', words: 'Nothing gets in from the internet' },
  'open-untold': { glyph: '?', ink: 'warning', words: 'Whether anything gets in cannot be told' },
  encrypted: { glyph: 'lock', ink: 'path', words: 'Encrypted', halo: 'solid' },
  clear: { glyph: 'open-lock', ink: 'error', words: 'Not encrypted', halo: 'dashed' },
  'encryption-untold': { glyph: '?', ink: 'warning', words: 'Whether it is encrypted cannot be told', halo: 'dashed' },
} as const satisfies Readonly<Record<string, SignLook>>

/** A sign of an overlay. */
export type Sign = keyof typeof SIGNS

/** What an overlay says at one thing. */
export interface Remark {
  /** A few words; in place of the line of detail. */
  readonly text: string
  readonly sign?: Sign
  /** Its area is hatched in the sign's ink. */
  readonly isHatched?: true
  /** All there is to say, where `text` is short for it. */
  readonly hint?: string
}

/** What an overlay says of a design: plain data, worked out from it. */
export interface Remarks {
  readonly overlay: OverlayName
  /** By id of resource or box. */
  readonly at: ReadonlyMap<string, Remark>
  /** What it says of the design as a whole, a line each. */
  readonly summary: readonly string[]
  /** What it rests on, a line each; for a place with room. */
  readonly basis?: readonly string[]
}

/** Side of a sign before its words, and the space between them. */
const SIGN = { size: 12, gap: 4 } as const

/** Width that a remark's sign takes of its line. */
export const signRoom = ({ sign }: Remark): number => (sign === undefined ? 0 : SIGN.size + SIGN.gap)

/** The looks of a sign. */
export function lookOf(sign: Sign): SignLook {
  return SIGNS[sign]
}

/** A sign, its middle at a point. */
export function drawSign(owner: string, sign: Sign, { x, y }: Point, size: number = SIGN.size): DisplayItem[] {
  const { glyph, ink } = lookOf(sign)
  if (glyph !== 'lock' && glyph !== 'open-lock') return [{ type: 'badge', owner, x: x - size / 2, y: y - size / 2, size, ink, glyph }]
  const [unit, lift] = [size / 12, glyph === 'open-lock' ? 2 : 0]
  const at = (dx: number, dy: number): Point => ({ x: x + dx * unit, y: y + dy * unit })
  const shackle = glyph === 'lock' ? [at(-2.5, 0), at(-2.5, -4.5), at(2.5, -4.5), at(2.5, 0)] : [at(-2.5, 0), at(-2.5, -4.5 - lift / 2), at(2.5, -4.5 - lift / 2), at(2.5, -3)]
  return [
    { type: 'line', owner, points: shackle, ink, width: 1.5 * unit },
    { type: 'box', owner, ...at(-4.5, -0.5), width: 9 * unit, height: 6 * unit, radius: 1.5 * unit, fill: ink },
  ]
}

/** Where a remark is written: the point is on its baseline, at its beginning or its middle. */
export interface RemarkPlace extends Point {
  readonly width: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly isMasked?: boolean
  readonly bold?: boolean
}

/** A remark in one line: its sign, then as much of its words as fits. */
export function drawRemark(owner: string, remark: Remark, { x, y, width, anchor, size, isMasked = false, bold = true }: RemarkPlace): DisplayItem[] {
  const room = signRoom(remark)
  const text = fitText(remark.text, size, width - room, bold)
  const full = room - (text === '' ? SIGN.gap : 0) + textWidth(text, size, bold)
  const start = anchor === 'middle' ? x - full / 2 : anchor === 'end' ? x - full : x
  const masked = isMasked ? { masked: true as const } : {}
  const sign = remark.sign === undefined ? [] : drawSign(owner, remark.sign, { x: start + SIGN.size / 2, y: y - size * 0.36 })
  return [...(text === '' ? [] : [{ type: 'text', owner, x: start + room, y, text, size, ink: 'text', ...(bold ? { bold } : {}), ...masked } as const]), ...sign]
}
