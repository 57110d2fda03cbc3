import { maskOf } from '../../shared/drawing/bounds.ts'
import { dashOf, type DisplayItem, HATCH } from '../../shared/drawing/display-list.ts'
import { hatchOf } from '../../shared/drawing/hatch.ts'
import { iconOf, type Theme } from '../../shared/drawing/index.ts'
import { roundedLine } from '../../shared/drawing/round.ts'
import { textWidth } from '../../shared/drawing/text.ts'

type Item<T extends DisplayItem['type']> = Extract<DisplayItem, { readonly type: T }>

/** Names of the embedded fonts inside the document. */
export const PDF_FONT = { regular: 'regular', bold: 'bold' } as const

/** How a line of text is set. */
interface TextStyle {
  readonly size: number
  readonly color: string
  readonly bold?: boolean | undefined
  readonly anchor?: 'start' | 'middle' | 'end' | undefined
}

/** Sets one line of text at its baseline. */
export function textAt(document: PDFKit.PDFDocument, text: string, x: number, y: number, style: TextStyle): void {
  if (text === '') return
  const width = textWidth(text, style.size, style.bold)
  const start = style.anchor === 'middle' ? x - width / 2 : style.anchor === 'end' ? x - width : x
  document.font(style.bold ? PDF_FONT.bold : PDF_FONT.regular, style.size).fillColor(style.color, 1)
  document.text(text, start, y, { lineBreak: false, baseline: 'alphabetic' })
}

function paintBox(document: PDFKit.PDFDocument, item: Item<'box'>, theme: Theme): void {
  const outline = (): PDFKit.PDFDocument => (item.radius ? document.roundedRect(item.x, item.y, item.width, item.height, item.radius) : document.rect(item.x, item.y, item.width, item.height))
  if (item.fill) outline().fillColor(theme[item.fill], item.fillOpacity ?? 1).fill()
  if (!item.stroke) return
  document.lineWidth(item.strokeWidth ?? 1).strokeColor(theme[item.stroke], 1)
  dashed(document, dashOf(item))
  outline().stroke()
}

function dashed(document: PDFKit.PDFDocument, pattern: ReturnType<typeof dashOf>): void {
  if (pattern) document.dash(pattern[0], { space: pattern[1] })
  else document.undash()
}

function paintLine(document: PDFKit.PDFDocument, item: Item<'line'>, theme: Theme): void {
  const [first] = item.points
  if (!first) return
  document.lineWidth(item.width).strokeColor(theme[item.ink], item.opacity ?? 1)
  dashed(document, dashOf(item))
  document.moveTo(first.x, first.y)
  for (const { control, to } of roundedLine(item.points)) {
    if (control) document.quadraticCurveTo(control.x, control.y, to.x, to.y)
    else document.lineTo(to.x, to.y)
  }
  document.stroke()
}

function paintIcon(document: PDFKit.PDFDocument, item: Item<'icon'>): void {
  const icon = iconOf(item.icon)
  const side = Number(icon.viewBox.split(' ')[2])
  document.save().translate(item.x, item.y).scale(item.size / side)
  for (const { d, fill, rule } of icon.paths) document.path(d).fillColor(fill, 1).fill(rule === 'evenodd' ? 'even-odd' : 'non-zero')
  document.restore()
}

function paintHatch(document: PDFKit.PDFDocument, item: Item<'hatch'>, theme: Theme): void {
  document.undash().lineWidth(HATCH.width).strokeColor(theme[item.ink], item.opacity)
  for (const [from, to] of hatchOf(item)) document.moveTo(from.x, from.y).lineTo(to.x, to.y)
  document.stroke()
}

function paintBadge(document: PDFKit.PDFDocument, item: Item<'badge'>, theme: Theme): void {
  const half = item.size / 2
  const size = item.size * (item.glyph.length > 1 ? 0.55 : 0.68)
  document.undash().circle(item.x + half, item.y + half, half).lineWidth(1.5).fillColor(theme[item.ink], 1).strokeColor(theme.background, 1).fillAndStroke()
  textAt(document, item.glyph, item.x + half, item.y + half + size * 0.36, { size, bold: true, color: theme.background, anchor: 'middle' })
}

/** Paints one item of a display list; the document's origin and scale are the drawing's. */
export function paintItem(document: PDFKit.PDFDocument, item: DisplayItem, theme: Theme): void {
  switch (item.type) {
    case 'box':
      return paintBox(document, item, theme)
    case 'line':
      return paintLine(document, item, theme)
    case 'icon':
      return paintIcon(document, item)
    case 'hatch':
      return paintHatch(document, item, theme)
    case 'badge':
      return paintBadge(document, item, theme)
    case 'text': {
      if (item.masked) {
        const { x, y, width, height } = maskOf(item)
        document.rect(x, y, width, height).fillColor(theme.background, 1).fill()
      }
      textAt(document, item.text, item.x, item.y, { size: item.size, bold: item.bold, color: theme[item.ink], anchor: item.anchor })
    }
  }
}
