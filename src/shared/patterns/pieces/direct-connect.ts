import type { ResourceId } from '../../model/id.ts'
import type { DrawnDevice } from './customer.ts'
import type { Sheet } from './sheet.ts'
import { drawVpcWithGateway } from './vpc.ts'

/** A Direct Connect location, and the Region it belongs to. */
export interface Location {
  readonly code: string
  readonly region: string
}

/** The locations of the patterns. */
export const DUBLIN: Location = { code: 'EqDB2', region: 'eu-west-1' }
export const LONDON: Location = { code: 'EqLD5', region: 'eu-west-2' }

/** Draws a connection on an AWS device of its own. */
export function drawConnection(sheet: Sheet, { code, region }: Location): ResourceId {
  return sheet.add('direct-connect-connection', `DX ${code}`, { Location: code, Region: region, Bandwidth: '10Gbps', AwsLogicalDeviceId: sheet.names.awsDevice(code) }).id
}

/** Where a virtual interface ends on AWS's side. */
export type InterfaceEnd = { readonly VirtualGatewayId: ResourceId } | { readonly DirectConnectGatewayId: ResourceId }

/** Draws a virtual interface over a connection; `vlan` must differ among those of one connection. */
export function drawInterface(sheet: Sheet, router: DrawnDevice, connection: ResourceId, end: InterfaceEnd, { type = 'private', vlan = 100 }: { readonly type?: 'private' | 'transit'; readonly vlan?: number } = {}): void {
  sheet.add('virtual-interface', 'VIF 1', { VirtualInterfaceType: type, ConnectionId: connection, customerRouter: router.id, Vlan: vlan, Asn: router.asn, ...end })
}

/** Draws a Direct Connect gateway. */
export function drawDirectConnectGateway(sheet: Sheet): ResourceId {
  return sheet.add('direct-connect-gateway', 'DX gateway', { AmazonSideAsn: sheet.names.amazonAsn() }).id
}

/** Draws a VPC whose virtual private gateway stands behind a Direct Connect gateway. */
export function drawVpcBehind(sheet: Sheet, directConnectGateway: ResourceId, wanted: string, region: string): ResourceId {
  const vpc = drawVpcWithGateway(sheet, wanted, region)
  sheet.add('direct-connect-gateway-association', 'DX association 1', { DirectConnectGatewayId: directConnectGateway, VpnGatewayId: vpc.gateway, AllowedPrefixes: [vpc.block] })
  return vpc.id
}
