import type { ResourceId } from '../../model/id.ts'
import type { Sheet } from './sheet.ts'
import { type DrawnVpc, drawMainTable, drawVpc, subnetBlocks, ZONES } from './vpc.ts'

/** A subnet of a pattern. */
export interface DrawnSubnet {
  readonly id: ResourceId
  readonly block: string
}

/** A VPC with an internet gateway, and a public subnet in the first zones beside the private ones. */
export interface DrawnOpenVpc extends DrawnVpc {
  readonly internet: ResourceId
  readonly open: readonly [DrawnSubnet, ...DrawnSubnet[]]
}

/** Draws an internet gateway for a VPC. */
export function drawInternetGateway(sheet: Sheet, vpc: DrawnVpc): ResourceId {
  return sheet.add('internet-gateway', `${vpc.name} IGW`, { Region: vpc.region, Attachments: [{ VpcId: vpc.id }] }).id
}

/** Draws a VPC with an internet gateway and a public subnet in each of its first `count` zones; the route tables come after. */
export function drawOpenVpc(sheet: Sheet, wanted: string, { region, count = 1 }: { readonly region?: string; readonly count?: number } = {}): DrawnOpenVpc {
  const vpc = drawVpc(sheet, wanted, region)
  const internet = drawInternetGateway(sheet, vpc)
  const blocks = subnetBlocks(vpc.block, 2 * ZONES.length).slice(ZONES.length)
  const [first, ...others] = ZONES
  const draw = (zone: (typeof ZONES)[number], block = vpc.block): DrawnSubnet => ({
    id: sheet.add('subnet', `${vpc.name} public ${zone}`, { VpcId: vpc.id, CidrBlock: block, AvailabilityZone: `${vpc.region}${zone}` }).id,
    block,
  })
  const open = [draw(first, blocks[0]), ...others.slice(0, count - 1).map((zone, position) => draw(zone, blocks[position + 1]))] as const
  return { ...vpc, internet, open }
}

/** Draws the table of public subnets: the default route to the internet gateway, `routes` and what gateways propagate. */
export function drawOpenTable(sheet: Sheet, vpc: DrawnOpenVpc, { subnets = vpc.open, routes = [], gateways = [] }: { readonly subnets?: readonly DrawnSubnet[]; readonly routes?: readonly (readonly [string, ResourceId])[]; readonly gateways?: readonly ResourceId[] } = {}): void {
  sheet.add('route-table', `${vpc.name} public`, {
    VpcId: vpc.id,
    Associations: subnets.map(({ id }) => ({ SubnetId: id })),
    Routes: [['0.0.0.0/0', vpc.internet] as const, ...routes].map(([DestinationCidrBlock, target]) => ({ DestinationCidrBlock, target })),
    PropagatingVgws: gateways,
  })
}

/** Draws a VPC with an internet gateway, and in each zone a public subnet whose NAT gateway serves the private subnet; `subnets` are the private ones. */
export function drawEgressVpc(sheet: Sheet, wanted: string): DrawnVpc {
  const vpc = drawVpc(sheet, wanted)
  const blocks = subnetBlocks(vpc.block, 2 * ZONES.length)
  const internet = drawInternetGateway(sheet, vpc)
  drawMainTable(sheet, vpc, {})
  const open = ZONES.map((zone, position) => {
    const { id } = sheet.add('subnet', `${vpc.name} public ${zone}`, { VpcId: vpc.id, CidrBlock: blocks[ZONES.length + position], AvailabilityZone: `${vpc.region}${zone}`, MapPublicIpOnLaunch: true })
    const { id: nat } = sheet.add('nat-gateway', `${vpc.name} NAT ${zone}`, { SubnetId: id })
    sheet.add('route-table', `${vpc.name} private ${zone}`, { VpcId: vpc.id, Associations: [{ SubnetId: vpc.subnets[position] }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: nat }] })
    return id
  })
  sheet.add('route-table', `${vpc.name} public`, { VpcId: vpc.id, Associations: open.map((SubnetId) => ({ SubnetId })), Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: internet }] })
  return vpc
}
