import type { Resource } from '../model/index.ts'
import { captionOf } from './captions.ts'
import { styleOf } from './link-style.ts'
import type { Point } from './display-list.ts'
import type { Rect } from './rects.ts'
import { type Remark, signRoom } from './remarks.ts'
import { fitText, textWidth } from './text.ts'

/** Side of a link's icon. */
export const LINK_ICON = 26
const DISC = LINK_ICON / 2 + 3
/** Size of the letters and distance of the lines. */
export const LABEL = { size: 10, line: 13 } as const
const SHORT = 64
const MOST = 220

/** A line of a label, relative to the point that it stands at. */
export interface LabelLine extends Point {
  readonly text: string
  readonly ink: 'text' | 'muted'
  readonly anchor: 'middle' | 'start' | 'end'
  /** What an overlay says; its text is that of the line. */
  readonly remark?: Remark
}

/** One way to write a label: what of it is shown, and how much worse that is than all of it. */
export interface LabelForm {
  readonly icon: boolean
  readonly lines: readonly LabelLine[]
  readonly cost: number
  /** It says all that there is to say. */
  readonly isWhole: boolean
  /** What it covers, relative to its point. */
  readonly rects: readonly Rect[]
}

/** What `maskOf` clears above and below the baseline. */
const MASK = { above: LABEL.size, below: LABEL.size * 0.35 } as const
/** From the middle of small letters down to their baseline. */
const BASELINE = 3.5

function rectOf({ text, x, y, anchor, remark }: LabelLine): Rect {
  const width = textWidth(text, LABEL.size, remark !== undefined) + 4 + (remark ? signRoom(remark) : 0)
  return { x: anchor === 'middle' ? x - width / 2 : anchor === 'start' ? x - 2 : x - width + 2, y: y - MASK.above, width, height: MASK.above + MASK.below }
}

function form(icon: boolean, lines: readonly LabelLine[], cost: number, isWhole: boolean): LabelForm {
  const disc = { x: -DISC, y: -DISC, width: 2 * DISC, height: 2 * DISC }
  return { icon, lines, cost, isWhole, rects: [...(icon ? [disc] : []), ...lines.map(rectOf)] }
}

/** Where the text of a label stands: on the line, below its icon, or beside an upright line. */
type Stand = 'on' | 'below' | 'right' | 'left'

/** A line of a label before it has its place. */
type Line = Omit<LabelLine, 'x' | 'y' | 'anchor'>

function stood(texts: readonly Line[], stand: Stand, icon: boolean): LabelLine[] {
  const side = (icon ? DISC : 0) + 5
  return texts.map((line, row): LabelLine => {
    if (stand === 'below') return { ...line, x: 0, y: LINK_ICON / 2 + 14 + row * LABEL.line, anchor: 'middle' }
    const y = BASELINE + (row - (texts.length - 1) / 2) * LABEL.line
    if (stand === 'on') return { ...line, x: 0, y, anchor: 'middle' }
    return { ...line, x: stand === 'right' ? side : -side, y, anchor: stand === 'right' ? 'start' : 'end' }
  })
}

const forms = new WeakMap<Resource, { readonly level: readonly LabelForm[]; readonly upright: readonly LabelForm[] }>()

/** The ways to write a label that says what an overlay does: by its name where there is room, and left out only where there is none at all. */
function remarkForms(link: Resource, remark: Remark): { readonly level: readonly LabelForm[]; readonly upright: readonly LabelForm[] } {
  const { title } = captionOf(link)
  const said: Line = { text: fitText(remark.text, LABEL.size, MOST, true), ink: 'text', remark }
  const name: Line = { text: fitText(title, LABEL.size, MOST), ink: 'muted' }
  const short: Line = { ...said, text: fitText(remark.text, LABEL.size, SHORT, true) }
  const made = (stands: readonly Stand[]): LabelForm[] =>
    [
      ...stands.flatMap((stand, at) => [
        ...(title === '' ? [] : [form(false, stood([name, said], stand, false), at * 3, true)]),
        form(false, stood([said], stand, false), (title === '' ? 0 : 10) + at * 3, title === ''),
        ...(short.text === said.text ? [] : [form(false, stood([short], stand, false), 50 + at * 3, false)]),
      ]),
      form(false, [], 400, false),
    ].sort((a, b) => a.cost - b.cost)
  return { level: made(['on']), upright: made(['on', 'right', 'left']) }
}

/** The ways to write a link's label on a level or an upright piece, best first; the last one leaves it out. */
export function formsOf(link: Resource, remark?: Remark): { readonly level: readonly LabelForm[]; readonly upright: readonly LabelForm[] } {
  if (remark) return remarkForms(link, remark)
  const known = forms.get(link)
  if (known) return known
  const { title, detail } = captionOf(link)
  const hasIcon = styleOf(link).icon === true
  const name = { text: fitText(title, LABEL.size, MOST), ink: 'text' as const }
  const more = { text: fitText(detail, LABEL.size, MOST), ink: 'muted' as const }
  const both = { text: fitText(title !== '' && detail !== '' ? `${title} · ${detail}` : title || detail, LABEL.size, MOST), ink: 'text' as const }
  const short = { text: fitText(title || detail, LABEL.size, SHORT), ink: 'text' as const }
  const full = [name, more].filter(({ text }) => text !== '')
  const unique = [both, name, short].filter(({ text }, at, all) => text !== '' && all.findIndex((other) => other.text === text) === at)
  const plain = unique.map((text, at) => ({ text, cost: [0, 12, 34][[both, name, short].indexOf(text)] ?? at * 20 }))
  const made = (isLevel: boolean): LabelForm[] => {
    const beside: readonly Stand[] = isLevel ? ['on'] : ['on', 'right', 'left']
    const all: LabelForm[] = []
    if (hasIcon) {
      for (const stand of isLevel ? (['below'] as const) : (['right', 'left', 'below'] as const)) {
        all.push(form(true, stood(full, stand, true), stand === 'below' ? 0 : 2, true))
        if (full.length > 1) all.push(form(true, stood([name], stand, true), 8, false))
      }
    }
    for (const { text, cost } of plain) for (const [at, stand] of beside.entries()) all.push(form(false, stood([text], stand, false), cost + (hasIcon ? 16 : 0) + at * 3, text.text === both.text))
    if (hasIcon) all.push(form(true, [], 60, false))
    all.push(form(false, [], unique.length === 0 ? 0 : 140, unique.length === 0))
    return all.sort((a, b) => a.cost - b.cost)
  }
  const found = { level: made(true), upright: made(false) }
  forms.set(link, found)
  return found
}
