import { FONT_WIDTHS } from './font-widths.ts'

/** The bundled font: its family name and the weights that `bold` chooses between. */
export const FONT = { family: 'Noto Sans', regular: 400, bold: 600 } as const

/** Width of a character the font has no glyph for, in thousandths of the size: full width from the CJK blocks on. */
const MISSING = { narrow: 600, wide: 1000, firstWide: 0x2e80 } as const

function parse(weight: 'regular' | 'bold'): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (const [first, text] of FONT_WIDTHS[weight]) for (const [at, width] of text.split(' ').entries()) if (width !== '0') widths.set(first + at, Number(width))
  return widths
}

const WIDTHS = { regular: parse('regular'), bold: parse('bold') } as const

/** Width of a line of text in pixels, set in the bundled font without kerning. */
export function textWidth(text: string, size: number, bold = false): number {
  const widths = bold ? WIDTHS.bold : WIDTHS.regular
  let sum = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    sum += widths.get(code) ?? (code >= MISSING.firstWide ? MISSING.wide : MISSING.narrow)
  }
  return (sum * size) / 1000
}

/** The text, or as much of its beginning as fits with an ellipsis; empty when not even that fits. */
export function fitText(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text
  const characters = [...text]
  let [low, high] = [0, characters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (textWidth(`${characters.slice(0, middle).join('').trimEnd()}…`, size, bold) <= width) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : `${characters.slice(0, low).join('').trimEnd()}…`
}
