import { boundsOf } from './bounds.ts'
import type { DisplayItem, DisplayList } from './display-list.ts'

/** Room for a small picture, in CSS pixels. */
export const THUMBNAIL = { width: 320, height: 200, margin: 8 } as const

/** Small drawings are not blown up. */
const LARGEST_SCALE = 0.8

/** The smallest text that can be read, the smallest icon that can be told from a speck, and the thinnest line, in CSS pixels. */
const LEAST = { text: 7, icon: 2, box: 1, line: 0.9 } as const

/** A display list made for a small size, and the size at which to paint it. */
export interface Thumbnail {
  readonly list: DisplayList
  /** CSS pixels per canvas pixel. */
  readonly scale: number
}

function forScale(item: DisplayItem, scale: number): DisplayItem[] {
  const thinnest = LEAST.line / scale
  switch (item.type) {
    case 'text':
      return item.size * scale < LEAST.text ? [] : [item]
    case 'icon':
      return item.size * scale < LEAST.icon ? [] : [item]
    case 'hatch':
      return []
    case 'line':
      return [{ ...item, width: Math.max(item.width, thinnest), dashed: (item.dashed === true || item.longDashed === true) && scale > 0.3 }]
    case 'box':
      if (Math.max(item.width, item.height) * scale < LEAST.box) return []
      return [{ ...item, strokeWidth: Math.max(item.strokeWidth ?? 1, thinnest), dashed: item.dashed === true && scale > 0.3 }]
    case 'badge':
      return item.size * scale < LEAST.text ? [] : [item]
  }
}

/** What of a drawing can be seen in a small picture; undefined for an empty drawing. Pure. */
export function thumbnailOf({ items, bounds }: DisplayList): Thumbnail | undefined {
  if (items.length === 0) return undefined
  const scale = Math.min(LARGEST_SCALE, (THUMBNAIL.width - 2 * THUMBNAIL.margin) / Math.max(1, bounds.width), (THUMBNAIL.height - 2 * THUMBNAIL.margin) / Math.max(1, bounds.height))
  const kept = items.flatMap((item) => forScale(item, scale))
  return kept.length === 0 ? undefined : { list: { items: kept, bounds: boundsOf(kept) }, scale }
}
