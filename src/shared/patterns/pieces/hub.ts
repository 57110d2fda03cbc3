import type { ResourceId } from '../../model/id.ts'
import { type DrawnVpc, drawMainTable, REGION } from './vpc.ts'
import type { Sheet } from './sheet.ts'

/** A transit gateway of a pattern, before its route table is drawn. */
export interface DrawnHub {
  readonly id: ResourceId
  readonly name: string
  readonly table: ResourceId
}

/** Draws a transit gateway, with addresses of its own where private IP VPN needs them; `drawHubTable` completes it. */
export function drawHub(sheet: Sheet, { region = REGION, blocks = [] }: { readonly region?: string; readonly blocks?: readonly string[] } = {}): DrawnHub {
  const table = sheet.names.id('transit-gateway-route-table')
  const { id, name } = sheet.add('transit-gateway', 'Regional hub', { Region: region, TransitGatewayCidrBlocks: blocks, AmazonSideAsn: sheet.names.amazonAsn(), AssociationDefaultRouteTableId: table, PropagationDefaultRouteTableId: table })
  return { id, name, table }
}

/** Attaches VPCs in both their zones, each with routes to the others and to `outside`; gives the attachments. */
export function attachVpcs(sheet: Sheet, hub: DrawnHub, vpcs: readonly DrawnVpc[], outside: readonly string[]): readonly ResourceId[] {
  return vpcs.map((vpc) => {
    const others = vpcs.filter((other) => other !== vpc).map(({ block }) => block)
    drawMainTable(sheet, vpc, { routes: [...others, ...outside].map((destination) => [destination, hub.id] as const) })
    return sheet.add('transit-gateway-vpc-attachment', 'Attachment 1', { TransitGatewayId: hub.id, VpcId: vpc.id, SubnetIds: vpc.subnets }).id
  })
}

/** Draws the hub's one table, which every attachment uses and tells its routes; a peering only uses it, and has static `routes` to what lies beyond. */
export function drawHubTable(sheet: Sheet, hub: DrawnHub, attachments: readonly ResourceId[], peering?: { readonly id: ResourceId; readonly routes: readonly string[] }): void {
  sheet.add(
    'transit-gateway-route-table',
    `${hub.name} table`,
    {
      TransitGatewayId: hub.id,
      Associations: peering ? [...attachments, peering.id] : attachments,
      Propagations: attachments,
      Routes: (peering?.routes ?? []).map((DestinationCidrBlock) => ({ DestinationCidrBlock, attachment: peering?.id })),
    },
    hub.table,
  )
}

/** States that every two of the ends reach each other. */
export function reachAll(sheet: Sheet, ends: readonly ResourceId[]): void {
  for (const [position, from] of ends.entries()) for (const to of ends.slice(position + 1)) sheet.reach(from, to)
}
