import { z } from 'zod'
import type { KindDefinition } from './kind.ts'
import { awsPublicServices } from './kinds/aws-public-services.ts'
import { carrierCircuit } from './kinds/carrier-circuit.ts'
import { clientVpnEndpoint } from './kinds/client-vpn-endpoint.ts'
import { coreNetwork } from './kinds/core-network.ts'
import { coreNetworkAttachment } from './kinds/core-network-attachment.ts'
import { coreNetworkSegment } from './kinds/core-network-segment.ts'
import { customerGateway } from './kinds/customer-gateway.ts'
import { directConnectConnection } from './kinds/direct-connect-connection.ts'
import { directConnectGateway } from './kinds/direct-connect-gateway.ts'
import { directConnectGatewayAssociation } from './kinds/direct-connect-gateway-association.ts'
import { directConnectLag } from './kinds/direct-connect-lag.ts'
import { directory } from './kinds/directory.ts'
import { egressOnlyInternetGateway } from './kinds/egress-only-internet-gateway.ts'
import { instance } from './kinds/instance.ts'
import { frame } from './kinds/frame.ts'
import { internetGateway } from './kinds/internet-gateway.ts'
import { ispLink } from './kinds/isp-link.ts'
import { legend } from './kinds/legend.ts'
import { loadBalancer } from './kinds/load-balancer.ts'
import { natGateway } from './kinds/nat-gateway.ts'
import { networkAcl } from './kinds/network-acl.ts'
import { networkInterface } from './kinds/network-interface.ts'
import { note } from './kinds/note.ts'
import { powerDomain } from './kinds/power-domain.ts'
import { prefixList } from './kinds/prefix-list.ts'
import { remoteAccess } from './kinds/remote-access.ts'
import { routeServer } from './kinds/route-server.ts'
import { routeTable } from './kinds/route-table.ts'
import { securityGroup } from './kinds/security-group.ts'
import { server } from './kinds/server.ts'
import { site } from './kinds/site.ts'
import { softwareVpn } from './kinds/software-vpn.ts'
import { subnet } from './kinds/subnet.ts'
import { transitGateway } from './kinds/transit-gateway.ts'
import { transitGatewayConnectPeer } from './kinds/transit-gateway-connect-peer.ts'
import { transitGatewayPeeringAttachment } from './kinds/transit-gateway-peering-attachment.ts'
import { transitGatewayRouteTable } from './kinds/transit-gateway-route-table.ts'
import { transitGatewayVpcAttachment } from './kinds/transit-gateway-vpc-attachment.ts'
import { userGroup } from './kinds/user-group.ts'
import { virtualInterface } from './kinds/virtual-interface.ts'
import { vpc } from './kinds/vpc.ts'
import { vpcEndpoint } from './kinds/vpc-endpoint.ts'
import { vpcEndpointService } from './kinds/vpc-endpoint-service.ts'
import { vpcPeeringConnection } from './kinds/vpc-peering-connection.ts'
import { vpnConnection } from './kinds/vpn-connection.ts'
import { vpnGateway } from './kinds/vpn-gateway.ts'
import { wanLink } from './kinds/wan-link.ts'

const DEFINITIONS = [
  site,
  powerDomain,
  customerGateway,
  ispLink,
  server,
  userGroup,
  directory,
  vpc,
  subnet,
  instance,
  networkInterface,
  loadBalancer,
  internetGateway,
  egressOnlyInternetGateway,
  natGateway,
  vpnGateway,
  transitGateway,
  coreNetwork,
  vpcEndpoint,
  vpcEndpointService,
  clientVpnEndpoint,
  routeServer,
  directConnectGateway,
  directConnectConnection,
  directConnectLag,
  awsPublicServices,
  vpnConnection,
  softwareVpn,
  remoteAccess,
  wanLink,
  carrierCircuit,
  vpcPeeringConnection,
  transitGatewayVpcAttachment,
  transitGatewayPeeringAttachment,
  transitGatewayConnectPeer,
  coreNetworkAttachment,
  directConnectGatewayAssociation,
  virtualInterface,
  routeTable,
  transitGatewayRouteTable,
  coreNetworkSegment,
  securityGroup,
  networkAcl,
  prefixList,
  frame,
  note,
  legend,
] as const

/** Schema of every resource, told apart by `kind`. */
export const resourceSchema = z.discriminatedUnion('kind', [
  site.schema,
  powerDomain.schema,
  customerGateway.schema,
  ispLink.schema,
  server.schema,
  userGroup.schema,
  directory.schema,
  vpc.schema,
  subnet.schema,
  instance.schema,
  networkInterface.schema,
  loadBalancer.schema,
  internetGateway.schema,
  egressOnlyInternetGateway.schema,
  natGateway.schema,
  vpnGateway.schema,
  transitGateway.schema,
  coreNetwork.schema,
  vpcEndpoint.schema,
  vpcEndpointService.schema,
  clientVpnEndpoint.schema,
  routeServer.schema,
  directConnectGateway.schema,
  directConnectConnection.schema,
  directConnectLag.schema,
  awsPublicServices.schema,
  vpnConnection.schema,
  softwareVpn.schema,
  remoteAccess.schema,
  wanLink.schema,
  carrierCircuit.schema,
  vpcPeeringConnection.schema,
  transitGatewayVpcAttachment.schema,
  transitGatewayPeeringAttachment.schema,
  transitGatewayConnectPeer.schema,
  coreNetworkAttachment.schema,
  directConnectGatewayAssociation.schema,
  virtualInterface.schema,
  routeTable.schema,
  transitGatewayRouteTable.schema,
  coreNetworkSegment.schema,
  securityGroup.schema,
  networkAcl.schema,
  prefixList.schema,
  frame.schema,
  note.schema,
  legend.schema,
])

type Immutable<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Immutable<Item>[]
    : { readonly [Key in keyof T]: Immutable<T[Key]> }

/** Any resource of a design. */
export type Resource = Immutable<z.infer<typeof resourceSchema>>

/** Every kind of the catalogue. */
export type Kind = Resource['kind']

/** A resource of one kind. */
export type ResourceOf<K extends Kind> = Extract<Resource, { readonly kind: K }>

/** Kinds in catalogue order (palette and report order). */
export const KINDS: readonly Kind[] = DEFINITIONS.map((definition) => definition.schema.shape.kind.value)

const byKind = new Map<string, KindDefinition>(DEFINITIONS.map((definition) => [definition.kind, definition]))

/** True when the text names a kind of the catalogue. */
export function isKind(text: string): text is Kind {
  return byKind.has(text)
}

/** The definition of a kind. */
export function definitionOf(kind: Kind): KindDefinition {
  const definition = byKind.get(kind)
  if (!definition) throw new Error(`no definition for kind ${kind}`)
  return definition
}

/** All definitions in catalogue order. */
export const KIND_DEFINITIONS: readonly KindDefinition[] = DEFINITIONS

/** True when the resource is of the kind; narrows its type. */
export function isOfKind<K extends Kind>(resource: Resource | undefined, kind: K): resource is ResourceOf<K> {
  return resource?.kind === kind
}
