import { connect } from '../../shared/document/commands/connect.ts'
import { connectChoices } from '../../shared/document/commands/connect-choices.ts'
import type { IdSource } from '../../shared/document/commands/draft.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import { applyEdit, type Edit } from '../../shared/document/edit.ts'
import { type HolderId, holderOf, holdersOf } from '../../shared/document/groups.ts'
import { type DesignIndex, displayName, indexOf } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { rectOf } from '../../shared/drawing/rects.ts'
import { GAP } from '../../shared/drawing/sizes.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { toBorder } from './border.ts'
import { insertNew } from './insert.ts'
import { likelyFor } from './likely.ts'
import { PALETTE, type PaletteItem } from './palette-items.ts'
import { sizeOfNew } from './place-of-new.ts'
import { nearestTarget, type PaletteKind } from './targets.ts'

/** Where a neighbour comes to stand. */
export type Direction = 'left' | 'right' | 'up' | 'down'

/** So many of the likely ones are offered. */
const MOST = 6

/** A neighbour that could be made and connected. */
export interface Neighbour {
  readonly label: string
  readonly id: ResourceId
  readonly edit: Edit
}

/** Everything that a kind could be connected with, the likely ones first. */
function itemsFor(kind: string): PaletteItem[] {
  const all = PALETTE.flatMap(({ items }) => items)
  const kinds = likelyFor(kind)
  const likely = (kinds ?? []).flatMap((wanted) => all.filter((item) => item.kind === wanted).slice(0, 2))
  return [...likely, ...(kinds ? [] : all.filter((item) => !likely.includes(item) && item.kind !== 'region' && item.kind !== 'zone'))]
}

/** The point in a direction beyond something, clear of what it lies in as far as that is not around the new thing too. */
function pointBeyond(index: DesignIndex, from: ResourceId, holder: HolderId | undefined, direction: Direction, kind: PaletteKind): Point | undefined {
  const outer = [from, ...holdersOf(index, from)].find((id) => holderOf(index, id) === holder) ?? from
  const [rect, own] = [rectOf(index, outer), rectOf(index, from)]
  if (!rect || !own) return undefined
  const size = sizeOfNew(kind)
  const [x, y] = [own.x + own.width / 2, own.y + own.height / 2]
  const gap = GAP.column / 2
  if (direction === 'left') return { x: rect.x - gap - size.width / 2, y }
  if (direction === 'right') return { x: rect.x + rect.width + gap + size.width / 2, y }
  return { x, y: direction === 'up' ? rect.y - gap - size.height / 2 : rect.y + rect.height + gap + size.height / 2 }
}

/** New things that can stand beside a resource and be connected with it, with how; the likeliest first, each as one edit. */
export function neighboursFor(index: DesignIndex, newId: IdSource, from: ResourceId, direction: Direction, step: number): Neighbour[] {
  const resource = index.get(from)
  if (!resource) return []
  const found: Neighbour[] = []
  for (const item of itemsFor(resource.kind)) {
    if (found.length >= MOST) break
    const target = nearestTarget(index, item, holderOf(index, from))
    const at = 'holder' in target ? pointBeyond(index, from, target.holder, direction, item.kind) : undefined
    if (!('holder' in target) || !at) continue
    const made = insertNew(index, newId, item, { holder: target.holder, at, near: at, step })
    const after = applyEdit(index.design, made.edit)
    const [id] = made.ids as readonly ResourceId[]
    if (!after.ok || !id) continue
    for (const choice of connectChoices(indexOf(after.value), from, id).slice(0, 2)) {
      const label = `Add ${item.label} to ${displayName(resource)}`
      const edit = sequence(index.design, label, [() => made.edit, (now) => connect(now, newId, choice).edit, (now) => choice.attach && toBorder(now, choice.attach.gateway, choice.attach.vpc)])
      found.push({ label: `${item.label}: ${choice.label}`, id, edit })
    }
  }
  return found.slice(0, MOST)
}
