import { createBox } from '../../shared/document/commands/boxes.ts'
import { createResource } from '../../shared/document/commands/create.ts'
import type { IdSource, Made } from '../../shared/document/commands/draft.ts'
import { placeAll } from '../../shared/document/commands/move.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import type { HolderId } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { isOnBorder, overlap, rectOf, type Rect } from '../../shared/drawing/rects.ts'
import { GAP, headerOf, isFrame, minimumSize, NODE_SIZE, PADDING, type Size } from '../../shared/drawing/sizes.ts'
import { boxOf, membersOf } from '../../shared/document/groups.ts'
import { freePlace } from '../../shared/layout/index.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import { isAnnotation } from '../../shared/model/variant.ts'
import { settled } from './settle.ts'
import type { PaletteKind, Wanted } from './targets.ts'

/** Sizes of new frames: room to drop things into. */
const FRESH: Readonly<Record<string, Size>> = {
  region: { width: 680, height: 440 },
  vpc: { width: 536, height: 320 },
  zone: { width: 232, height: 220 },
  subnet: { width: 192, height: 132 },
  note: { width: 200, height: 60 },
  frame: { width: 480, height: 320 },
  legend: { width: 292, height: 66 },
  site: { width: 216, height: 172 },
}

const isGroup = (kind: PaletteKind): kind is 'region' | 'zone' => kind === 'region' || kind === 'zone'

const LINK_ROOM = 40

/** The size that a new thing has. */
export function sizeOfNew(kind: PaletteKind): Size {
  return FRESH[kind] ?? (isFrame(kind) ? minimumSize(kind) : NODE_SIZE)
}

/** A place inside a holder as near as can be to the wanted one, clear of title and border. */
function inside(index: DesignIndex, holder: HolderId | undefined, wanted: Rect): Point {
  const frame = holder === undefined ? undefined : rectOf(index, holder)
  const kind = holder === undefined ? undefined : (boxOf(index, holder)?.kind ?? index.get(holder as ResourceId)?.kind)
  if (!frame || !kind) return wanted
  const least = { x: frame.x + PADDING.side, y: frame.y + headerOf(kind) }
  const most = { x: frame.x + frame.width - PADDING.side - wanted.width, y: frame.y + frame.height - PADDING.side - wanted.height }
  return { x: Math.max(least.x, Math.min(most.x, wanted.x)), y: Math.max(least.y, Math.min(most.y, wanted.y)) }
}

/** A free place in a holder; beside the VPCs of a Region with room for the links in between. */
function inHolder(index: DesignIndex, kind: PaletteKind, holder: HolderId, size: Size): Rect {
  const room = boxOf(index, holder)?.kind === 'region' && !isFrame(kind) ? LINK_ROOM : 0
  const spot = freePlace(index, holder, { width: size.width + 2 * room, height: size.height + 2 * room }, kind === 'region' || kind === 'zone' ? undefined : kind)
  return { x: spot.x + room, y: spot.y + room, ...size }
}

/** The place nearest to the wanted one where a node covers none of its neighbours; undefined when the holder has none. */
function beside(index: DesignIndex, holder: HolderId | undefined, wanted: Rect): Point | undefined {
  const taken = membersOf(index, holder).flatMap((id) => rectOf(index, id) ?? [])
  const isFree = (at: Point): boolean => !taken.some((rect) => overlap(rect, { ...wanted, ...at }))
  if (isFree(wanted)) return wanted
  const around = taken.flatMap(({ x, y, width, height }) => [
    { x: x - wanted.width - GAP.node, y: wanted.y },
    { x: x + width + GAP.node, y: wanted.y },
    { x: wanted.x, y: y - wanted.height - GAP.node },
    { x: wanted.x, y: y + height + GAP.node },
  ])
  const distance = (at: Point): number => Math.hypot(at.x - wanted.x, at.y - wanted.y)
  const fits = (at: Point): boolean => {
    const kept = inside(index, holder, { ...wanted, ...at })
    return kept.x === at.x && kept.y === at.y && isFree(at)
  }
  return around.filter(fits).sort((a, b) => distance(a) - distance(b))[0]
}

/** Where a new thing comes to lie: around the point it was dropped at, else at the next free place of its holder. */
function placeOfNew(index: DesignIndex, kind: PaletteKind, holder: HolderId | undefined, at: Point | undefined, near: Point): Rect {
  const size = sizeOfNew(kind)
  const isGateway = kind === 'internet-gateway' || kind === 'vpn-gateway'
  const onBorder = isGateway && holder !== undefined && index.get(holder as ResourceId)?.kind === 'vpc'
  if (at && !isGroup(kind) && isAnnotation(kind)) return { ...size, x: at.x - size.width / 2, y: at.y - size.height / 2 }
  if (at && !onBorder) {
    const dropped = { ...size, ...inside(index, holder, { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size }) }
    const clear = isFrame(kind) ? dropped : beside(index, holder, dropped)
    if (clear) return { ...size, x: clear.x, y: clear.y }
  }
  if (holder !== undefined) return inHolder(index, kind, holder, size)
  const wanted = { x: near.x - size.width / 2, y: near.y - size.height / 2, ...size }
  const taken = membersOf(index).flatMap((id) => (isOnBorder(index, id) ? [] : (rectOf(index, id) ?? [])))
  const isFree = !taken.some((rect) => overlap(rect, wanted))
  return isFree ? wanted : { ...freePlace(index, undefined, size, kind === 'region' || kind === 'zone' ? undefined : kind), ...size }
}

const round = (rect: Rect, step: number): Rect => ({ ...rect, x: Math.round(rect.x / step) * step, y: Math.round(rect.y / step) * step })

/**
 * Makes a new thing in a holder that takes it: at the point where it was dropped, or at a free place (on the bare canvas
 * near `near`). The frames around it grow and neighbours make room, all in one edit.
 */
export function insertNew(index: DesignIndex, newId: IdSource, { kind, variant }: Wanted, spot: { readonly holder: HolderId | undefined; readonly at: Point | undefined; readonly near: Point; readonly step: number }): Made {
  const rect = round(placeOfNew(index, kind, spot.holder, spot.at, spot.near), spot.step)
  const isBox = kind === 'region' || kind === 'zone'
  const placement = isBox || isFrame(kind) ? rect : { x: rect.x, y: rect.y }
  const made = isBox ? createBox(index, kind, rect, spot.holder) : createResource(index, newId, kind, { holder: spot.holder, placement, variant })
  const edit = sequence(index.design, made.edit.label, [
    () => made.edit,
    (next) => {
      const own = new Map(made.ids.map((id) => [id as string, placement]))
      return placeAll(next, settled(next, own, made.ids), made.edit.label)
    },
  ])
  return { edit, ids: made.ids }
}
