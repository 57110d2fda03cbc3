import { boxOf, type DerivedBox, type HolderId, membersOf } from '../../shared/document/groups.ts'
import type { DesignIndex } from '../../shared/document/query.ts'
import type { Point } from '../../shared/drawing/display-list.ts'
import { grown, isOnBorder, overlap, rectOf, type Rect } from '../../shared/drawing/rects.ts'
import { GAP, headerOf, isFrame, minimumSize, NODE_SIZE, PADDING, type Size } from '../../shared/drawing/sizes.ts'
import { freePlace } from '../../shared/layout/index.ts'
import type { ResourceId } from '../../shared/model/id.ts'
import type { Kind } from '../../shared/model/index.ts'
import { isAnnotation } from '../../shared/model/variant.ts'
import type { PaletteKind } from './targets.ts'

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

/** Room for links between the VPCs of a Region and what stands beside them. */
const LINK_ROOM = 40

const isGroup = (kind: PaletteKind): kind is 'region' | 'zone' => kind === 'region' || kind === 'zone'

/** The size that a new thing has. */
export function sizeOfNew(kind: PaletteKind): Size {
  return FRESH[kind] ?? (isFrame(kind) ? minimumSize(kind) : NODE_SIZE)
}

function kindOf(index: DesignIndex, id: HolderId): Kind | DerivedBox['kind'] | undefined {
  return boxOf(index, id)?.kind ?? index.get(id as ResourceId)?.kind
}

/** Where something may begin in a holder: below the title and clear of the border; without `grows` so that it ends in there too. */
function inside(index: DesignIndex, holder: HolderId | undefined, wanted: Rect, grows = false): Point {
  const frame = holder === undefined ? undefined : rectOf(index, holder)
  const kind = holder === undefined ? undefined : kindOf(index, holder)
  if (!frame || !kind) return wanted
  const least = { x: frame.x + PADDING.side, y: frame.y + headerOf(kind) }
  const most = grows ? { x: Infinity, y: Infinity } : { x: frame.x + frame.width - PADDING.side - wanted.width, y: frame.y + frame.height - PADDING.side - wanted.height }
  return { x: Math.max(least.x, Math.min(most.x, wanted.x)), y: Math.max(least.y, Math.min(most.y, wanted.y)) }
}

/** What it keeps to its neighbours in a holder. */
function gapIn(index: DesignIndex, kind: PaletteKind, holder: HolderId | undefined): number {
  if (isFrame(kind)) return GAP.subnet
  return holder !== undefined && boxOf(index, holder)?.kind === 'region' ? LINK_ROOM : GAP.node
}

/**
 * The place nearest to the wanted one where it covers none of its neighbours, in its holder as it is, else where that has to grow to the
 * right or down. A frame does not go far: it rather pushes its neighbours. Undefined when there is none.
 */
function beside(index: DesignIndex, kind: PaletteKind, holder: HolderId | undefined, wanted: Rect): Point | undefined {
  const taken = membersOf(index, holder).flatMap((id) => (isFrame(kind) && isOnBorder(index, id) ? [] : (rectOf(index, id) ?? [])))
  const isFree = (at: Point): boolean => !taken.some((rect) => overlap(rect, { ...wanted, ...at }))
  if (isFree(wanted)) return wanted
  const gap = gapIn(index, kind, holder)
  const around = taken.flatMap((rect) => {
    const { x, y, width, height } = grown(rect, gap)
    return [{ x: x - wanted.width, y: wanted.y }, { x: x + width, y: wanted.y }, { x: wanted.x, y: y - wanted.height }, { x: wanted.x, y: y + height }]
  })
  const distance = (at: Point): number => Math.hypot(at.x - wanted.x, at.y - wanted.y)
  const stays = (at: Point, grows: boolean): boolean => {
    const kept = inside(index, holder, { ...wanted, ...at }, grows)
    return kept.x === at.x && kept.y === at.y
  }
  const free = around.filter((at) => stays(at, true) && isFree(at)).sort((a, b) => distance(a) - distance(b))
  if (isFrame(kind)) return free.find((at) => stays(at, false) && distance(at) <= Math.max(wanted.width, wanted.height) / 2)
  return free.find((at) => stays(at, false)) ?? free[0]
}

/** A free place in a holder; beside the VPCs of a Region with room for the links in between. */
function inHolder(index: DesignIndex, kind: PaletteKind, holder: HolderId, size: Size): Rect {
  const room = boxOf(index, holder)?.kind === 'region' && !isFrame(kind) ? LINK_ROOM : 0
  const spot = freePlace(index, holder, { width: size.width + 2 * room, height: size.height + 2 * room }, isGroup(kind) ? undefined : kind)
  return { x: spot.x + room, y: spot.y + room, ...size }
}

/** Sites stand to the left of everything else, one below the other. */
function siteColumn(index: DesignIndex, size: Size): Rect | undefined {
  const all = membersOf(index).flatMap((id) => {
    const rect = isOnBorder(index, id) ? undefined : rectOf(index, id)
    const kind = kindOf(index, id)
    return rect && kind && !(kind !== 'account' && !isGroup(kind) && isAnnotation(kind)) ? [{ rect, isSite: kind === 'site' }] : []
  })
  const [last] = all.filter(({ isSite }) => isSite).map(({ rect }) => rect).sort((a, b) => b.y + b.height - a.y - a.height)
  if (last) return { x: last.x, y: last.y + last.height + GAP.block, ...size }
  return all.length === 0 ? undefined : { x: Math.min(...all.map(({ rect }) => rect.x)) - GAP.column - size.width, y: Math.min(...all.map(({ rect }) => rect.y)), ...size }
}

/** A place on the bare canvas: where a person looks when that is free. */
function onCanvas(index: DesignIndex, kind: PaletteKind, size: Size, near: Point): Rect {
  const taken = membersOf(index).flatMap((id) => (isOnBorder(index, id) ? [] : (rectOf(index, id) ?? [])))
  const wanted = { x: near.x - size.width / 2, y: near.y - size.height / 2, ...size }
  const tries = [wanted, ...(kind === 'site' ? [siteColumn(index, size)] : [])]
  return tries.find((rect) => rect && !taken.some((other) => overlap(other, rect))) ?? { ...freePlace(index, undefined, size, isGroup(kind) ? undefined : kind), ...size }
}

/** Where a new thing comes to lie: around the point it was dropped at, else at the next free place of its holder. */
export function placeOfNew(index: DesignIndex, kind: PaletteKind, holder: HolderId | undefined, at: Point | undefined, near: Point): Rect {
  const size = sizeOfNew(kind)
  const isGateway = kind === 'internet-gateway' || kind === 'vpn-gateway'
  const onBorder = isGateway && holder !== undefined && index.get(holder as ResourceId)?.kind === 'vpc'
  if (at && !isGroup(kind) && isAnnotation(kind)) return { ...size, x: at.x - size.width / 2, y: at.y - size.height / 2 }
  if (at && !onBorder) {
    const dropped = { ...size, ...inside(index, holder, { x: at.x - size.width / 2, y: at.y - size.height / 2, ...size }) }
    const clear = beside(index, kind, holder, dropped) ?? (isFrame(kind) ? dropped : undefined)
    if (clear) return { ...size, x: clear.x, y: clear.y }
  }
  return holder === undefined ? onCanvas(index, kind, size, near) : inHolder(index, kind, holder, size)
}
