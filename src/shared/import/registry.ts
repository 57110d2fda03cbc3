import type { Kind } from '../model/index.ts'
import type { ImportContext } from './context.ts'
import { importCustomerNetwork } from './customer/network.ts'
import { networkAcls, securityGroups } from './items/filter.ts'
import { internetGateways, natGateways, prefixLists, vpcEndpoints, vpnGateways } from './items/gateway.ts'
import { addresses, instances, networkInterfaces } from './items/host.ts'
import { connections, customerGateways, directConnectAssociations, directConnectGateways, virtualInterfaces, vpnConnections } from './items/hybrid.ts'
import type { Items } from './items/items.ts'
import { routeTables } from './items/route.ts'
import { associations, attachments, propagatedRoutes, propagations, staticRoutes, transitGatewayRouteTables, transitGateways, vpcAttachments } from './items/transit-gateway.ts'
import { availabilityZones, peerings, subnets, vpcs } from './items/vpc.ts'
import { importConnections } from './kinds/direct-connect-connection.ts'
import { importDirectConnectAssociations, importDirectConnectGateways } from './kinds/direct-connect-gateway.ts'
import { importInstances } from './kinds/instance.ts'
import { importInternetGateways } from './kinds/internet-gateway.ts'
import { importNatGateways } from './kinds/nat-gateway.ts'
import { importNetworkAcls } from './kinds/network-acl.ts'
import { importNetworkInterfaces } from './kinds/network-interface.ts'
import { importPrefixLists } from './kinds/prefix-list.ts'
import { importRouteTables } from './kinds/route-table.ts'
import { importSecurityGroups } from './kinds/security-group.ts'
import { importSubnets } from './kinds/subnet.ts'
import { countTransitGatewayEvidence } from './kinds/transit-gateway-evidence.ts'
import { importTransitGatewayRouteTables } from './kinds/transit-gateway-route-table.ts'
import { addAttachedPlaceholders, addListedAttachments, importVpcAttachments } from './kinds/transit-gateway-vpc-attachment.ts'
import { addDefaultTables, importTransitGateways } from './kinds/transit-gateway.ts'
import { importVirtualInterfaces } from './kinds/virtual-interface.ts'
import { importVpcEndpoints } from './kinds/vpc-endpoint.ts'
import { importPeerings } from './kinds/vpc-peering-connection.ts'
import { importVpcs } from './kinds/vpc.ts'
import { importVpnConnections } from './kinds/vpn-connection.ts'
import { importVpnGateways } from './kinds/vpn-gateway.ts'

/** Every sort of item that the import reads. Their types differ; the schema of each is applied before anything else sees an item. */
export const ALL_ITEMS = [
  vpcs,
  subnets,
  availabilityZones,
  peerings,
  internetGateways,
  natGateways,
  vpnGateways,
  vpcEndpoints,
  prefixLists,
  instances,
  networkInterfaces,
  addresses,
  securityGroups,
  networkAcls,
  routeTables,
  transitGateways,
  vpcAttachments,
  attachments,
  transitGatewayRouteTables,
  propagations,
  associations,
  staticRoutes,
  propagatedRoutes,
  customerGateways,
  vpnConnections,
  directConnectGateways,
  directConnectAssociations,
  virtualInterfaces,
  connections,
] as unknown as readonly Items<unknown>[]

/** Importers in order: what adds placeholders comes before what refers to them. */
export const IMPORTERS: readonly ((context: ImportContext) => void)[] = [
  addListedAttachments,
  addDefaultTables,
  importVpcs,
  addAttachedPlaceholders,
  importSubnets,
  importPrefixLists,
  importInternetGateways,
  importVpnGateways,
  importNatGateways,
  importPeerings,
  importVpcEndpoints,
  importSecurityGroups,
  importNetworkAcls,
  importInstances,
  importNetworkInterfaces,
  importTransitGateways,
  importVpcAttachments,
  importDirectConnectGateways,
  importDirectConnectAssociations,
  importConnections,
  importCustomerLinks,
  importTransitGatewayRouteTables,
  importRouteTables,
  countTransitGatewayEvidence,
]

function importCustomerLinks(context: ImportContext): void {
  const network = importCustomerNetwork(context)
  importVpnConnections(context, network)
  importVirtualInterfaces(context, network)
}

/** Kinds that no answer of AWS becomes, and why. */
export const NOT_FROM_AWS: Partial<Record<Kind, string>> = {
  site: 'made from customer gateways and virtual interfaces: AWS knows the router, not the place',
  'isp-link': 'AWS does not know the customer’s lines, and none are invented',
  'power-domain': 'AWS does not know it',
  server: 'AWS does not know it',
  'user-group': 'AWS does not know it',
  'remote-access': 'AWS does not know it',
  'wan-link': 'AWS does not know it',
  'carrier-circuit': 'AWS does not know it',
  directory: 'AWS does not say which directory remote users are asked from',
  'software-vpn': 'AWS does not see the tunnels of appliances',
  note: 'it is drawn by hand and means nothing to the network',
  frame: 'it is drawn by hand and means nothing to the network',
  legend: 'it explains a drawing and means nothing to the network',
  'aws-public-services': 'it stands for addresses, of which there is nothing to import',
  'load-balancer': 'its answers are not read yet; they are listed as skipped',
  'egress-only-internet-gateway': 'its answers are not read yet; they are listed as skipped',
  'core-network': 'its answers are not read yet; they are listed as skipped',
  'core-network-segment': 'its answers are not read yet; they are listed as skipped',
  'core-network-attachment': 'its answers are not read yet; they are listed as skipped',
  'vpc-endpoint-service': 'its answers are not read yet; they are listed as skipped',
  'client-vpn-endpoint': 'its answers are not read yet; they are listed as skipped',
  'route-server': 'its answers are not read yet; they are listed as skipped',
  'direct-connect-lag': 'its answers are not read yet; they are listed as skipped',
  'transit-gateway-peering-attachment': 'its answers are not read yet; they are listed as skipped',
  'transit-gateway-connect-peer': 'its answers are not read yet; they are listed as skipped',
}

const NOT_YET = 'things of this kind are not modelled yet'
const NO_NETWORK = 'it is not part of the network'

/** Answers that are known and yet not imported, and why. */
export const NOT_IMPORTED = {
  CallerIdentity: 'it only tells whose account the files beside it are from',
  Regions: NO_NETWORK,
  DhcpOptions: NO_NETWORK,
  DBInstances: 'databases are shown by their network interfaces',
  DomainStatusList: 'search domains are shown by their network interfaces',
  Functions: 'functions are shown by their network interfaces',
  Clusters: 'clusters are shown by their network interfaces',
  LoadBalancers: 'load balancers are shown by their network interfaces',
  LoadBalancerDescriptions: 'load balancers are shown by their network interfaces',
  LoadBalancerAttributes: NOT_YET,
  LoadBalancerListeners: NOT_YET,
  LoadBalancerTargetHealth: NOT_YET,
  TargetGroups: NOT_YET,
  EgressOnlyInternetGateways: NOT_YET,
  CarrierGateways: NOT_YET,
  LocalGateways: NOT_YET,
  TransitGatewayPeeringAttachments: NOT_YET,
  TransitGatewayConnects: NOT_YET,
  TransitGatewayConnectPeers: NOT_YET,
  TransitGatewayPolicyTables: NOT_YET,
  TransitGatewayMulticastDomains: NOT_YET,
  ClientVpnEndpoints: NOT_YET,
  VpnConcentrators: NOT_YET,
  RouteServers: NOT_YET,
  Lags: NOT_YET,
  Interconnects: NOT_YET,
  DirectConnectGatewayAttachments: 'virtual interfaces tell the same',
  DirectConnectGatewayAssociationProposals: 'a proposal is not an association yet',
  SecurityGroupRules: 'the groups’ own lists of rules tell the same',
  TransitGatewayRouteTablePropagations: 'it does not say which route table it belongs to; name the file after the table’s id (tgw-rtb-….json)',
  Routes: 'it does not say which route table it belongs to; name the file after the table’s id (tgw-rtb-….json)',
  Associations: 'it does not say which route table it belongs to; name the file after the table’s id (tgw-rtb-….json)',
  Entries: 'it does not say which prefix list it belongs to; name the file after the list’s id (pl-….json)',
} as const satisfies Record<string, string>
