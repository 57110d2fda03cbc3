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

/** Draws a LAG of so many connections on an AWS device of its own; it is up while one of them is. */
export function drawLag(sheet: Sheet, { code, region }: Location, members: number): ResourceId {
  const place = { Location: code, Region: region, AwsLogicalDeviceId: sheet.names.awsDevice(code) }
  const { id, name } = sheet.add('direct-connect-lag', `LAG ${code}`, { ...place, ConnectionsBandwidth: '10Gbps', MinimumLinks: 1 })
  for (let member = 1; member <= members; member++) sheet.add('direct-connect-connection', `${name} port ${member}`, { ...place, Bandwidth: '10Gbps', LagId: id })
  return id
}

/** Draws a carrier's circuit from a site to the port of a connection or LAG, or to a cage where the router stands. */
export function drawCircuit(sheet: Sheet, site: { readonly id: ResourceId }, end: { readonly ConnectionId: ResourceId } | { readonly colocation: ResourceId }): void {
  sheet.add('carrier-circuit', 'Carrier circuit 1', { site: site.id, ...end })
}

/** Draws a connection on an AWS device of its own, with the circuit that leads there from the site where the router stands. */
export function drawLine(sheet: Sheet, site: { readonly id: ResourceId }, location: Location): ResourceId {
  const connection = drawConnection(sheet, location)
  drawCircuit(sheet, site, { ConnectionId: connection })
  return connection
}

/** Where a virtual interface ends on AWS's side. */
export type InterfaceEnd = { readonly VirtualGatewayId: ResourceId } | { readonly DirectConnectGatewayId: ResourceId }

/** Draws a private or transit virtual interface over a connection or LAG; `vlan` must differ among those of one. */
export function drawInterface(sheet: Sheet, router: DrawnDevice, connection: ResourceId, end: InterfaceEnd, { type = 'private', vlan = 100 }: { readonly type?: 'private' | 'transit'; readonly vlan?: number } = {}): void {
  sheet.add('virtual-interface', 'VIF 1', { VirtualInterfaceType: type, ConnectionId: connection, customerRouter: router.id, Vlan: vlan, Asn: router.asn, ...end })
}

/** Draws a public virtual interface over which a router announces its own public address, so that VPN connections can run over it (F-VPN-71). */
export function drawPublicInterface(sheet: Sheet, router: DrawnDevice, connection: ResourceId): void {
  const { id } = sheet.add('aws-public-services', 'AWS public services', {})
  const announced = router.address === undefined ? [] : [`${router.address}/32`]
  sheet.add('virtual-interface', 'VIF 1', { VirtualInterfaceType: 'public', ConnectionId: connection, customerRouter: router.id, Asn: router.asn, publicServices: id, RouteFilterPrefixes: announced })
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
