import { boxOf, membersOf } from '../document/groups.ts'
import { countWithin, isCollapsed } from '../document/collapsed.ts'
import { isPublicSubnet } from '../document/public-subnet.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf } from '../model/index.ts'
import { boxCaption, captionOf } from './captions.ts'
import type { DisplayItem, Ink } from './display-list.ts'
import { BADGE, isDown, marksOf, padlock, pathInk, PILL_WIDTH, strike } from './marks.ts'
import type { Overlay } from './overlay.ts'
import { drawRemark, lookOf, type Remark, signRoom } from './remarks.ts'
import { isOnBorder, type Rect } from './rects.ts'
import type { Scene } from './scene.ts'
import { CORNER_SIZE } from './sizes.ts'
import { fitText, textWidth } from './text.ts'

/** How a frame looks. */
interface Style {
  readonly ink: Ink
  readonly icon?: string
  readonly dashed?: boolean
  readonly tint?: number
  readonly strokeWidth: number
}

const TITLE = { size: 12, detail: 10, remark: 11, gap: 8 } as const

function styleOf(scene: Scene, id: string): Style | undefined {
  const box = boxOf(scene.index, id)
  if (box?.kind === 'account') return { ink: 'account', icon: 'architecture-group/AWSAccount', strokeWidth: 1.25 }
  if (box?.kind === 'region') return { ink: 'region', icon: 'architecture-group/Region', dashed: true, strokeWidth: 1.25 }
  if (box?.kind === 'zone') return { ink: 'zone', dashed: true, strokeWidth: 1.25 }
  const resource = scene.index.get(id as ResourceId)
  const icon = resource && definitionOf(resource.kind).icon
  if (resource?.kind === 'vpc') return { ink: 'vpc', strokeWidth: 1.5, ...(icon ? { icon } : {}) }
  if (resource?.kind === 'site') return { ink: 'site', strokeWidth: 1.5, ...(icon ? { icon } : {}) }
  if (resource?.kind !== 'subnet') return undefined
  return isPublicSubnet(scene.index, resource)
    ? { ink: 'public-subnet', icon: 'architecture-group/Publicsubnet', tint: 0.1, strokeWidth: 1 }
    : { ink: 'private-subnet', icon: 'architecture-group/Privatesubnet', tint: 0.09, strokeWidth: 1 }
}

/** A zone's title stands in the middle, in one line. */
function zoneTitle(owner: string, rect: Rect, title: string, detail: string, remark: Remark | undefined): DisplayItem[] {
  const shown = fitText(title, TITLE.size, rect.width - 16, true)
  const full = remark ? signRoom(remark) + textWidth(remark.text, TITLE.remark, true) + 10 : detail === '' ? 0 : textWidth(detail, TITLE.detail) + 6
  const width = textWidth(shown, TITLE.size, true)
  const y = rect.y + 22
  if (full === 0 || width + full > rect.width - 16) return [{ type: 'text', owner, x: rect.x + rect.width / 2, y, text: shown, size: TITLE.size, ink: 'muted', bold: true, anchor: 'middle' }]
  const start = rect.x + (rect.width - width - full) / 2
  return [
    { type: 'text', owner, x: start, y, text: shown, size: TITLE.size, ink: 'muted', bold: true },
    ...(remark ? drawRemark(owner, remark, { x: start + width + 10, y, width: full, anchor: 'start', size: TITLE.remark }) : [{ type: 'text', owner, x: start + width + 6, y, text: detail, size: TITLE.detail, ink: 'muted', detail: true } as const]),
  ]
}

/** Title and detail beside the corner icon. */
function cornerTitle(owner: string, rect: Rect, title: string, detail: string, remark: Remark | undefined, room: number): DisplayItem[] {
  const x = rect.x + CORNER_SIZE + TITLE.gap
  const shown = fitText(title, TITLE.size, room, true)
  if (detail === '' && !remark) return [{ type: 'text', owner, x, y: rect.y + 20.5, text: shown, size: TITLE.size, ink: 'text', bold: true }]
  return [
    { type: 'text', owner, x, y: rect.y + 15, text: shown, size: TITLE.size, ink: 'text', bold: true },
    ...(remark ? drawRemark(owner, remark, { x, y: rect.y + 29, width: room, anchor: 'start', size: TITLE.remark }) : [{ type: 'text', owner, x, y: rect.y + 28, text: fitText(detail, TITLE.detail, room), size: TITLE.detail, ink: 'muted', detail: true } as const]),
  ]
}

/** Where a title has to end: before the frame's marks, and before a gateway that sits on its top border. */
function titleEnd(scene: Scene, id: string, rect: Rect, marks: number): number {
  const gateways = membersOf(scene.index, id).filter((member) => isOnBorder(scene.index, member)).flatMap((member) => scene.rect(member) ?? [])
  const above = gateways.filter((gateway) => gateway.y < rect.y && gateway.x > rect.x).map(({ x }) => x)
  return Math.min(rect.x + rect.width - 8 - marks, ...above)
}

/** What a collapsed box says of what it holds. */
function insideWords(scene: Scene, id: string, overlay: Overlay): string {
  const [count, findings] = [countWithin(scene.index, id), overlay.inside?.get(id) ?? 0]
  return `${count} inside${findings === 0 ? '' : ` · ${findings} ${findings === 1 ? 'finding' : 'findings'}`}`
}

/** A container or group box: its frame with corner icon and title, and its marks. */
export function drawFrame(scene: Scene, id: string, rect: Rect, overlay: Overlay): { readonly frame: DisplayItem[]; readonly label: DisplayItem[] } {
  const style = styleOf(scene, id)
  const box = boxOf(scene.index, id)
  const resource = scene.index.get(id as ResourceId)
  if (!style) return { frame: [], label: [] }
  const collapsed = isCollapsed(scene.index, id)
  const { title, detail: own } = box ? boxCaption(box) : resource ? captionOf(resource) : { title: '', detail: '' }
  const detail = collapsed ? insideWords(scene, id, overlay) : own
  const down = isDown(id, overlay)
  const frame: DisplayItem[] = [
    {
      type: 'box',
      owner: id,
      ...rect,
      stroke: down ? 'failed' : style.ink,
      strokeWidth: down ? 2 : style.strokeWidth,
      ...(style.dashed || down ? { dashed: true } : {}),
      ...(style.tint === undefined ? {} : { fill: style.ink, fillOpacity: style.tint }),
    },
  ]
  // A second outline behind: there is more in there than shows.
  if (collapsed) frame.unshift({ type: 'box', owner: id, x: rect.x + 4, y: rect.y + 4, width: rect.width, height: rect.height, stroke: style.ink, strokeWidth: 1, fill: 'background' }, { type: 'box', owner: id, ...rect, fill: 'background' })
  const remark = overlay.remarks?.at.get(id)
  if (remark?.isHatched) frame.push({ type: 'hatch', owner: id, ...rect, ink: remark.sign ? lookOf(remark.sign).ink : 'muted', opacity: 0.3 })
  const ring = pathInk(id, overlay)
  if (ring) frame.push({ type: 'box', owner: id, x: rect.x - 2, y: rect.y - 2, width: rect.width + 4, height: rect.height + 4, stroke: ring, strokeWidth: 3 })
  if (style.icon !== undefined) frame.push({ type: 'icon', owner: id, x: rect.x, y: rect.y, size: CORNER_SIZE, icon: style.icon })
  const right = rect.x + rect.width
  const marks = marksOf(id, overlay, {
    finding: { x: right - BADGE - 6, y: rect.y + 5 },
    singlePoint: { x: right - BADGE - PILL_WIDTH - 11, y: rect.y + 6.5 },
    order: { x: right - BADGE / 2, y: rect.y - BADGE / 2 },
  })
  const used = (overlay.findings?.has(id) ? BADGE + 6 : 0) + (overlay.singlePoints?.has(id) ? PILL_WIDTH + 6 : 0)
  const lock = padlock(id, overlay, { x: right - used - 18, y: rect.y + 7 })
  frame.push(...(style.icon === undefined ? zoneTitle(id, rect, title, detail, remark) : cornerTitle(id, rect, title, detail, remark, titleEnd(scene, id, rect, used + (lock.length > 0 ? 18 : 0)) - rect.x - CORNER_SIZE - TITLE.gap)))
  return { frame, label: [...strike(id, overlay, { x: rect.x + 2, y: rect.y + 2, width: CORNER_SIZE - 4, height: CORNER_SIZE - 4 }), ...marks, ...lock] }
}
