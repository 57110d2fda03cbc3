import { boxOf, membersOf } from '../document/groups.ts'
import { isPublicSubnet } from '../document/public-subnet.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { ResourceOf } from '../model/index.ts'
import { GAP, ICON_SIZE, minimumSize, NODE_SIZE, PADDING } from '../drawing/sizes.ts'
import { type Block, frameOf, groupOf, stretched } from './block.ts'
import { byKind, byName } from './order.ts'
import { beside, even, grid, stack, table } from './pack.ts'

/** Decides whether a resource or box takes part; the others are left where they are. */
export type Chosen = (id: string) => boolean

/** Space around the contents of a frame with a title. */
export const INSET = { left: PADDING.side, top: PADDING.header, right: PADDING.side, bottom: PADDING.side } as const

/** A node as a block. */
export function nodeBlock(id: string): Block {
  return { id, ...NODE_SIZE, parts: [] }
}

/** Columns of a grid of nodes: wide rather than tall, at most eight. */
function gridColumns(count: number): number {
  return Math.min(8, count <= 3 ? Math.max(1, count) : Math.ceil(Math.sqrt(count)))
}

/** A subnet with its nodes as a grid. */
export function subnetBlock(index: DesignIndex, id: string, chosen: Chosen): Block {
  const nodes = membersOf(index, id).filter(chosen).sort(byKind(index)).map(nodeBlock)
  return frameOf(id, grid(nodes, gridColumns(nodes.length), GAP.node), { ...INSET, left: 12, right: 12, bottom: 12 }, minimumSize('subnet'))
}

/** Subnets in the order of their tiers: public ones first, then by name. */
function tiers(index: DesignIndex, ids: readonly string[]): { readonly open: ResourceOf<'subnet'>[]; readonly closed: ResourceOf<'subnet'>[] } {
  const subnets = [...ids].sort(byName(index)).flatMap((id) => index.getOf('subnet', id as ResourceId) ?? [])
  return { open: subnets.filter((subnet) => isPublicSubnet(index, subnet)), closed: subnets.filter((subnet) => !isPublicSubnet(index, subnet)) }
}

/** Rows of subnets in a zone's column: enough columns that no zone gets taller than about six. */
function zoneColumns(counts: readonly number[]): number {
  const most = Math.max(1, ...counts)
  return most <= 6 ? 1 : Math.ceil(Math.sqrt(most / 2))
}

function zoneBlocks(index: DesignIndex, zones: readonly string[], chosen: Chosen): Block[] {
  const all = zones.map((zone) => tiers(index, membersOf(index, zone).filter(chosen)))
  const perRow = zoneColumns(all.map(({ open, closed }) => open.length + closed.length))
  const rowsOf = (subnets: readonly ResourceOf<'subnet'>[]) => Math.ceil(subnets.length / perRow)
  const openRows = Math.max(0, ...all.map(({ open }) => rowsOf(open)))
  const lanes = all.flatMap(({ open, closed }) =>
    Array.from({ length: perRow }, (_, lane) => {
      const cells: (Block | undefined)[] = []
      for (const [at, subnet] of open.entries()) if (at % perRow === lane) cells[Math.floor(at / perRow)] = subnetBlock(index, subnet.id, chosen)
      for (const [at, subnet] of closed.entries()) if (at % perRow === lane) cells[openRows + Math.floor(at / perRow)] = subnetBlock(index, subnet.id, chosen)
      return Array.from(cells)
    }),
  )
  const columns = table(lanes, GAP.subnet)
  return zones.map((zone, at) => {
    const inner = beside(columns.slice(at * perRow, (at + 1) * perRow), GAP.subnet)
    return frameOf(zone, inner, { ...INSET, left: 16, right: 16, bottom: 16, top: PADDING.zoneHeader }, minimumSize('zone'))
  })
}

/** One zone's box with its subnets. */
export function zoneBlock(index: DesignIndex, id: string, chosen: Chosen): Block {
  return zoneBlocks(index, [id], chosen)[0] ?? { id, ...minimumSize('zone'), parts: [] }
}

/** Members of a VPC that have places of their own in its box. */
const APART: readonly string[] = ['subnet', 'internet-gateway', 'vpn-gateway']

/** Whether links of more than one zone end at what is in its subnets: routers, which stand below each other so that no link crosses another one. */
function hasRouters(index: DesignIndex, zones: readonly string[]): boolean {
  const isLinked = (zone: string): boolean => membersOf(index, zone).some((subnet) => membersOf(index, subnet).some((member) => index.links(member as ResourceId).length > 0))
  return zones.filter(isLinked).length > 1
}

/**
 * A VPC: zones as columns with their tiers in line (as rows where they hold routers), other subnets below, endpoints and the like at the right; internet gateways
 * straddle the top border, virtual private gateways the left one.
 */
export function vpcBlock(index: DesignIndex, id: string, chosen: Chosen): Block {
  const members = membersOf(index, id).filter(chosen).sort(byName(index))
  const ofKind = (kind: string) => members.filter((member) => index.get(member as ResourceId)?.kind === kind)
  const zones = members.filter((member) => boxOf(index, member))
  const internet = ofKind('internet-gateway')
  const vpn = ofKind('vpn-gateway')
  const { open, closed } = tiers(index, ofKind('subnet'))
  const loose = [...open, ...closed].map((subnet) => subnetBlock(index, subnet.id, chosen))
  const edge = members.filter((member) => !boxOf(index, member) && !APART.includes(index.get(member as ResourceId)?.kind ?? '')).sort(byKind(index)).map(nodeBlock)

  const zoneRow = zoneBlocks(index, zones, chosen)
  const tallest = Math.max(0, ...zoneRow.map((zone) => zone.height))
  const widest = Math.max(0, ...zoneRow.map((zone) => zone.width))
  const inZones = hasRouters(index, zones) ? stack(zoneRow.map((zone) => stretched(zone, { width: widest, height: 0 })), GAP.zone) : beside(zoneRow.map((zone) => stretched(zone, { width: 0, height: tallest })), GAP.zone)
  const body = stack([inZones, grid(loose, gridColumns(loose.length), GAP.subnet)].filter(({ width }) => width > 0), GAP.zone)
  const content = beside([body, stack(edge, GAP.node)], GAP.zone)

  const half = NODE_SIZE.width / 2
  const inset = { ...INSET, left: vpn.length > 0 ? half + 12 : INSET.left, top: internet.length > 0 ? NODE_SIZE.height - ICON_SIZE / 2 + 12 : INSET.top }
  const titleRoom = 200
  const least = minimumSize('vpc')
  const frame = frameOf(id, content, inset, {
    width: Math.max(least.width, internet.length > 0 ? titleRoom + internet.length * (NODE_SIZE.width + GAP.node) + 20 : 0),
    height: Math.max(least.height, vpn.length > 0 ? inset.top + vpn.length * (NODE_SIZE.height + GAP.node) + 20 : 0),
  })
  const gateways = vpn.map(nodeBlock)
  const spread = (frame.height - inset.top) / Math.max(1, vpn.length)
  const top = gateways.map((block, at) => ({ x: -half, y: even(inset.top + spread * (at + 0.5) - NODE_SIZE.height / 2), block }))
  const start = Math.max(titleRoom, frame.width / 2 - (internet.length * (NODE_SIZE.width + GAP.node)) / 2)
  const ports = internet.map((gateway, at) => ({ x: even(start) + at * (NODE_SIZE.width + GAP.node), y: -ICON_SIZE / 2, block: nodeBlock(gateway) }))
  return { ...frame, overhang: { left: vpn.length > 0 ? half : 0, top: internet.length > 0 ? ICON_SIZE / 2 : 0 }, parts: [...frame.parts, ...top, ...ports] }
}

/** A site: ISP links at the left, devices at the right, where AWS is. */
export function siteBlock(index: DesignIndex, id: string, chosen: Chosen): Block {
  const members = membersOf(index, id).filter(chosen).sort(byName(index))
  const isLink = (member: string) => index.get(member as ResourceId)?.kind === 'isp-link'
  const links = members.filter(isLink).map(nodeBlock)
  const devices = members.filter((member) => !isLink(member)).map(nodeBlock)
  const lane = (blocks: readonly Block[]) => (blocks.length > 6 ? grid(blocks, Math.ceil(Math.sqrt(blocks.length / 2)), GAP.node) : stack(blocks, GAP.node))
  return frameOf(id, devices.length + links.length === 0 ? groupOf([]) : beside([lane(links), lane(devices)], GAP.node), INSET, minimumSize('site'))
}
