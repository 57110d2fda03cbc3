import { maskOf } from './bounds.ts'
import { dashOf, type DisplayItem, type DisplayList, HATCH } from './display-list.ts'
import { hatchOf } from './hatch.ts'
import { iconOf } from './icons/index.ts'
import { roundedLine } from './round.ts'
import { FONT } from './text.ts'
import type { Theme } from './theme.ts'

/** What an SVG says besides the drawing. */
export interface SvgOptions {
  /** Its title, usually the design's name. */
  readonly title: string
  /** Space around the drawing in pixels. */
  readonly margin?: number
  /** What the ids of its symbols begin with: pictures in one page need ids of their own. */
  readonly ids?: string
}

/** Characters that XML 1.0 does not allow at all. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text that is safe in XML content and in double-quoted attributes. */
function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Two decimals are plenty, and the same everywhere. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

function dashed(item: Parameters<typeof dashOf>[0]): string {
  const pattern = dashOf(item)
  return pattern ? ` stroke-dasharray="${pattern.join(' ')}"` : ''
}

function svgOf(item: DisplayItem, theme: Theme, symbols: ReadonlyMap<string, string>): string {
  switch (item.type) {
    case 'box': {
      const stroke = item.stroke ? ` stroke="${theme[item.stroke]}" stroke-width="${n(item.strokeWidth ?? 1)}"${dashed(item)}` : ''
      const fill = item.fill ? `fill="${theme[item.fill]}"${item.fillOpacity === undefined ? '' : ` fill-opacity="${n(item.fillOpacity)}"`}` : 'fill="none"'
      return `<rect x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}"${item.radius ? ` rx="${n(item.radius)}"` : ''} ${fill}${stroke}/>`
    }
    case 'icon':
      return `<use href="#${symbols.get(item.icon)}" x="${n(item.x)}" y="${n(item.y)}" width="${n(item.size)}" height="${n(item.size)}"/>`
    case 'text': {
      const mask = maskOf(item)
      const cleared = item.masked ? `<rect x="${n(mask.x)}" y="${n(mask.y)}" width="${n(mask.width)}" height="${n(mask.height)}" fill="${theme.background}"/>` : ''
      return `${cleared}<text x="${n(item.x)}" y="${n(item.y)}" font-size="${n(item.size)}" fill="${theme[item.ink]}"${item.bold ? ` font-weight="${FONT.bold}"` : ''}${item.anchor && item.anchor !== 'start' ? ` text-anchor="${item.anchor}"` : ''}>${escapeXml(item.text)}</text>`
    }
    case 'line': {
      const [first] = item.points
      const d = first ? `M${n(first.x)} ${n(first.y)}${roundedLine(item.points).map(({ control, to }) => (control ? `Q${n(control.x)} ${n(control.y)} ${n(to.x)} ${n(to.y)}` : `L${n(to.x)} ${n(to.y)}`)).join('')}` : ''
      return `<path d="${d}" fill="none" stroke="${theme[item.ink]}" stroke-width="${n(item.width)}"${dashed(item)}${item.opacity === undefined ? '' : ` stroke-opacity="${n(item.opacity)}"`}/>`
    }
    case 'hatch': {
      const d = hatchOf(item).map(([from, to]) => `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}`).join('')
      return `<path d="${d}" fill="none" stroke="${theme[item.ink]}" stroke-width="${HATCH.width}" stroke-opacity="${n(item.opacity)}"/>`
    }
    case 'badge': {
      const half = item.size / 2
      const size = item.size * (item.glyph.length > 1 ? 0.55 : 0.68)
      return `<circle cx="${n(item.x + half)}" cy="${n(item.y + half)}" r="${n(half)}" fill="${theme[item.ink]}" stroke="${theme.background}" stroke-width="1.5"/><text x="${n(item.x + half)}" y="${n(item.y + half + size * 0.36)}" font-size="${n(size)}" font-weight="${FONT.bold}" text-anchor="middle" fill="${theme.background}">${escapeXml(item.glyph)}</text>`
    }
  }
}

function symbolsOf(list: DisplayList, ids = 'icon'): ReadonlyMap<string, string> {
  const symbols = new Map<string, string>()
  for (const item of list.items) if (item.type === 'icon' && !symbols.has(item.icon)) symbols.set(item.icon, `${ids}-${symbols.size + 1}`)
  return symbols
}

/** The drawing as SVG text: one self-contained file. Consecutive items of one owner share a group with its id in `data-id`. */
export function toSvg(list: DisplayList, theme: Theme, options: SvgOptions): string {
  const margin = options.margin ?? 24
  const [x, y, width, height] = [list.bounds.x - margin, list.bounds.y - margin, list.bounds.width + 2 * margin, list.bounds.height + 2 * margin].map(n)
  const symbols = symbolsOf(list, options.ids)
  const lines: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="'${FONT.family}', sans-serif">`,
    `<title>${escapeXml(options.title)}</title>`,
    '<defs>',
    ...[...symbols].map(([name, id]) => {
      const icon = iconOf(name)
      return `<symbol id="${id}" viewBox="${icon.viewBox}">${icon.paths.map(({ d, fill, rule }) => `<path d="${d}" fill="${fill}"${rule === 'evenodd' ? ' fill-rule="evenodd"' : ''}/>`).join('')}</symbol>`
    }),
    '</defs>',
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${theme.background}"/>`,
  ]
  let owner: string | undefined
  for (const item of list.items) {
    if (item.owner !== owner) lines.push(`${owner === undefined ? '' : '</g>'}<g data-id="${escapeXml(item.owner)}">`)
    owner = item.owner
    lines.push(svgOf(item, theme, symbols))
  }
  if (owner !== undefined) lines.push('</g>')
  lines.push('</svg>', '')
  return lines.join('\n')
}
