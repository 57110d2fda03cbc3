import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { API } from '../../../../src/shared/api.ts'
import { type PictureFormat, type PictureOptions, renderPicture } from '../../../../src/main/pictures/index.ts'
import { affordableScale } from '../../../../src/main/pictures/png.ts'
import { PAPER, sheetFor } from '../../../../src/main/pictures/paper.ts'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { drawDesign } from '../../../../src/shared/drawing/index.ts'
import { HUB, HYBRID, laidOut, sketched } from '../../shared/drawing/designs.ts'

const hybrid = laidOut(sketched('Hybrid & "quoted" Größe', HYBRID))
const hub = laidOut(sketched('Hub', HUB))
const options = (given: Partial<PictureOptions> = {}): PictureOptions => ({ ...API['export.picture'].input.shape.options.parse(undefined), ...given })
const render = (format: PictureFormat, given: Partial<PictureOptions> = {}) => renderPicture(hybrid, format, options(given))

/** Width and height from a PNG's header. */
function pngSize(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return [view.getUint32(16), view.getUint32(20)]
}

/** A PDF with its compressed streams spelled out, one character per byte. */
function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1')
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, data: string) => {
    try {
      return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    } catch {
      return whole
    }
  })
}

/** The text that can be selected, read through the fonts' tables from glyphs to characters. */
function selectableText(pdf: string): string {
  const maps = [...pdf.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)].map(([, body = '']) => {
    const map = new Map<number, string>()
    for (const [, first = '', , list = ''] of body.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
      for (const [at, [, hex = '']] of [...list.matchAll(/<(\w+)>/g)].entries()) map.set(Number.parseInt(first, 16) + at, Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    }
    return map
  })
  const lines = [...pdf.matchAll(/\[([^\]]*)\] TJ/g)].map(([, body = '']) => [...body.matchAll(/<(\w+)>/g)].map(([, hex = '']) => hex).join(''))
  return lines.flatMap((hex) => maps.map((map) => (hex.match(/.{4}/g) ?? []).map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '?').join(''))).join('\n')
}

describe('every picture', () => {
  it.each(['svg', 'png', 'pdf'] as const)('%s has the same bytes every time', async (format) => {
    const given = { title: 'Second sheet', author: 'Network team', date: '2026-11-22' }
    expect(Buffer.compare(await render(format, given), await render(format, given))).toBe(0)
  })

  it.each(['svg', 'png', 'pdf'] as const)('%s of an empty design is a picture too', async (format) => {
    expect((await renderPicture(emptyDesign('Empty'), format, options())).length).toBeGreaterThan(100)
  })

  it.each(['svg', 'png', 'pdf'] as const)('%s differs between light and dark', async (format) => {
    expect(Buffer.compare(await render(format), await render(format, { theme: 'dark' }))).not.toBe(0)
  })
})

it('writes SVG that a strict reader takes, whatever things are called', async () => {
  const names = ['<b>&"\'', ']]>', '\u0000\u0007\ud800', '\u202e right to left', '東京 😀', 'a'.repeat(255)]
  const hostile = laidOut(sketched('<!--', names.map((name, at) => [`site:s${at}`, { name }] as const)))
  for (const format of ['svg', 'png', 'pdf'] as const) expect((await renderPicture(hostile, format, options())).length).toBeGreaterThan(1000)
})

describe('PNG', () => {
  it('is as large as the drawing with its margin, times the scale', async () => {
    const { width, height } = drawDesign(hybrid).bounds
    for (const scale of [1, 2]) {
      const [x, y] = pngSize(await render('png', { scale }))
      expect(Math.abs(x - (width + 48) * scale)).toBeLessThanOrEqual(scale)
      expect(Math.abs(y - (height + 48) * scale)).toBeLessThanOrEqual(scale)
    }
  })

  it('draws its text with the bundled font: without names it is smaller', async () => {
    const nameless = { ...hybrid, resources: Object.fromEntries(Object.entries(hybrid.resources).map(([id, resource]) => [id, { ...resource, name: ' ' }])) as typeof hybrid.resources }
    expect((await renderPicture(nameless, 'png', options())).length).toBeLessThan((await render('png')).length * 0.95)
  })

  it('scales a huge drawing down, and says so', async () => {
    const list = (width: number, height: number) => ({ items: [], bounds: { x: 0, y: 0, width, height } })
    expect(affordableScale(list(1000, 1000), 2)).toBe(2)
    expect(affordableScale(list(100_000, 50), 2)).toBeLessThan(0.21)
    expect(affordableScale(list(30_000, 30_000), 1) ** 2 * 30_048 ** 2).toBeCloseTo(80_000_000, -3)
    const notices: string[] = []
    const far = { ...hybrid, placements: { ...hybrid.placements, ['instance:web-a' as never]: { x: 60_000, y: 10 } } }
    const [width] = pngSize(await renderPicture(far, 'png', options({ scale: 1 }), (notice) => notices.push(notice)))
    expect(width).toBeLessThanOrEqual(20_000)
    expect(notices).toEqual([expect.stringContaining('too large for a PNG at scale 1')])
  })
})

describe('PDF', () => {
  it('has a page for each saved view, without its hidden layers and cut to what it looks at', async () => {
    const view = (name: string, rank: number, hidden: readonly string[]) => ({ id: `view:${rank}`, name, rank, area: { x: 0, y: 0, width: 400, height: 300 }, hidden, marking: 'none' })
    const viewed = { ...hybrid, views: { 'view:0': view('Customer side', 0, []), 'view:1': view('Without devices', 1, ['Customer network']) } } as unknown as Design
    const pagesOf = async (views: boolean) => pdfText(await renderPicture(viewed, 'pdf', options({ views })))
    const pages = (pdf: string) => [...pdf.matchAll(/\/Type \/Page\b/g)].length
    const [one, three] = [await pagesOf(false), await pagesOf(true)]
    expect([pages(one), pages(three)]).toEqual([1, 3])
    expect(selectableText(three)).toContain('Customer side')
    const device = 'hq-router'
    const times = (pdf: string) => selectableText(pdf).split(device).length
    expect(times(three) - times(one)).toBe(1)
  })

  it('draws the overlay of a saved view on its page, with the key below it, and none elsewhere', async () => {
    const view = { id: 'view:0', name: 'What it costs', rank: 0, area: { x: 0, y: 0, width: 1200, height: 700 }, hidden: [], marking: 'all', overlay: 'cost' }
    const viewed = { ...hybrid, views: { 'view:0': view } } as unknown as Design
    const [without, shown] = await Promise.all([false, true].map(async (views) => selectableText(pdfText(await renderPicture(viewed, 'pdf', options({ views }))))))
    expect(shown).toContain('Overlay: Cost')
    expect(shown).toContain('$36.50/mo')
    expect(without).not.toContain('Overlay')
  })

  it('has selectable text, embedded fonts, and nothing about time', async () => {
    const pdf = pdfText(await render('pdf', { title: 'Second sheet', author: 'Network team', date: '2026-11-22' }))
    const text = selectableText(pdf)
    for (const line of ['Hybrid & "quoted" Größe', 'Second sheet', 'Network team', '2026-11-22', 'hq-router', '10.0.10.0/24', 'prod-vgw', 'eu-central-1a']) expect(text).toContain(line)
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(2)
    expect(pdf).not.toMatch(/CreationDate|ModDate/)
    expect(pdf).not.toMatch(/\/Subtype \/Image/)
  })

  it.each([
    ['A4', 'portrait', '595.28 841.89'],
    ['A3', 'landscape', '1190.55 841.89'],
    ['A0', 'landscape', '3370.39 2383.94'],
    ['Letter', 'portrait', '612 792'],
    ['Tabloid', 'landscape', '1224 792'],
  ] as const)('has a page of size %s %s', async (page, orientation, box) => {
    expect(pdfText(await render('pdf', { page, orientation }))).toContain(`/MediaBox [0 0 ${box}]`)
  })

  it.each(['fit', 'A4', 'A0', 'Letter'] as const)('keeps the drawing on the paper above the title block: %s', (page) => {
    for (const list of [drawDesign(hub), { items: [], bounds: { x: -5000, y: 300, width: 90_000, height: 70_000 } }, { items: [], bounds: { x: 0, y: 0, width: 10, height: 10 } }]) {
      const sheet = sheetFor(list, { page, orientation: 'portrait' })
      const { x, y, width, height } = list.bounds
      expect(Math.max(sheet.width, sheet.height)).toBeLessThanOrEqual(14_400)
      expect(sheet.x + x * sheet.scale).toBeGreaterThanOrEqual(PAPER.margin - 1e-6)
      expect(sheet.x + (x + width) * sheet.scale).toBeLessThanOrEqual(sheet.width - PAPER.margin + 1e-6)
      expect(sheet.y + y * sheet.scale).toBeGreaterThanOrEqual(PAPER.margin - 1e-6)
      expect(sheet.y + (y + height) * sheet.scale).toBeLessThanOrEqual(sheet.height - PAPER.margin - PAPER.block + 1e-6)
    }
  })

  it('says when the drawing had to shrink too far to be read', async () => {
    const notices: string[] = []
    const far = { ...hybrid, placements: { ...hybrid.placements, ['instance:web-a' as never]: { x: 20_000, y: 10 } } }
    await renderPicture(far, 'pdf', options({ page: 'A4' }), (notice) => notices.push(notice))
    expect(notices).toEqual([expect.stringMatching(/scaled to \d+ % to fit the page/)])
  })
})
