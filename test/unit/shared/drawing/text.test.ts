import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { fitText, textWidth } from '../../../../src/shared/drawing/text.ts'

const require = createRequire(import.meta.url)

describe('text measured without a font engine', () => {
  it.each([
    ['regular', '400Regular/NotoSans_400Regular.ttf', false],
    ['bold', '600SemiBold/NotoSans_600SemiBold.ttf', true],
  ] as const)('agrees with the %s font file', (_name, file, bold) => {
    const document = new PDFDocument().font(require.resolve(`@expo-google-fonts/noto-sans/${file}`)).fontSize(1000)
    for (const text of ['10.0.0.0/16', 'prod-vpc.eu-central-1', 'Größe · Łódź', 'Сеть', 'Ελλάδα', '€ № “quoted” …']) {
      // The font engine also kerns, which moves letters by a hair.
      expect(Math.abs(textWidth(text, 1000, bold) / document.widthOfString(text) - 1)).toBeLessThan(0.015)
    }
  })

  it('gives characters without a glyph a width of their own', () => {
    expect(textWidth('東京', 10)).toBe(20)
    expect(textWidth('', 10)).toBe(0)
  })

  it('cuts what does not fit and says so with an ellipsis', () => {
    const long = 'database-primary-with-a-long-name'
    const cut = fitText(long, 12, 100)
    expect(cut).toMatch(/^database.*…$/)
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100)
    expect(textWidth(`${cut.slice(0, -1)}${long[cut.length - 1]}…`, 12)).toBeGreaterThan(100)
    expect(fitText('short', 12, 100)).toBe('short')
    expect(fitText(long, 12, 3)).toBe('')
  })

  it('never cuts a character in half', () => {
    expect(fitText('😀😀😀😀', 10, 25)).toMatch(/^(😀)+…$/u)
  })
})
