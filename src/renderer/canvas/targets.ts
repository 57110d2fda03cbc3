import { whyNoBox } from '../../shared/document/commands/boxes.ts'
import { canDrop, holderFor } from '../../shared/document/commands/holding.ts'
import { boxOf, type HolderId, holderOf, holdersOf } from '../../shared/document/groups.ts'
import { hiddenIn, isCollapsed } from '../../shared/document/collapsed.ts'
import { type DesignIndex, displayName } from '../../shared/document/query.ts'
import { overlap, type Moved, rectOf } from '../../shared/drawing/rects.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Kind } from '../../shared/model/index.ts'
import type { Variant } from '../../shared/model/kind.ts'
import { isAnnotation, variantOf } from '../../shared/model/variant.ts'

/** What can be dragged out of the palette. */
export type PaletteKind = Kind | 'region' | 'zone'

/** What is to be made: a kind or group box, in the form that is wanted of it. */
export interface Wanted {
  readonly kind: PaletteKind
  readonly variant?: Variant | undefined
}

/** Where something would go: a holder (undefined: the bare canvas), or why it cannot. */
export type DropTarget = { readonly holder: HolderId | undefined } | { readonly reason: string }

/** True for gateways, which sit on their VPC's border and stay attached while they touch it. */
function staysAttached(index: DesignIndex, id: HolderId, moved: Moved): boolean {
  const kind = index.get(id as ResourceId)?.kind
  const holder = holderOf(index, id)
  const [own, around] = [rectOf(index, id, moved), holder && rectOf(index, holder, moved)]
  return (kind === 'vpn-gateway' || kind === 'internet-gateway') && !!own && !!around && overlap(own, around)
}

/**
 * The holder that a thing gets when it is let go over a frame. Group boxes only move. A frame over a frame of its own kind
 * goes beside that one, for neighbours make room.
 */
export function targetOf(index: DesignIndex, id: HolderId, over: HolderId | undefined, moved: Moved): DropTarget {
  const current = holderOf(index, id)
  const resource = index.get(id as ResourceId)
  if (!resource || isAnnotation(resource.kind) || staysAttached(index, id, moved)) return { holder: current }
  const sibling = over !== undefined && over !== current && index.get(over as ResourceId)?.kind === resource.kind
  const wanted = sibling ? holderOf(index, over) : over
  if (wanted === current) return { holder: current }
  const closed = whyClosed(index, wanted)
  if (closed !== undefined) return { reason: closed }
  const found = holderFor(index, resource.kind, wanted, variantOf(resource))
  if ('reason' in found) return { reason: canDrop(index, resource.id, wanted) ?? found.reason }
  if (found.holder === current) return found
  const reason = canDrop(index, resource.id, found.holder)
  return reason === undefined ? found : { reason }
}

/** Why nothing goes into a collapsed container; undefined for any other place. */
function whyClosed(index: DesignIndex, over: HolderId | undefined): string | undefined {
  const closed = over && (hiddenIn(index, over) ?? (isCollapsed(index, over) ? over : undefined))
  const resource = index.get(closed as ResourceId | undefined)
  return closed && `${resource ? displayName(resource) : boxOf(index, closed)?.label} is collapsed; expand it first.`
}

/** Notes and frames lie over everything. */
function isAnnotationOrGroup(kind: PaletteKind): boolean {
  return kind !== 'region' && kind !== 'zone' && isAnnotation(kind)
}

/** The holder that a new thing gets when it is dropped over a frame. */
export function targetOfNew(index: DesignIndex, { kind, variant }: Wanted, over: HolderId | undefined): DropTarget {
  const closed = isAnnotationOrGroup(kind) ? undefined : whyClosed(index, over)
  if (closed !== undefined) return { reason: closed }
  if (kind !== 'region' && kind !== 'zone') return holderFor(index, kind, over, variant)
  const candidates = kind === 'zone' ? [over, over && boxOf(index, over)?.VpcId, over && index.getOf('subnet', over as ResourceId)?.VpcId] : [over]
  const holder = candidates.find((candidate) => whyNoBox(index, kind, candidate) === undefined)
  const isFine = kind === 'zone' ? holder !== undefined : whyNoBox(index, kind, over) === undefined
  return isFine ? { holder } : { reason: whyNoBox(index, kind, over) ?? '' }
}

/** The innermost place around something (it itself, what holds it, at last the bare canvas) that takes a new thing; why it itself does not, when none does. */
export function nearestTarget(index: DesignIndex, wanted: Wanted, around: HolderId | undefined): DropTarget {
  const own = targetOfNew(index, wanted, around)
  if ('holder' in own || around === undefined) return own
  return [...holdersOf(index, around), undefined].map((holder) => targetOfNew(index, wanted, holder)).find((target) => 'holder' in target) ?? own
}
