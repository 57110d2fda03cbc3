import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Resource } from '../model/index.ts'
import type { DisplayItem } from './display-list.ts'
import { drawLegend, legendSize } from './legend.ts'
import type { Overlay } from './overlay.ts'
import type { Rect } from './rects.ts'
import type { Size } from './sizes.ts'
import { fitText, textWidth } from './text.ts'

const TITLE = { size: 13, line: 20 } as const
const TEXT = { size: 12, line: 17 } as const
const PADDING = 10
const NOTE_WIDTH = 200

/** The longest beginning of a word that fits, at least one character. */
function headOf(word: readonly string[], size: number, width: number): number {
  let length = 1
  while (length < word.length && textWidth(word.slice(0, length + 1).join(''), size) <= width) length += 1
  return length
}

/** The text in lines no wider than that: broken at spaces and line ends, and within words that are too long for a line. */
export function wrapText(text: string, size: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      if (textWidth(line === '' ? word : `${line} ${word}`, size) <= width) {
        line = line === '' ? word : `${line} ${word}`
        continue
      }
      if (line !== '') lines.push(line)
      let rest = [...word]
      while (textWidth(rest.join(''), size) > width && rest.length > 1) {
        const length = headOf(rest, size, width)
        lines.push(rest.slice(0, length).join(''))
        rest = rest.slice(length)
      }
      line = rest.join('')
    }
    return [...lines, line]
  })
}

const wrapped = new WeakMap<Resource, { readonly width: number; readonly lines: readonly string[] }>()

function linesOf(note: Resource, width: number): readonly string[] {
  const known = wrapped.get(note)
  if (known?.width === width) return known.lines
  const lines = note.notes ? wrapText(note.notes, TEXT.size, width - 2 * PADDING) : []
  wrapped.set(note, { width, lines })
  return lines
}

/** The size of an annotation, or what it becomes with another wanted one: a note's height follows its text, a legend's what there is to list. Undefined for everything else. */
export function annotationSize(index: DesignIndex, id: string, wanted: Partial<Size> = {}): Size | undefined {
  const resource = index.get(id as ResourceId)
  if (resource?.kind === 'legend') return legendSize(index, resource)
  if (resource?.kind === 'frame') return { width: wanted.width ?? resource.width, height: wanted.height ?? resource.height }
  if (resource?.kind !== 'note') return undefined
  const width = wanted.width ?? resource.width ?? NOTE_WIDTH
  return { width, height: 2 * PADDING + (resource.name === '' ? 0 : TITLE.line) + linesOf(resource, width).length * TEXT.line }
}

/** A note with its text, a legend (of what the overlay shows as well), or a frame with its title behind everything else. */
export function drawAnnotation(index: DesignIndex, resource: Resource, rect: Rect, overlay: Overlay): { readonly frame?: DisplayItem[]; readonly node?: DisplayItem[] } {
  if (resource.kind === 'legend') return drawLegend(index, resource, rect, overlay)
  const owner = resource.id
  const title = fitText(resource.name, TITLE.size, rect.width - 2 * PADDING, true)
  const heading: DisplayItem[] = title === '' ? [] : [{ type: 'text', owner, x: rect.x + PADDING, y: rect.y + PADDING + TITLE.size, text: title, size: TITLE.size, ink: 'text', bold: true }]
  if (resource.kind === 'frame') return { frame: [{ type: 'box', owner, ...rect, stroke: 'muted', dashed: true, radius: 6 }, ...heading] }
  const top = rect.y + PADDING + (title === '' ? 0 : TITLE.line)
  const lines = linesOf(resource, rect.width).map((text, at): DisplayItem => ({ type: 'text', owner, x: rect.x + PADDING, y: top + at * TEXT.line + TEXT.size, text, size: TEXT.size, ink: 'text' }))
  return { node: [{ type: 'box', owner, ...rect, fill: 'surface', stroke: 'muted', radius: 4 }, ...heading, ...lines.filter((line) => line.type === 'text' && line.text !== '')] }
}
