import { z } from 'zod'
import type { KindDefinition } from './kind.ts'
import { customerGateway } from './kinds/customer-gateway.ts'
import { directConnectConnection } from './kinds/direct-connect-connection.ts'
import { directConnectGatewayAssociation } from './kinds/direct-connect-gateway-association.ts'
import { directConnectGateway } from './kinds/direct-connect-gateway.ts'
import { instance } from './kinds/instance.ts'
import { internetGateway } from './kinds/internet-gateway.ts'
import { ispLink } from './kinds/isp-link.ts'
import { natGateway } from './kinds/nat-gateway.ts'
import { networkAcl } from './kinds/network-acl.ts'
import { networkInterface } from './kinds/network-interface.ts'
import { prefixList } from './kinds/prefix-list.ts'
import { routeTable } from './kinds/route-table.ts'
import { securityGroup } from './kinds/security-group.ts'
import { site } from './kinds/site.ts'
import { subnet } from './kinds/subnet.ts'
import { transitGatewayRouteTable } from './kinds/transit-gateway-route-table.ts'
import { transitGatewayVpcAttachment } from './kinds/transit-gateway-vpc-attachment.ts'
import { transitGateway } from './kinds/transit-gateway.ts'
import { virtualInterface } from './kinds/virtual-interface.ts'
import { vpcEndpoint } from './kinds/vpc-endpoint.ts'
import { vpcPeeringConnection } from './kinds/vpc-peering-connection.ts'
import { vpc } from './kinds/vpc.ts'
import { vpnConnection } from './kinds/vpn-connection.ts'
import { vpnGateway } from './kinds/vpn-gateway.ts'

const DEFINITIONS = [
  site,
  customerGateway,
  ispLink,
  vpc,
  subnet,
  instance,
  networkInterface,
  internetGateway,
  natGateway,
  vpnGateway,
  transitGateway,
  vpcEndpoint,
  directConnectGateway,
  directConnectConnection,
  vpnConnection,
  vpcPeeringConnection,
  transitGatewayVpcAttachment,
  directConnectGatewayAssociation,
  virtualInterface,
  routeTable,
  transitGatewayRouteTable,
  securityGroup,
  networkAcl,
  prefixList,
] as const

/** Schema of every resource, told apart by `kind`. */
export const resourceSchema = z.discriminatedUnion('kind', [
  site.schema,
  customerGateway.schema,
  ispLink.schema,
  vpc.schema,
  subnet.schema,
  instance.schema,
  networkInterface.schema,
  internetGateway.schema,
  natGateway.schema,
  vpnGateway.schema,
  transitGateway.schema,
  vpcEndpoint.schema,
  directConnectGateway.schema,
  directConnectConnection.schema,
  vpnConnection.schema,
  vpcPeeringConnection.schema,
  transitGatewayVpcAttachment.schema,
  directConnectGatewayAssociation.schema,
  virtualInterface.schema,
  routeTable.schema,
  transitGatewayRouteTable.schema,
  securityGroup.schema,
  networkAcl.schema,
  prefixList.schema,
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
