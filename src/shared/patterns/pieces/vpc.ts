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
  /** The subnets' blocks, in their order. */
  readonly blocks: readonly string[]
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
  const block = sheet.names.vpcBlock(region)
  const blocks = subnetBlocks(block, ZONES.length)
  const { id, name } = sheet.add('vpc', wanted, { CidrBlocks: [block], Region: region })
  const subnets = ZONES.map((zone, position) => sheet.add('subnet', `${name} ${zone}`, { VpcId: id, CidrBlock: blocks[position], AvailabilityZone: `${region}${zone}` }).id)
  return { id, name, block, region, subnets, blocks }
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

/** Draws a virtual private gateway for a VPC. */
export function drawGateway(sheet: Sheet, vpc: DrawnVpc): ResourceId {
  return sheet.add('vpn-gateway', `${vpc.name} VGW`, { Region: vpc.region, AmazonSideAsn: sheet.names.amazonAsn(), VpcAttachments: [{ VpcId: vpc.id }] }).id
}

/** Draws a VPC with a virtual private gateway that propagates into its table. */
export function drawVpcWithGateway(sheet: Sheet, wanted: string, region: string = REGION): DrawnVpc & { readonly gateway: ResourceId } {
  const vpc = drawVpc(sheet, wanted, region)
  const gateway = drawGateway(sheet, vpc)
  drawMainTable(sheet, vpc, { gateways: [gateway] })
  return { ...vpc, gateway }
}
