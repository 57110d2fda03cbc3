import { countWithin, isCollapsed } from '../../shared/document/collapsed.ts'
import { groupedOf } from '../../shared/document/groupings.ts'
import { boxOf, holderOf } from '../../shared/document/groups.ts'
import { type DesignIndex, displayName } from '../../shared/document/query.ts'
import { relationLinesOf, relationWords } from '../../shared/document/relation-lines.ts'
import { boxCaption, captionOf, type Overlay } from '../../shared/drawing/index.ts'
import { STATE_LOOK } from '../../shared/drawing/intent-label.ts'
import { type IntentLine, intentLinesOf, isIntentLine } from '../../shared/drawing/intent-lines.ts'
import { legendRows } from '../../shared/drawing/legend-rows.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { definitionOf } from '../../shared/model/index.ts'
import { endsOf } from '../../shared/model/link.ts'
import { variantOf } from '../../shared/model/variant.ts'
import { statementOf } from '../../shared/simulation/intents/statement.ts'

const BOX_WORDS = { account: 'Account', region: 'Region', zone: 'Availability Zone' } as const
const FINDING_WORDS = { error: 'has an error', warning: 'has a warning', advice: 'has advice' } as const

/** What kind of thing it is, in words. */
export function kindWords(index: DesignIndex, id: string): string {
  if (isIntentLine(id)) return 'Intent'
  const box = boxOf(index, id)
  const resource = index.get(id as ResourceId)
  if (box) return BOX_WORDS[box.kind]
  return resource ? (variantOf(resource)?.label ?? definitionOf(resource.kind).label) : relationLinesOf(index).byId.has(id) ? 'Relation' : ''
}

/** Kind and name: "VPC Prod"; the name alone when it says the kind ("VPC 1", "Customer gateway 2"). */
export function nameWords(index: DesignIndex, id: string): string {
  const box = boxOf(index, id)
  const resource = index.get(id as ResourceId)
  const relation = relationLinesOf(index).byId.get(id)
  if (relation) return relationWords(index, relation)
  const kind = kindWords(index, id)
  const name = box ? box.label : resource ? displayName(resource) : id
  const base = name.toLowerCase().replace(/ \d+$/, '')
  return base.startsWith(kind.toLowerCase()) || kind.toLowerCase().startsWith(base) ? name : `${kind} ${name}`
}

/** What a line of intents demands, and how each of them is judged. */
export function intentWords(index: DesignIndex, { intents }: IntentLine, overlay: Overlay): string {
  const said = intents.map((intent) => {
    const state = overlay.intents?.states?.get(intent.id)
    const judged = intent.status === 'suggested' ? 'suggested' : state && STATE_LOOK[state][intent.expect === 'never' ? 'never' : 'word']
    return [intent.name, statementOf(index, intent), judged].filter((part) => part !== undefined).join(', ')
  })
  return said.length === 1 ? `Intent: ${said.join('')}` : `${said.length} intents: ${said.join('; ')}`
}

/** Kind, name, detail and state, as a screen reader says it. */
export function spokenName(index: DesignIndex, id: string, overlay: Overlay): string {
  const line = isIntentLine(id) ? intentLinesOf(index, overlay.intents).byId.get(id) : undefined
  if (line) return intentWords(index, line, overlay)
  const box = boxOf(index, id)
  const resource = index.get(id as ResourceId)
  const detail = isCollapsed(index, id) ? `collapsed, ${countWithin(index, id)} inside` : resource ? captionOf(resource).detail : box ? boxCaption(box).detail : ''
  const finding = overlay.findings?.get(id)
  const parts = [
    nameWords(index, id),
    detail,
    finding && FINDING_WORDS[finding],
    overlay.remarks?.at.get(id)?.text,
    overlay.locked?.has(id) ? 'locked' : undefined,
    overlay.singlePoints?.has(id) ? 'single point of failure' : undefined,
    overlay.failed?.has(id) ? 'switched off' : overlay.carried?.has(id) ? 'down with what it depends on' : undefined,
    overlay.tunnels?.has(id) ? `tunnel ${overlay.tunnels.get(id)} down` : undefined,
    overlay.stop === id ? 'the traced packet stops here' : undefined,
    overlay.path?.hops.includes(id) || overlay.path?.links.includes(id) ? 'on the traced path' : undefined,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

/** Where it is: what holds it and how many it is grouped with, or what it joins. */
export function spokenPlace(index: DesignIndex, id: string): string {
  const holder = holderOf(index, id)
  const grouped = groupedOf(index, id)
  const group = grouped ? `in a group of ${grouped.members.length}` : ''
  if (holder !== undefined) return `in ${nameWords(index, holder)}${grouped ? `, ${group}` : ''}`
  if (grouped) return group
  const resource = index.get(id as ResourceId)
  const ends = resource ? endsOf(resource) : undefined
  return ends ? `between ${ends.flatMap((end) => (end ? nameWords(index, end) : [])).join(' and ')}` : ''
}

/** What a legend lists. */
export function spokenLegend(index: DesignIndex, overlay: Overlay): string {
  const words = legendRows(index, overlay).flatMap((row) => row.words)
  return words.length === 0 ? 'lists nothing yet' : `lists ${words.join('; ')}`
}
