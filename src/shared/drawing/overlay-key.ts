import { OVERLAY_LABELS } from '../document/overlay-name.ts'
import type { DesignIndex } from '../document/query.ts'
import { boundsOf } from './bounds.ts'
import type { DisplayItem, DisplayList } from './display-list.ts'
import { signsShown } from './legend-rows.ts'
import type { Overlay } from './overlay.ts'
import { drawSign, lookOf } from './remarks.ts'
import { textWidth } from './text.ts'

const PADDING = 12
const TITLE = { size: 13, line: 22 } as const
const TEXT = { size: 12, line: 18 } as const
const GAP = 24
const OWNER = 'overlay-key'

/** What a picture needs beside a drawing with an overlay: its name, what the signs mean, and what it says of the whole; a box below an area. Nothing without an overlay. */
export function drawOverlayKey(index: DesignIndex, overlay: Overlay, area: DisplayList['bounds']): readonly DisplayItem[] {
  const { remarks } = overlay
  if (!remarks) return []
  const signs = signsShown(index, overlay)
  const title = `Overlay: ${OVERLAY_LABELS[remarks.overlay]}`
  const [x, y] = [area.x, area.y + area.height + GAP]
  const items: DisplayItem[] = [{ type: 'text', owner: OWNER, x: x + PADDING, y: y + PADDING + TITLE.size, text: title, size: TITLE.size, ink: 'text', bold: true }]
  let top = y + PADDING + TITLE.line
  const write = (text: string, left: number, ink: 'text' | 'muted'): void => {
    items.push({ type: 'text', owner: OWNER, x: left, y: top + TEXT.size, text, size: TEXT.size, ink })
    top += TEXT.line
  }
  for (const sign of signs) {
    items.push(...drawSign(OWNER, sign, { x: x + PADDING + 8, y: top + 8 }))
    write(lookOf(sign).words, x + PADDING + 24, 'text')
  }
  top += signs.length > 0 ? 4 : 0
  for (const [at, line] of remarks.summary.entries()) write(line, x + PADDING, at === 0 ? 'text' : 'muted')
  const width = Math.max(textWidth(title, TITLE.size, true), ...signs.map((sign) => 24 + textWidth(lookOf(sign).words, TEXT.size)), ...remarks.summary.map((line) => textWidth(line, TEXT.size))) + 2 * PADDING
  return [{ type: 'box', owner: OWNER, x, y, width: Math.ceil(width), height: top - y + PADDING - 4, fill: 'surface', stroke: 'muted', radius: 4 }, ...items]
}

/** A drawing with the key of its overlay below it. */
export function withOverlayKey(index: DesignIndex, overlay: Overlay, list: DisplayList): DisplayList {
  const items = [...list.items, ...drawOverlayKey(index, overlay, list.bounds)]
  return { items, bounds: boundsOf(items) }
}
