import type { Kind } from '../../../model/index.ts'
import { type Emitter, notExported, type NotExported } from '../emitter.ts'
import { customerGateway } from './customer-gateway.ts'
import { directConnectConnection } from './direct-connect-connection.ts'
import { directConnectGatewayAssociation } from './direct-connect-gateway-association.ts'
import { directConnectGateway } from './direct-connect-gateway.ts'
import { instance } from './instance.ts'
import { internetGateway } from './internet-gateway.ts'
import { natGateway } from './nat-gateway.ts'
import { networkAcl } from './network-acl.ts'
import { networkInterface } from './network-interface.ts'
import { prefixList } from './prefix-list.ts'
import { routeTable } from './route-table.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { transitGatewayRouteTable } from './transit-gateway-route-table.ts'
import { transitGatewayVpcAttachment } from './transit-gateway-vpc-attachment.ts'
import { transitGateway } from './transit-gateway.ts'
import { virtualInterface } from './virtual-interface.ts'
import { vpcEndpoint } from './vpc-endpoint.ts'
import { vpcPeeringConnection } from './vpc-peering-connection.ts'
import { vpc } from './vpc.ts'
import { vpnConnection } from './vpn-connection.ts'
import { vpnGateway } from './vpn-gateway.ts'

/** What becomes of each kind in CloudFormation; a kind that is missing here does not compile. */
export const EMITTERS: { readonly [K in Kind]: Emitter<K> | NotExported<K> } = {
  site: notExported('site', 'it is on the customer side, where CloudFormation makes nothing'),
  'customer-gateway': customerGateway,
  'isp-link': notExported('isp-link', 'it is on the customer side, where CloudFormation makes nothing'),
  vpc,
  subnet,
  instance,
  'network-interface': networkInterface,
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'vpn-gateway': vpnGateway,
  'transit-gateway': transitGateway,
  'vpc-endpoint': vpcEndpoint,
  'direct-connect-gateway': directConnectGateway,
  'direct-connect-connection': directConnectConnection,
  'vpn-connection': vpnConnection,
  'vpc-peering-connection': vpcPeeringConnection,
  'transit-gateway-vpc-attachment': transitGatewayVpcAttachment,
  'direct-connect-gateway-association': directConnectGatewayAssociation,
  'virtual-interface': virtualInterface,
  'route-table': routeTable,
  'transit-gateway-route-table': transitGatewayRouteTable,
  'security-group': securityGroup,
  'network-acl': networkAcl,
  'prefix-list': prefixList,
}
