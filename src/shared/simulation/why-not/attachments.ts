import type { ResourceId } from '../../model/id.ts'
import type { Network } from '../network.ts'
import { ofKind } from './repair.ts'
import type { Holder } from './holders.ts'

/** An attachment of a transit gateway that could lead to a network. `learns`: what it brings can be propagated (F-TGW-27). */
export interface Attachment {
  readonly id: ResourceId
  readonly gateway: ResourceId
  readonly learns: boolean
}

/** Devices of a site. */
const devicesOf = (network: Network, site: ResourceId | undefined): readonly ResourceId[] => network.fragment('site', site)?.devices ?? []

/** VPN connections and virtual interfaces of a site's devices. */
export function linesOf(network: Network, site: ResourceId | undefined) {
  const links = devicesOf(network, site).flatMap((device) => network.index.links(device))
  return { connections: ofKind(links, 'vpn-connection'), virtualInterfaces: ofKind(links, 'virtual-interface') }
}

/** Direct Connect gateway associations behind the virtual interfaces of a site's devices. */
export function associationsOf(network: Network, site: ResourceId | undefined) {
  const gateways = new Set(linesOf(network, site).virtualInterfaces.flatMap(({ DirectConnectGatewayId }) => DirectConnectGatewayId ?? []))
  return [...gateways].flatMap((gateway) => ofKind(network.index.links(gateway), 'direct-connect-gateway-association'))
}

/** Attachments of a VPC. */
export function attachmentsOfVpc(network: Network, vpc: ResourceId | undefined): Attachment[] {
  const links = vpc === undefined ? [] : ofKind(network.index.links(vpc), 'transit-gateway-vpc-attachment')
  return links.map(({ id, TransitGatewayId }) => ({ id, gateway: TransitGatewayId, learns: true }))
}

function attachmentsOfSite(network: Network, site: ResourceId | undefined): Attachment[] {
  const overVpn = linesOf(network, site).connections.flatMap(({ id, TransitGatewayId, StaticRoutesOnly }) => (TransitGatewayId === undefined ? [] : [{ id, gateway: TransitGatewayId, learns: !StaticRoutesOnly }]))
  const overDirectConnect = associationsOf(network, site).flatMap(({ id, TransitGatewayId }) => (TransitGatewayId === undefined ? [] : [{ id, gateway: TransitGatewayId, learns: true }]))
  return [...overVpn, ...overDirectConnect]
}

/** The attachments through which a network is reached; for the internet those of VPCs with an internet gateway. */
export function attachmentsTo(network: Network, holder: Pick<Holder, 'kind' | 'id'>): Attachment[] {
  if (holder.kind === 'vpc') return attachmentsOfVpc(network, holder.id)
  if (holder.kind === 'site') return attachmentsOfSite(network, holder.id)
  return network.index.all('internet-gateway').flatMap(({ Attachments }) => attachmentsOfVpc(network, Attachments[0]?.VpcId))
}

/** Peerings of a transit gateway with others that a network is attached to (F-TGW-40); they learn nothing. */
export function peeringsTo(network: Network, gateway: ResourceId, holder: Pick<Holder, 'kind' | 'id'>): Attachment[] {
  const beyond = new Set(attachmentsTo(network, holder).map((attachment) => attachment.gateway))
  return ofKind(network.index.links(gateway), 'transit-gateway-peering-attachment').flatMap(({ id, TransitGatewayId, PeerTransitGatewayId }) => {
    const far = TransitGatewayId === gateway ? PeerTransitGatewayId : TransitGatewayId
    return beyond.has(far) ? [{ id, gateway, learns: false }] : []
  })
}

/** The attachments of the VPCs and sites with these ids, and the peerings between their gateways. */
export function attachmentsOfHomes(network: Network, homes: readonly ResourceId[]): Attachment[] {
  const found = homes.flatMap((id) => attachmentsTo(network, { kind: network.fragment('vpc', id) ? 'vpc' : 'site', id }))
  const gateways = [...new Set(found.map(({ gateway }) => gateway))]
  const peerings = gateways.flatMap((gateway) => ofKind(network.index.links(gateway), 'transit-gateway-peering-attachment').filter(({ TransitGatewayId, PeerTransitGatewayId }) => gateways.includes(TransitGatewayId) && gateways.includes(PeerTransitGatewayId)).map(({ id }) => ({ id, gateway, learns: false })))
  return [...found, ...peerings]
}
