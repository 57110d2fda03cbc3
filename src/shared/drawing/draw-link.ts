import type { Resource } from '../model/index.ts'
import { definitionOf } from '../model/index.ts'
import type { DisplayItem } from './display-list.ts'
import { LABEL, LINK_ICON } from './label-form.ts'
import type { Label } from './labels.ts'
import { type LinkStyle, styleOf } from './link-style.ts'
import { BADGE, isDown, isOnPath, marksOf, PILL_WIDTH } from './marks.ts'
import type { Overlay } from './overlay.ts'
import { drawRemark, lookOf } from './remarks.ts'
import { parallel } from './route.ts'
import type { Scene } from './scene.ts'

/** A link: its lines, and on them an icon or label with its marks. */
export function drawLink(scene: Scene, link: Resource, overlay: Overlay): { readonly line: DisplayItem[]; readonly label: DisplayItem[] } {
  const paths = scene.paths(link)
  const label = scene.labelOf(link, overlay.remarks)
  if (!label) return { line: [], label: [] }
  const style = styleOf(link)
  const owner = link.id
  const down = isDown(owner, overlay)
  const tunnelDown = overlay.tunnels?.get(owner)
  const onPath = isOnPath(owner, overlay)
  const line: DisplayItem[] = []
  const sign = overlay.remarks?.at.get(owner)?.sign
  const look = sign && lookOf(sign)
  for (const points of paths) {
    if (look?.halo) line.push({ type: 'line', owner, points, ink: look.ink, width: style.width + 7, opacity: 0.28, ...(look.halo === 'dashed' ? { dashed: true } : {}) })
    if (onPath) line.push({ type: 'line', owner, points, ink: 'path', width: style.width + 9, opacity: 0.3 })
    for (const [position, distance] of style.lines.entries()) {
      const failed = down || tunnelDown === position + 1
      line.push({ type: 'line', owner, points: distance === 0 ? points : parallel(points, distance), ink: failed ? 'failed' : onPath ? 'path' : style.ink, width: onPath ? style.width + 0.5 : style.width, ...(style.dashed || failed ? { dashed: true } : {}) })
    }
  }
  return { line, label: labelOf(link, style, label, overlay) }
}

function labelOf(link: Resource, style: LinkStyle, { at: { x, y }, form }: Label, overlay: Overlay): DisplayItem[] {
  const owner = link.id
  const items: DisplayItem[] = []
  const icon = form.icon ? definitionOf(link.kind).icon : undefined
  if (icon !== undefined) {
    const room = LINK_ICON / 2 + 3
    items.push({ type: 'box', owner, x: x - room, y: y - room, width: 2 * room, height: 2 * room, radius: room, fill: 'background' })
    items.push({ type: 'icon', owner, x: x - LINK_ICON / 2, y: y - LINK_ICON / 2, size: LINK_ICON, icon })
  }
  for (const { text, ink, anchor, remark, ...by } of form.lines) {
    if (remark) {
      items.push(...drawRemark(owner, { ...remark, text }, { x: x + by.x, y: y + by.y, anchor, width: Infinity, size: LABEL.size, isMasked: true }))
      continue
    }
    const isDetail = ink === 'muted' || style.minor
    items.push({ type: 'text', owner, x: x + by.x, ...(anchor === 'start' ? {} : { anchor }), y: y + by.y, text, size: LABEL.size, ink, masked: true, ...(isDetail ? { detail: true as const } : {}) })
  }
  const half = icon === undefined ? 0 : LINK_ICON / 2
  // Beside words that stand on the line; over an icon's corner.
  const right = icon === undefined ? Math.max(0, ...form.rects.map((rect) => rect.x + rect.width)) + BADGE / 2 : half
  const down = overlay.failed?.has(owner) ? '×' : overlay.tunnels?.has(owner) ? '½' : undefined
  if (down !== undefined) items.push({ type: 'badge', owner, x: x - BADGE / 2, y: y - BADGE / 2, size: BADGE, ink: 'failed', glyph: down })
  items.push(...marksOf(owner, overlay, {
    finding: icon === undefined && form.lines.length > 0 ? { x: x + right - 5, y: y - BADGE / 2 } : { x: x + half - 4, y: y - half - BADGE + 8 },
    singlePoint: { x: x - half - PILL_WIDTH + 6, y: y - half - 10 },
    order: { x: x - BADGE / 2, y: y + half - 6 },
  }))
  return items
}
