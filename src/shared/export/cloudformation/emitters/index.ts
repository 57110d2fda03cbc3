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
  'power-domain': notExported('power-domain', 'it is on the customer side, where CloudFormation makes nothing'),
  server: notExported('server', 'it is on the customer side, where CloudFormation makes nothing'),
  'user-group': notExported('user-group', 'it is on the customer side, where CloudFormation makes nothing'),
  directory: notExported('directory', 'the design says where it stands, not how it is made'),
  'remote-access': notExported('remote-access', 'it is on the customer side, where CloudFormation makes nothing'),
  'wan-link': notExported('wan-link', 'it is on the customer side, where CloudFormation makes nothing'),
  'carrier-circuit': notExported('carrier-circuit', 'it is on the customer side, where CloudFormation makes nothing'),
  'software-vpn': notExported('software-vpn', 'its ends are configured on the appliances themselves'),
  note: notExported('note', 'it means nothing to the network'),
  frame: notExported('frame', 'it means nothing to the network'),
  legend: notExported('legend', 'it means nothing to the network'),
  'aws-public-services': notExported('aws-public-services', 'it stands for addresses of AWS, where there is nothing to make'),
  'load-balancer': notExported('load-balancer', 'this version writes no template for it'),
  'egress-only-internet-gateway': notExported('egress-only-internet-gateway', 'this version writes no template for it'),
  'core-network': notExported('core-network', 'this version writes no template for it'),
  'core-network-segment': notExported('core-network-segment', 'this version writes no template for it'),
  'core-network-attachment': notExported('core-network-attachment', 'this version writes no template for it'),
  'vpc-endpoint-service': notExported('vpc-endpoint-service', 'this version writes no template for it'),
  'client-vpn-endpoint': notExported('client-vpn-endpoint', 'this version writes no template for it'),
  'route-server': notExported('route-server', 'this version writes no template for it'),
  'direct-connect-lag': notExported('direct-connect-lag', 'this version writes no template for it'),
  'transit-gateway-peering-attachment': notExported('transit-gateway-peering-attachment', 'this version writes no template for it'),
  'transit-gateway-connect-peer': notExported('transit-gateway-connect-peer', 'this version writes no template for it'),
}
