import { boxOf, membersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind } from '../model/index.ts'
import { grown, isOnBorder, type Moved, overlap, type Rect, rectOf } from '../drawing/rects.ts'
import { GAP, headerOf, ICON_SIZE, isFrame, NODE_SIZE, PADDING, type Size } from '../drawing/sizes.ts'

/** A point in canvas pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The first free spot among `taken`, row by row in `area`; below everything when none is free. */
function firstFree(taken: readonly Rect[], area: Rect, size: Size, gap: number): Point {
  const blocked = taken.map((rect) => grown(rect, gap))
  const xs = [area.x, ...blocked.map((rect) => rect.x + rect.width)].filter((x) => x >= area.x && x + size.width <= area.x + area.width).sort((a, b) => a - b)
  const ys = [area.y, ...blocked.map((rect) => rect.y + rect.height)].filter((y) => y >= area.y).sort((a, b) => a - b)
  for (const y of new Set(ys)) {
    for (const x of new Set(xs)) {
      const spot = { x, y, ...size }
      if (!blocked.some((rect) => overlap(rect, spot))) return { x, y }
    }
  }
  return { x: area.x, y: Math.max(area.y, ...blocked.map((rect) => rect.y + rect.height)) }
}

/** The first free spot along a VPC's border for a gateway: the left side for a virtual private gateway, the top for an internet gateway. */
function borderSpot(frame: Rect, taken: readonly Rect[], kind: Kind): Point {
  const side = kind === 'vpn-gateway'
  const steps = Math.max(1, Math.floor(((side ? frame.height : frame.width) - NODE_SIZE.width) / 4))
  const middle = side ? frame.height / 2 - NODE_SIZE.height / 2 : frame.width / 2 - NODE_SIZE.width / 2
  for (let step = 0; step <= steps; step++) {
    const along = Math.round(middle + (step % 2 === 0 ? step : -step) * 4)
    const spot = side ? { x: frame.x - NODE_SIZE.width / 2, y: frame.y + along } : { x: frame.x + along, y: frame.y - ICON_SIZE / 2 }
    if (!taken.some((rect) => overlap(rect, { ...spot, ...NODE_SIZE }))) return spot
  }
  return side ? { x: frame.x - NODE_SIZE.width / 2, y: frame.y + frame.height } : { x: frame.x + frame.width, y: frame.y - ICON_SIZE / 2 }
}

/**
 * Where something new of the given size fits: inside its holder without covering a neighbour, else below its last one
 * (the holder then has to grow, see `fitContainer`); on the bare canvas without a holder. With the kind of a gateway that
 * straddles its VPC's border, a spot on that border.
 */
export function freePlace(index: DesignIndex, holder: string | undefined, size: Size, kind?: Kind, moved?: Moved): Point {
  const frame = holder === undefined ? undefined : rectOf(index, holder, moved)
  const holderKind = holder === undefined ? undefined : (boxOf(index, holder)?.kind ?? index.get(holder as ResourceId)?.kind)
  const members = membersOf(index, holder)
  const rectsOf = (border: boolean) => members.flatMap((member) => (isOnBorder(index, member) === border ? (rectOf(index, member, moved) ?? []) : []))
  if (frame && holderKind === 'vpc' && (kind === 'internet-gateway' || kind === 'vpn-gateway')) return borderSpot(frame, rectsOf(true), kind)
  const taken = [...rectsOf(false), ...rectsOf(true)]
  const gap = kind !== undefined && !isFrame(kind) ? GAP.node : GAP.subnet
  if (!frame || holderKind === undefined) {
    const right = Math.max(0, ...taken.map((rect) => rect.x + rect.width))
    const area = { x: Math.min(0, ...taken.map((rect) => rect.x)), y: Math.min(0, ...taken.map((rect) => rect.y)), width: Math.max(1600, right), height: 0 }
    return firstFree(taken, area, size, GAP.block)
  }
  const header = headerOf(holderKind)
  return firstFree(taken, { x: frame.x + PADDING.side, y: frame.y + header, width: frame.width - 2 * PADDING.side, height: frame.height - header }, size, gap)
}
