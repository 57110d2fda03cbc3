import type { DisplayItem, DisplayList } from './display-list.ts'
import { type Rect, unionOf } from './rects.ts'
import { textWidth } from './text.ts'

type Text = Extract<DisplayItem, { readonly type: 'text' }>

/** The rectangle that a line of text fills, with a little room; what `masked` text clears. */
export function maskOf(text: Text): Rect {
  const width = textWidth(text.text, text.size, text.bold)
  const x = text.anchor === 'middle' ? text.x - width / 2 : text.anchor === 'end' ? text.x - width : text.x
  return { x: x - 2, y: text.y - text.size, width: width + 4, height: text.size * 1.35 }
}

function extentOf(item: DisplayItem): Rect {
  switch (item.type) {
    case 'text':
      return maskOf(item)
    case 'hatch':
      return item
    case 'box': {
      const half = (item.strokeWidth ?? 1) / 2
      return { x: item.x - half, y: item.y - half, width: item.width + 2 * half, height: item.height + 2 * half }
    }
    case 'line': {
      const around = unionOf(item.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? { x: 0, y: 0, width: 0, height: 0 }
      const half = item.width / 2
      return { x: around.x - half, y: around.y - half, width: around.width + item.width, height: around.height + item.width }
    }
    default:
      return { x: item.x, y: item.y, width: item.size, height: item.size }
  }
}

/** The rectangle that holds all items; empty at the origin for none. */
export function boundsOf(items: readonly DisplayItem[]): DisplayList['bounds'] {
  return unionOf(items.map(extentOf)) ?? { x: 0, y: 0, width: 0, height: 0 }
}
