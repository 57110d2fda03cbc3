import PDFDocument from 'pdfkit'
import { boundsOf } from '../../shared/drawing/bounds.ts'
import type { DisplayItem, DisplayList } from '../../shared/drawing/display-list.ts'
import type { Theme } from '../../shared/drawing/index.ts'
import { unionOf } from '../../shared/drawing/rects.ts'
import { fitText, textWidth } from '../../shared/drawing/text.ts'
import { FONT_FILES } from './fonts.ts'
import type { PictureOptions } from './options.ts'
import { PAPER, sheetFor, type Sheet } from './paper.ts'
import { paintItem, PDF_FONT, textAt } from './pdf-items.ts'

/** Stands in for the time of making, so that the same design gives the same bytes; it is not written to the file. */
const NO_DATE = new Date(0)

/** Below this share of its size, a drawing's text can hardly be read on paper. */
const READABLE = 0.25

function titleBlock(document: PDFKit.PDFDocument, sheet: Sheet, theme: Theme, name: string, options: PictureOptions): void {
  const top = sheet.height - PAPER.margin - PAPER.block
  const width = sheet.width - 2 * PAPER.margin
  document.lineWidth(0.75).strokeColor(theme.site).moveTo(PAPER.margin, top).lineTo(sheet.width - PAPER.margin, top).stroke()
  const right = [options.author, options.date].filter((part) => part !== undefined && part !== '')
  const taken = Math.max(0, ...right.map((part) => textWidth(part ?? '', 9)))
  const room = width - taken - 16
  textAt(document, fitText(name, 14, room, true), PAPER.margin, top + 21, { size: 14, bold: true, color: theme.text })
  if (options.title) textAt(document, fitText(options.title, 9, room), PAPER.margin, top + 36, { size: 9, color: theme.muted })
  for (const [line, part] of right.entries()) textAt(document, fitText(part ?? '', 9, width / 2), sheet.width - PAPER.margin, top + 19 + line * 14, { size: 9, color: theme.muted, anchor: 'end' })
}

/** One page: what is drawn, the name in its title block, whether what lies outside the bounds is cut off, and what stands below them. */
export interface Page {
  readonly list: DisplayList
  readonly name: string
  readonly isCut?: boolean
  readonly below?: readonly DisplayItem[]
}

/** What has to fit on the sheet. */
function contentOf({ list, below = [] }: Page): DisplayList {
  return below.length === 0 ? list : { ...list, bounds: unionOf([list.bounds, boundsOf(below)]) ?? list.bounds }
}

function drawPage(document: PDFKit.PDFDocument, { list, name, isCut = false, below = [] }: Page, sheet: Sheet, theme: Theme, options: PictureOptions): void {
  document.addPage({ size: [sheet.width, sheet.height], margin: 0 })
  document.rect(0, 0, sheet.width, sheet.height).fill(theme.background)
  document.save().translate(sheet.x, sheet.y).scale(sheet.scale).save()
  const { x, y, width, height } = list.bounds
  if (isCut) document.rect(x, y, width, height).clip()
  for (const item of list.items) paintItem(document, item, theme)
  document.restore()
  for (const item of below) paintItem(document, item, theme)
  document.restore()
  titleBlock(document, sheet, theme, name, options)
}

/** Drawings as a PDF, one to a page: vector, with selectable text, embedded fonts and title blocks. */
export async function toPdf(pages: readonly Page[], theme: Theme, name: string, options: PictureOptions, say: (message: string) => void): Promise<Uint8Array> {
  const sheets = pages.map((page) => sheetFor(contentOf(page), options))
  const least = Math.min(...sheets.map(({ scale }) => scale))
  if (least < READABLE * 0.75) say(`The drawing was scaled to ${Math.round((least / 0.75) * 100)} % to fit the page; choose a larger page, or "fit", to keep its text readable.`)
  const document = new PDFDocument({
    autoFirstPage: false,
    lang: 'en',
    displayTitle: true,
    info: { Title: name, Creator: 'Causeway', Producer: 'Causeway', CreationDate: NO_DATE, ...(options.author ? { Author: options.author } : {}), ...(options.title ? { Subject: options.title } : {}) },
  })
  delete document.info.CreationDate
  // Its XMP packet repeats the title without escaping it and insists on a date; the info dictionary says it all.
  Object.assign(document, { endMetadata: () => undefined })
  const chunks: Uint8Array[] = []
  const done = new Promise<void>((resolve, reject) => document.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', resolve).on('error', reject))
  document.registerFont(PDF_FONT.regular, FONT_FILES.regular).registerFont(PDF_FONT.bold, FONT_FILES.bold)
  for (const [at, page] of pages.entries()) {
    const sheet = sheets[at]
    if (sheet) drawPage(document, page, sheet, theme, options)
  }
  document.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}
