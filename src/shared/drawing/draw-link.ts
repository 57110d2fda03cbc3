import type { Resource } from '../model/index.ts'
import { definitionOf } from '../model/index.ts'
import { captionOf } from './captions.ts'
import type { DisplayItem, Ink, Point } from './display-list.ts'
import { BADGE, isDown, isOnPath, marksOf, PILL_WIDTH } from './marks.ts'
import type { Overlay } from './overlay.ts'
import { parallel } from './route.ts'
import type { Scene } from './scene.ts'
import { fitText } from './text.ts'

/** How a kind of link looks. `lines` are the distances of its lines from the path: one each for a VPN's tunnels. */
interface Style {
  readonly ink: Ink
  readonly width: number
  readonly dashed?: boolean
  readonly lines: readonly number[]
  /** With an icon and label in its middle. */
  readonly icon?: boolean
  /** Its label stands this far along the first level piece, when that is long enough: the rest may be shared or crossed. */
  readonly near?: { readonly enough: number; readonly distance: number }
}

const TUNNEL = 2.25
const ICON = 26

/** How far apart the labels of links side by side stand. */
const BESIDE = 46
/** An upright piece too short for a label below its icon. */
const SHORT = 90

const LABEL = { size: 10, width: 150 } as const

function styleOf(link: Resource): Style {
  switch (link.kind) {
    case 'vpn-connection':
      return { ink: 'vpn', width: 1.5, dashed: true, lines: link.TunnelOptions.filter(({ configured }) => configured).length === 2 ? [-TUNNEL, TUNNEL] : [0], icon: true, near: { enough: 90, distance: 124 } }
    case 'virtual-interface':
      return { ink: 'direct-connect', width: 3, lines: [0] }
    case 'direct-connect-gateway-association':
      return { ink: 'direct-connect', width: 2, lines: [0] }
    case 'vpc-peering-connection':
      return { ink: 'peering', width: 1.75, lines: [0], icon: true, ...(link.Status === 'pending-acceptance' ? { dashed: true } : {}) }
    case 'transit-gateway-vpc-attachment':
      return { ink: 'transit', width: 1.5, lines: [0], near: { enough: 40, distance: 52 } }
    default:
      return { ink: 'link', width: 1.5, lines: [0] }
  }
}

/**
 * The middle of the longest piece, level ones counting half as much again, because text lies on them better; or of the first level
 * piece that is long enough, for links that share the others.
 */
export function labelPoint(paths: readonly (readonly Point[])[], near?: Style['near'], rank = 0): { readonly at: Point; readonly level: boolean; readonly room: number } | undefined {
  let best: { at: Point; level: boolean; room: number } | undefined
  let most = -1
  for (const points of paths) {
    for (let at = 1; at < points.length; at++) {
      const [a, b] = [points[at - 1], points[at]]
      if (!a || !b) continue
      const level = a.y === b.y
      const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
      const worth = level ? length * 1.5 : length
      if (near && level && length >= near.enough) {
        const along = Math.max(ICON, Math.min(near.distance, length * 0.6) + rank * BESIDE)
        return { at: { x: a.x + Math.sign(b.x - a.x) * along, y: a.y }, level, room: 2 * Math.min(along, length - along) }
      }
      if (worth >= most) {
        most = worth
        best = { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, level, room: length }
      }
    }
  }
  return best
}

/** A link: its lines, and in its middle an icon or label with its marks. */
export function drawLink(scene: Scene, link: Resource, overlay: Overlay): { readonly line: DisplayItem[]; readonly label: DisplayItem[] } {
  const paths = scene.paths(link)
  const style = styleOf(link)
  const spot = labelPoint(paths, style.near, scene.rankOf(link))
  if (!spot) return { line: [], label: [] }
  const owner = link.id
  const down = isDown(owner, overlay)
  const tunnelDown = overlay.tunnels?.get(owner)
  const onPath = isOnPath(owner, overlay)
  const line: DisplayItem[] = []
  for (const points of paths) {
    if (onPath) line.push({ type: 'line', owner, points, ink: 'path', width: style.width + 9, opacity: 0.3 })
    for (const [position, distance] of style.lines.entries()) {
      const failed = down || tunnelDown === position + 1
      line.push({ type: 'line', owner, points: distance === 0 ? points : parallel(points, distance), ink: failed ? 'failed' : onPath ? 'path' : style.ink, width: onPath ? style.width + 0.5 : style.width, ...(style.dashed || failed ? { dashed: true } : {}) })
    }
  }
  return { line, label: labelOf(link, style, spot, overlay) }
}

function labelOf(link: Resource, style: Style, spot: NonNullable<ReturnType<typeof labelPoint>>, overlay: Overlay): DisplayItem[] {
  const owner = link.id
  const { x, y } = spot.at
  const { title, detail } = captionOf(link)
  const items: DisplayItem[] = []
  const icon = style.icon ? definitionOf(link.kind).icon : undefined
  if (icon !== undefined) {
    items.push({ type: 'box', owner, x: x - ICON / 2 - 3, y: y - ICON / 2 - 3, width: ICON + 6, height: ICON + 6, radius: ICON / 2 + 3, fill: 'background' })
    items.push({ type: 'icon', owner, x: x - ICON / 2, y: y - ICON / 2, size: ICON, icon })
  }
  const width = spot.level ? Math.max(60, Math.min(LABEL.width, spot.room - 8)) : LABEL.width
  const beside = icon !== undefined && !spot.level && spot.room < SHORT
  const baseline = beside ? y + 3 : icon !== undefined ? y + ICON / 2 + 14 : spot.level ? y - 7 : y + 4
  const minor = !style.icon && link.kind !== 'virtual-interface' ? { detail: true as const } : {}
  // Without an icon both go in one line, because the next link may run right below.
  const name = fitText(icon === undefined && title !== '' && detail !== '' ? `${title} · ${detail}` : title, LABEL.size, width)
  const line = icon === undefined ? '' : fitText(detail, LABEL.size, width)
  const place = beside ? { x: x + ICON / 2 + 6 } : { x, anchor: 'middle' as const }
  if (name !== '') items.push({ type: 'text', owner, ...place, y: baseline, text: name, size: LABEL.size, ink: 'text', masked: true, ...minor })
  if (line !== '') items.push({ type: 'text', owner, ...place, y: baseline + 13, text: line, size: LABEL.size, ink: 'muted', masked: true, detail: true })
  const half = icon === undefined ? 0 : ICON / 2
  const down = overlay.failed?.has(owner) ? '×' : overlay.tunnels?.has(owner) ? '½' : undefined
  if (down !== undefined) items.push({ type: 'badge', owner, x: x - BADGE / 2, y: y - BADGE / 2, size: BADGE, ink: 'failed', glyph: down })
  items.push(...marksOf(owner, overlay, {
    finding: { x: x + half - 4, y: y - half - BADGE + 8 },
    singlePoint: { x: x - half - PILL_WIDTH + 6, y: y - half - 10 },
    order: { x: x - BADGE / 2, y: y + half - 6 },
  }))
  return items
}
