import type { DerivedBox } from '../document/groups.ts'
import type { Kind } from '../model/index.ts'

/** Width and height in canvas pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Every node: its icon centred at the top, its name and one line of detail below. */
export const NODE_SIZE: Size = { width: 128, height: 84 }

/** Side of a node's icon. */
export const ICON_SIZE = 48

/** Distance from a node's edge to its icon, left and right. */
export const ICON_INSET = (NODE_SIZE.width - ICON_SIZE) / 2

/** Side of the icon in a frame's corner. */
export const CORNER_SIZE = 32

/** Space inside a frame: its title at the top, and around its contents. */
export const PADDING = { header: 48, zoneHeader: 36, side: 20 } as const

/** Space between neighbours: nodes, subnets, zones, VPCs, columns of the whole design. */
export const GAP = { node: 8, subnet: 16, zone: 20, block: 56, column: 160 } as const

/** A collapsed container or box: its icon, its name, and how much it holds. */
export const COLLAPSED_SIZE: Size = { width: 200, height: 44 }

const MINIMUM: Readonly<Record<string, Size>> = {
  account: { width: 400, height: 280 },
  region: { width: 360, height: 240 },
  vpc: { width: 280, height: 180 },
  zone: { width: 216, height: 144 },
  subnet: { width: 184, height: 88 },
  site: { width: 200, height: 152 },
}

/** The smallest size of a container or box that is still readable; a node's only size. */
export function minimumSize(kind: Kind | DerivedBox['kind']): Size {
  return MINIMUM[kind] ?? NODE_SIZE
}

/** True for frames: containers and boxes. */
export function isFrame(kind: Kind | DerivedBox['kind']): boolean {
  return Object.hasOwn(MINIMUM, kind)
}

/** The space a frame keeps above its contents. */
export function headerOf(kind: Kind | DerivedBox['kind']): number {
  return kind === 'zone' ? PADDING.zoneHeader : PADDING.header
}
