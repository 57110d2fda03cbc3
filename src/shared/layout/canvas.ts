import { boxOf, type HolderId, holdersOf, membersOf } from '../document/groups.ts'
import type { DesignIndex } from '../document/query.ts'
import { annotationSize } from '../drawing/annotations.ts'
import { GAP, minimumSize } from '../drawing/sizes.ts'
import type { ResourceId } from '../model/id.ts'
import { endsOf } from '../model/link.ts'
import { type Block, frameOf } from './block.ts'
import { levelled } from './level.ts'
import { byName } from './order.ts'
import { beside, columns, shelves, stack } from './pack.ts'
import { type Chosen, INSET, nodeBlock, siteBlock, subnetBlock, vpcBlock, zoneBlock } from './vpc.ts'

/** Up to this many VPCs stand in one column beside their gateways, so that every link gets a straight way. */
const COLUMN_OF_VPCS = 4

/** Room at a Region's side for a peering that goes around the VPCs between. */
const LANE = 24

/** Room at a Region's other side for each VPN between its VPCs, whose gateways stand there; more than so many share it. */
const TUNNEL_LANE = 18
const MOST_LANES = 8

/** The VPNs that join two things in a box. */
function tunnelsWithin(index: DesignIndex, id: string): number {
  const isWithin = (end: string | undefined): boolean => end !== undefined && holdersOf(index, end).includes(id as HolderId)
  return [...index.all('vpn-connection'), ...index.all('software-vpn')].filter((link) => endsOf(link)?.every(isWithin)).length
}

/** A Region or account: gateways in a column at the left, VPCs and Regions at the right. */
function boxBlock(index: DesignIndex, id: string, kind: 'account' | 'region', chosen: Chosen): Block {
  const members = membersOf(index, id).filter(chosen).sort(byName(index))
  const isHolder = (member: string) => boxOf(index, member) !== undefined || index.get(member as ResourceId)?.kind === 'vpc'
  const holders = members.filter(isHolder).map((member) => blockOf(index, member, chosen))
  const gateways = members.filter((member) => !isHolder(member)).map(nodeBlock)
  const body = holders.length <= COLUMN_OF_VPCS ? stack(holders, GAP.block) : shelves(holders, GAP.block, 1.3)
  const side = gateways.length > 0 && holders.length > 0
  const inner = beside([stack(gateways, GAP.block), body], side ? GAP.column - 40 : 0)
  const peerings = new Set(members.flatMap((member) => index.links(member as ResourceId)).filter(({ kind: link }) => link === 'vpc-peering-connection')).size
  const right = 28 + (holders.length > 2 ? Math.min(4, peerings) * LANE : 0)
  const left = 28 + Math.min(MOST_LANES, tunnelsWithin(index, id)) * TUNNEL_LANE
  return frameOf(id, inner, { ...INSET, left, right, top: INSET.top + 8, bottom: 28 }, minimumSize(kind))
}

/** Anything with a place, with all it holds. */
export function blockOf(index: DesignIndex, id: string, chosen: Chosen): Block {
  const box = boxOf(index, id)
  const kind = box?.kind ?? index.get(id as ResourceId)?.kind
  if (kind === 'account' || kind === 'region') return boxBlock(index, id, kind, chosen)
  if (kind === 'zone') return zoneBlock(index, id, chosen)
  if (kind === 'vpc') return vpcBlock(index, id, chosen)
  if (kind === 'subnet') return subnetBlock(index, id, chosen)
  if (kind === 'site') return siteBlock(index, id, chosen)
  const size = annotationSize(index, id)
  return size ? { ...nodeBlock(id), ...size } : nodeBlock(id)
}

/** Column of the canvas that a kind stands in: the customer's own at the left, AWS at the right. */
const COLUMN: Readonly<Record<string, number>> = { site: 0, 'customer-gateway': 0, 'user-group': 0, directory: 0, 'direct-connect-connection': 1, 'direct-connect-lag': 1, 'aws-public-services': 2, 'core-network': 3, 'client-vpn-endpoint': 3, 'direct-connect-gateway': 2, 'transit-gateway': 3, 'vpn-gateway': 3, 'internet-gateway': 3 }

/** How far to the right a thing belongs, from the customer's own (0) to AWS (4). */
export const columnOf = (index: DesignIndex, id: string): number => COLUMN[index.get(id as ResourceId)?.kind ?? ''] ?? 4

/** The whole canvas: sites, Direct Connect, gateways, then accounts, Regions and VPCs, from left to right. */
export function canvasBlock(index: DesignIndex, roots: readonly string[], chosen: Chosen): Block {
  const lanes: string[][] = [[], [], [], [], []]
  for (const id of [...roots].sort(byName(index))) lanes[columnOf(index, id)]?.push(id)
  const [sites = [], connections = [], globals = [], gateways = [], clouds = []] = lanes.map((lane) => lane.map((id) => blockOf(index, id, chosen)))
  const cloud = clouds.length <= COLUMN_OF_VPCS ? stack(clouds, GAP.block) : shelves(clouds, GAP.block, 1.5)
  const tall = Math.max(1200, cloud.height)
  const upright = [sites, connections, globals, gateways].map((lane) => columns(lane, GAP.block, tall))
  return levelled(index, beside([...upright, cloud], GAP.column))
}
