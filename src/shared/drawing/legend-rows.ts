import type { Intent } from '../document/design.ts'
import { hiddenIn, shownFor } from '../document/collapsed.ts'
import { boxOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { relationLinesOf } from '../document/relation-lines.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf, type Kind, KIND_DEFINITIONS, type Resource } from '../model/index.ts'
import { isHidden, isIntentLineHidden } from './hidden.ts'
import { intentLinesOf } from './intent-lines.ts'
import { legsOf } from './legs.ts'
import { type LinkStyle, styleOf } from './link-style.ts'
import type { MarkSeverity, Overlay } from './overlay.ts'
import { lookOf, type Sign, SIGNS } from './remarks.ts'

/** A mark that a drawing can bear. */
export type Mark = MarkSeverity | 'single-point' | 'failed' | 'carried' | 'link-failed' | 'link-carried' | 'tunnel' | 'path' | 'stop' | 'locked'

/** What a legend explains: a look of links with all that looks so, the line of relations, a line of intents, a mark, or a sign of the overlay. Every word is a line of its own. */
export type LegendRow = { readonly words: readonly string[] } & ({ readonly look: LinkStyle } | { readonly relation: true } | { readonly intent: Intent['expect'] } | { readonly mark: Mark } | { readonly sign: Sign })

const LINKS = KIND_DEFINITIONS.filter(({ appearance }) => appearance === 'link').map(({ kind }) => kind as Kind)

const MARK_WORDS: readonly (readonly [Mark, string])[] = [
  ['error', 'Error'],
  ['warning', 'Warning'],
  ['advice', 'Advice'],
  ['single-point', 'Single point of failure'],
  ['failed', 'Failed or switched off'],
  ['carried', 'Down with what it depends on'],
  ['link-failed', 'Line failed or switched off'],
  ['link-carried', 'Line down with what it depends on'],
  ['tunnel', 'One tunnel of two is down'],
  ['path', 'Path of the traced packet'],
  ['stop', 'Where the traced packet ends'],
  ['locked', 'Locked in place'],
]

const TUNNELS = ['no tunnel configured', 'one tunnel configured', 'two tunnels'] as const

/** A link in the words that its look stands for. */
function wordsOf(link: Resource): string {
  const { label } = definitionOf(link.kind)
  if (link.kind === 'vpn-connection') return `${label}, ${TUNNELS[link.TunnelOptions.filter(({ configured }) => configured).length] ?? 'two tunnels'}`
  return link.kind === 'vpc-peering-connection' && link.Status === 'pending-acceptance' ? `${label}, pending` : label
}

function hasPlace(index: DesignIndex, id: string): boolean {
  return hiddenIn(index, id) === undefined && (index.design.placements[id as ResourceId] !== undefined || boxOf(index, id) !== undefined)
}

/** Whether a line runs between what is shown for two things. */
function isJoined(index: DesignIndex, from: ResourceId, to: ResourceId): boolean {
  const [one, other] = [shownFor(index, from), shownFor(index, to)]
  return one !== other && hasPlace(index, one) && hasPlace(index, other)
}

function isLink(index: DesignIndex, id: string): boolean {
  const kind = index.get(id as ResourceId)?.kind
  return kind !== undefined && definitionOf(kind).appearance === 'link'
}

/** Whether something is in the drawing. */
function isShown(index: DesignIndex, id: string, { hidden }: Overlay): boolean {
  if (hidden && isHidden(index, id, hidden)) return false
  const resource = index.get(id as ResourceId)
  if (resource && isLink(index, id)) return legsOf(resource).some(({ from, to }) => isJoined(index, from, to))
  return hasPlace(index, id)
}

function linkRows(index: DesignIndex, overlay: Overlay): LegendRow[] {
  const looks = new Map<string, { readonly look: LinkStyle; readonly words: Set<string> }>()
  for (const kind of LINKS) {
    for (const link of index.all(kind)) {
      const [look, words] = [styleOf(link), wordsOf(link)]
      const key = [look.ink, look.width, look.dashed, look.lines].join()
      const known = looks.get(key)
      if (known?.words.has(words) || !isShown(index, link.id, overlay)) continue
      if (known) known.words.add(words)
      else looks.set(key, { look, words: new Set([words]) })
    }
  }
  return [...looks.values()].map(({ look, words }) => ({ look, words: [...words] }))
}

function hasRelations(index: DesignIndex, overlay: Overlay): boolean {
  if (overlay.withoutRelations) return false
  return [...relationLinesOf(index).byId.values()].some(({ id, of, to }) => isJoined(index, of, to) && !(overlay.hidden && isHidden(index, id, overlay.hidden)))
}

/** What the lines of intents mean, and how many are too many to be drawn. */
function intentRows(index: DesignIndex, { intents, hidden }: Overlay): LegendRow[] {
  if (hidden?.has('Intents')) return []
  const { lines, left } = intentLinesOf(index, intents)
  const shown = lines.filter((line) => !(hidden && isIntentLineHidden(index, line, hidden)))
  const expects = new Set(shown.flatMap((line) => line.intents.map(({ expect }) => expect)))
  const rows = ([['reach', 'Intent: must reach'], ['never', 'Intent: must never reach']] as const).filter(([expect]) => expects.has(expect) || (left > 0 && expect === 'reach'))
  return rows.map(([intent, words]) => ({ intent, words: [words, ...(intent === 'reach' && left > 0 ? [`(${left} more not drawn: select an end)`] : [])] }))
}

/** What bears a mark. */
function bearersOf(mark: Mark, index: DesignIndex, overlay: Overlay): readonly string[] {
  switch (mark) {
    case 'single-point':
      return [...(overlay.singlePoints ?? [])]
    case 'failed':
    case 'carried':
      return [...(overlay[mark] ?? [])].filter((id) => !isLink(index, id))
    case 'link-failed':
      return [...(overlay.failed ?? [])].filter((id) => isLink(index, id))
    case 'link-carried':
      return [...(overlay.carried ?? [])].filter((id) => isLink(index, id) && !overlay.failed?.has(id))
    case 'locked':
      return [...(overlay.locked ?? [])]
    case 'tunnel':
      return [...(overlay.tunnels?.keys() ?? [])]
    case 'path':
      return [...(overlay.path?.hops ?? []), ...(overlay.path?.links ?? [])]
    case 'stop':
      return overlay.stop === undefined ? [] : [overlay.stop]
    default:
      return [...(overlay.findings ?? [])].flatMap(([id, severity]) => (severity === mark ? [id] : []))
  }
}

/** The signs of the chosen overlay that the drawing has, in their own order. */
export function signsShown(index: DesignIndex, overlay: Overlay): readonly Sign[] {
  const found = new Set<Sign>()
  for (const [id, { sign }] of overlay.remarks?.at ?? []) if (sign && !found.has(sign) && isShown(index, id, overlay)) found.add(sign)
  return (Object.keys(SIGNS) as Sign[]).filter((sign) => found.has(sign))
}

const plain = new WeakMap<DesignIndex, readonly LegendRow[]>()

function linesOf(index: DesignIndex, overlay: Overlay): readonly LegendRow[] {
  return [...linkRows(index, overlay), ...(hasRelations(index, overlay) ? [{ relation: true, words: ['What a setting joins'] } as const] : [])]
}

/** What a legend lists: the looks of lines in the drawing in catalogue order, then the marks, most urgent first; only what occurs and is not hidden. */
export function legendRows(index: DesignIndex, overlay: Overlay = {}): readonly LegendRow[] {
  let lines = plain.get(index)
  if (overlay.withoutRelations || overlay.hidden?.size) lines = linesOf(index, overlay)
  else if (!lines) plain.set(index, (lines = linesOf(index, overlay)))
  const marks = MARK_WORDS.filter(([mark]) => bearersOf(mark, index, overlay).some((id) => isShown(index, id, overlay)))
  return [...lines, ...intentRows(index, overlay), ...marks.map(([mark, words]) => ({ mark, words: [words] })), ...signsShown(index, overlay).map((sign) => ({ sign, words: [lookOf(sign).words] }))]
}
