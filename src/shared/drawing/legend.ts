import type { DesignIndex } from '../document/query.ts'
import type { Resource } from '../model/index.ts'
import { endMark, INTENT_LOOK } from './intent-look.ts'
import { RELATION_LOOK } from './draw-relation.ts'
import type { DisplayItem, Point } from './display-list.ts'
import { legendRows, type LegendRow, type Mark } from './legend-rows.ts'
import { BADGE, marksOf, padlock, PILL_HEIGHT, PILL_WIDTH, strike } from './marks.ts'
import { SEVERITY_GLYPH, type Overlay } from './overlay.ts'
import { drawSign } from './remarks.ts'
import type { Size } from './sizes.ts'
import { fitText } from './text.ts'

const WIDTH = 292
const PADDING = 10
const TITLE = { size: 13, line: 20, gap: 4 } as const
const TEXT = { size: 12, line: 16 } as const
const ROW = 22
/** The samples stand in a column of this width before their words. */
const SAMPLE = { width: 36, gap: 10 } as const

const heightOf = ({ words }: LegendRow): number => ROW + (words.length - 1) * TEXT.line
const titleHeight = (legend: Resource): number => (legend.name === '' ? 0 : TITLE.line + TITLE.gap)

/** The size of a legend: as high as what it lists. */
export function legendSize(index: DesignIndex, legend: Resource, overlay: Overlay = {}): Size {
  const rows = legendRows(index, overlay)
  return { width: WIDTH, height: 2 * PADDING + titleHeight(legend) + (rows.length === 0 ? ROW : rows.reduce((sum, row) => sum + heightOf(row), 0)) }
}

/** A line from side to side of the column whose middle is at a point. */
const across = ({ x, y }: Point): readonly Point[] => [{ x: x - SAMPLE.width / 2, y }, { x: x + SAMPLE.width / 2, y }]

/** A mark as things bear it, its middle at a point. */
function markSample(owner: string, mark: Mark, at: Point): DisplayItem[] {
  const { x, y } = at
  const down = { type: 'line', owner, points: across(at), ink: 'failed', width: 1.5, dashed: true } as const
  const own = new Set([owner])
  const disc = { x: x - BADGE / 2, y: y - BADGE / 2 }
  const square = { x: x - 7, y: y - 7, width: 14, height: 14 }
  switch (mark) {
    case 'single-point':
      return marksOf(owner, { singlePoints: own }, { finding: disc, order: disc, singlePoint: { x: x - PILL_WIDTH / 2, y: y - PILL_HEIGHT / 2 } })
    case 'failed':
    case 'carried':
      return strike(owner, { [mark]: own }, square)
    case 'link-failed':
      return [down, { type: 'badge', owner, ...disc, size: BADGE, ink: 'failed', glyph: '×' }]
    case 'link-carried':
      return [down]
    case 'tunnel':
      return [{ type: 'badge', owner, ...disc, size: BADGE, ink: 'failed', glyph: '½' }]
    case 'path':
      return [10.5, 2].map((width): DisplayItem => ({ type: 'line', owner, points: across(at), ink: 'path', width, ...(width > 2 ? { opacity: 0.3 } : {}) }))
    case 'stop':
      return [{ type: 'box', owner, ...square, radius: 4, stroke: 'failed', strokeWidth: 3 }, { type: 'badge', owner, x, y: y - 4, size: BADGE - 4, ink: 'failed', glyph: '×' }]
    case 'locked':
      return padlock(owner, { locked: own }, { x: x - 5, y: y - 6 })
    default:
      return [{ type: 'badge', owner, ...disc, size: BADGE, ink: mark, glyph: SEVERITY_GLYPH[mark] }]
  }
}

/** A stroke or mark as the drawing has it, in the column of samples. */
function sampleOf(owner: string, row: LegendRow, { x, y }: Point): DisplayItem[] {
  const middle = { x: x + SAMPLE.width / 2, y }
  if ('mark' in row) return markSample(owner, row.mark, middle)
  if ('sign' in row) return drawSign(owner, row.sign, middle, 14)
  if ('relation' in row) return [{ type: 'line', owner, points: across(middle), ...RELATION_LOOK }]
  if ('intent' in row) {
    const points = across(middle)
    const strokes = endMark(points, row.intent === 'never').map((stroke): DisplayItem => ({ type: 'line', owner, points: stroke, ink: INTENT_LOOK.ink, width: 1.75 }))
    return [{ type: 'line', owner, points, ...INTENT_LOOK }, ...strokes]
  }
  const { ink, width, dashed, lines } = row.look
  return lines.map((by) => ({ type: 'line', owner, points: across({ ...middle, y: y + by }), ink, width, ...(dashed ? { dashed } : {}) }))
}

/** A legend: its title, and a sample with its words for everything that the drawing has. */
export function drawLegend(index: DesignIndex, legend: Resource, { x, y }: Point, overlay: Overlay): { readonly node: DisplayItem[] } {
  const owner = legend.id
  const left = x + PADDING
  const node: DisplayItem[] = [{ type: 'box', owner, x, y, ...legendSize(index, legend, overlay), fill: 'surface', stroke: 'muted', radius: 4 }]
  if (legend.name !== '') node.push({ type: 'text', owner, x: left, y: y + PADDING + TITLE.size, text: fitText(legend.name, TITLE.size, WIDTH - 2 * PADDING, true), size: TITLE.size, ink: 'text', bold: true })
  let top = y + PADDING + titleHeight(legend)
  const rows = legendRows(index, overlay)
  const words = (text: string, at: number, start: number, ink: 'text' | 'muted'): DisplayItem => ({ type: 'text', owner, x: start, y: top + 15 + at * TEXT.line, text: fitText(text, TEXT.size, x + WIDTH - PADDING - start), size: TEXT.size, ink })
  if (rows.length === 0) node.push(words('No lines or marks in the drawing yet', 0, left, 'muted'))
  for (const row of rows) {
    node.push(...sampleOf(owner, row, { x: left, y: top + ROW / 2 }), ...row.words.map((text, at) => words(text, at, left + SAMPLE.width + SAMPLE.gap, 'text')))
    top += heightOf(row)
  }
  return { node }
}
