import { holderOf } from '../document/groups.ts'
import type { Resource } from '../model/index.ts'
import type { ResourceId } from '../model/id.ts'
import { iconNameOf } from '../model/variant.ts'
import { captionOf } from './captions.ts'
import type { DisplayItem } from './display-list.ts'
import { iconOf } from './icons/index.ts'
import { BADGE, marksOf, padlock, pathInk, PILL_WIDTH, strike } from './marks.ts'
import type { Overlay } from './overlay.ts'
import { drawRemark } from './remarks.ts'
import { isOnBorder, type Rect } from './rects.ts'
import type { Scene } from './scene.ts'
import { ICON_INSET, ICON_SIZE } from './sizes.ts'
import { fitText, textWidth } from './text.ts'

const NAME = { size: 12, baseline: ICON_SIZE + 16 } as const
const DETAIL = { size: 10, baseline: ICON_SIZE + 30 } as const
const REMARK_SIZE = 11

/** A node: icon, name and one line of detail, its marks on the icon's corners. */
export function drawNode(scene: Scene, resource: Resource, rect: Rect, overlay: Overlay): { readonly node: DisplayItem[]; readonly label: DisplayItem[] } {
  const owner = resource.id
  const icon = iconNameOf(resource) ?? ''
  const [x, y] = [rect.x + ICON_INSET, rect.y]
  const middle = rect.x + rect.width / 2
  const { title, detail, short } = captionOf(resource)
  const holder = holderOf(scene.index, owner)
  // In a subnet a mask would cut a hole into the tint; elsewhere links may pass behind the label.
  const masked = scene.index.get(holder as ResourceId)?.kind === 'subnet' ? {} : { masked: true as const }
  const node: DisplayItem[] = []
  if (isOnBorder(scene.index, owner)) node.push({ type: 'box', owner, x: x - 1, y: y - 1, width: ICON_SIZE + 2, height: ICON_SIZE + 2, radius: (ICON_SIZE + 2) / 2, fill: 'background' })
  if (iconOf(icon).plate) node.push({ type: 'box', owner, x, y, width: ICON_SIZE, height: ICON_SIZE, radius: 8, fill: 'plate' })
  const ring = pathInk(owner, overlay)
  if (ring) node.push({ type: 'box', owner, x: x - 3, y: y - 3, width: ICON_SIZE + 6, height: ICON_SIZE + 6, radius: 9, stroke: ring, strokeWidth: 3 })
  node.push({ type: 'icon', owner, x, y, size: ICON_SIZE, icon })
  const name = fitText(title, NAME.size, rect.width)
  const line = fitText(short !== undefined && textWidth(detail, DETAIL.size) > rect.width ? short : detail, DETAIL.size, rect.width)
  if (name !== '') node.push({ type: 'text', owner, x: middle, y: rect.y + NAME.baseline, text: name, size: NAME.size, ink: 'text', anchor: 'middle', ...masked })
  const remark = overlay.remarks?.at.get(owner)
  if (remark) node.push(...drawRemark(owner, remark, { x: middle, y: rect.y + DETAIL.baseline + 1, width: rect.width, anchor: 'middle', size: REMARK_SIZE, isMasked: 'masked' in masked }))
  else if (line !== '') node.push({ type: 'text', owner, x: middle, y: rect.y + DETAIL.baseline, text: line, size: DETAIL.size, ink: 'muted', anchor: 'middle', detail: true, ...masked })
  const struck = strike(owner, overlay, { x: x + 4, y: y + 4, width: ICON_SIZE - 8, height: ICON_SIZE - 8 })
  const marks = marksOf(owner, overlay, {
    finding: { x: x + ICON_SIZE - BADGE / 2, y: y - BADGE / 2 + 1 },
    singlePoint: { x: x + 8 - PILL_WIDTH, y: y - 6 },
    order: { x: x + ICON_SIZE - BADGE / 2, y: y + ICON_SIZE - BADGE / 2 - 2 },
  })
  return { node, label: [...struck, ...marks, ...padlock(owner, overlay, { x: x - 12, y: y + ICON_SIZE - 13 })] }
}
