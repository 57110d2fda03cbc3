import type { ResourceId } from '../../model/id.ts'
import { firstFree, formatPrefix, type Prefix, parsePrefixes } from '../../net/prefix.ts'
import type { Sheet } from './sheet.ts'

/** A VPC of a pattern, with one subnet in each of two Availability Zones. */
export interface DrawnVpc {
  readonly id: ResourceId
  readonly name: string
  readonly block: string
  readonly region: string
  readonly subnets: readonly ResourceId[]
}

/** The Region of patterns that need one only. */
export const REGION = 'eu-west-1'

/** The two zones that a pattern uses of its Region, as letters. */
export const ZONES = ['a', 'b'] as const

/** The first blocks of the length inside a VPC's block. */
export function subnetBlocks(block: string, count: number): readonly string[] {
  const [pool] = parsePrefixes([block])
  const found: Prefix[] = []
  while (pool && found.length < count) {
    const free = firstFree(pool, found, 24)
    if (!free) break
    found.push(free)
  }
  return found.map(formatPrefix)
}

/** Draws a VPC and its subnets; its route table comes with `drawMainTable`. */
export function drawVpc(sheet: Sheet, wanted: string, region: string = REGION): DrawnVpc {
  const block = sheet.names.vpcBlock()
  const blocks = subnetBlocks(block, ZONES.length)
  const { id, name } = sheet.add('vpc', wanted, { CidrBlocks: [block], Region: region })
  const subnets = ZONES.map((zone, position) => sheet.add('subnet', `${name} ${zone}`, { VpcId: id, CidrBlock: blocks[position], AvailabilityZone: `${region}${zone}` }).id)
  return { id, name, block, region, subnets }
}

/** Draws the VPC's main route table: routes as destination and target, and gateways that propagate into it. */
export function drawMainTable(sheet: Sheet, vpc: DrawnVpc, { routes = [], gateways = [] }: { readonly routes?: readonly (readonly [string, ResourceId])[]; readonly gateways?: readonly ResourceId[] }): void {
  sheet.add('route-table', `${vpc.name} main`, {
    VpcId: vpc.id,
    Associations: [{ Main: true }],
    Routes: routes.map(([DestinationCidrBlock, target]) => ({ DestinationCidrBlock, target })),
    PropagatingVgws: gateways,
  })
}

/** Draws a VPC with a virtual private gateway that propagates into its table. */
export function drawVpcWithGateway(sheet: Sheet, wanted: string, region: string = REGION): DrawnVpc & { readonly gateway: ResourceId } {
  const vpc = drawVpc(sheet, wanted, region)
  const { id: gateway } = sheet.add('vpn-gateway', `${vpc.name} VGW`, { Region: region, AmazonSideAsn: sheet.names.amazonAsn(), VpcAttachments: [{ VpcId: vpc.id }] })
  drawMainTable(sheet, vpc, { gateways: [gateway] })
  return { ...vpc, gateway }
}

/** Draws a VPC with an internet gateway, and in each zone a public subnet whose NAT gateway serves the private subnet; `subnets` are the private ones. */
export function drawEgressVpc(sheet: Sheet, wanted: string): DrawnVpc {
  const vpc = drawVpc(sheet, wanted)
  const blocks = subnetBlocks(vpc.block, 2 * ZONES.length)
  const { id: internet } = sheet.add('internet-gateway', `${vpc.name} IGW`, { Region: vpc.region, Attachments: [{ VpcId: vpc.id }] })
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
