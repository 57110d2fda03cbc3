import type { ResourceId } from '../../../src/shared/model/id.ts'
import { makeResourceId } from '../../../src/shared/model/id.ts'
import { definitionOf, type Kind, type Resource } from '../../../src/shared/model/index.ts'

/** One resource of every kind, connected with each other at most, with addresses that no random design has. */
export function strangers(): Record<ResourceId, Resource> {
  const made: Record<ResourceId, Resource> = {}
  const add = (kind: Kind, fields: Readonly<Record<string, unknown>> = {}): ResourceId => {
    const id = makeResourceId(kind, 'zz-stranger')
    const definition = definitionOf(kind)
    made[id] = definition.schema.parse({ ...definition.defaults(), id, kind, name: 'stranger', ...fields }) as unknown as Resource
    return id
  }
  const site = add('site', { prefixes: ['172.29.200.0/24'] })
  const powerDomain = add('power-domain', { site })
  const isp = add('isp-link', { site })
  const device = add('customer-gateway', { site, IpAddress: '100.20.0.9', BgpAsn: 64_999, ispLinks: [isp], powerDomain })
  add('server', { site })
  const users = add('user-group')
  const directory = add('directory', { site, IpAddress: '172.29.200.5' })
  const vpc = add('vpc', { CidrBlocks: ['172.29.0.0/16'] })
  const subnet = add('subnet', { VpcId: vpc, CidrBlock: '172.29.1.0/24', AvailabilityZone: 'zz-stranger-1a' })
  const group = add('security-group', { VpcId: vpc })
  const appliance = add('instance', { SubnetId: subnet, PrivateIpAddress: '172.29.1.10', PublicIpAddress: '100.20.0.10', SecurityGroupIds: [group], SourceDestCheck: false, role: 'vpn-appliance', BgpAsn: 64_998 })
  add('network-interface', { SubnetId: subnet, PrivateIpAddress: '172.29.1.11' })
  const internet = add('internet-gateway', { Attachments: [{ VpcId: vpc }] })
  add('egress-only-internet-gateway', { VpcId: vpc })
  add('nat-gateway', { SubnetId: subnet, NatGatewayAddresses: [{ PublicIp: '100.20.0.11' }] })
  const vgw = add('vpn-gateway', { VpcAttachments: [{ VpcId: vpc }], AmazonSideAsn: 64_997 })
  const transit = add('transit-gateway', { AmazonSideAsn: 64_996 })
  const attachment = add('transit-gateway-vpc-attachment', { TransitGatewayId: transit, VpcId: vpc, SubnetIds: [subnet] })
  add('transit-gateway-route-table', { TransitGatewayId: transit, Associations: [attachment], Propagations: [attachment] })
  add('transit-gateway-peering-attachment', { TransitGatewayId: transit, PeerTransitGatewayId: transit })
  add('transit-gateway-connect-peer', { peer: appliance, TransitGatewayId: transit, TransportTransitGatewayAttachmentId: attachment })
  const core = add('core-network')
  const segment = add('core-network-segment', { CoreNetworkId: core })
  add('core-network-attachment', { CoreNetworkId: core, VpcId: vpc, SubnetIds: [subnet], segment })
  const balancer = add('load-balancer', { VpcId: vpc, SubnetIds: [subnet], Targets: [{ Id: appliance }] })
  const service = add('vpc-endpoint-service', { VpcId: vpc, loadBalancers: [balancer] })
  add('vpc-endpoint', { VpcId: vpc, VpcEndpointType: 'Interface', service, SubnetIds: [subnet], PrivateIpAddresses: ['172.29.1.20'] })
  const client = add('client-vpn-endpoint', { VpcId: vpc, ClientCidrBlock: '172.28.0.0/22', ClientVpnTargetNetworks: [{ SubnetId: subnet }], directory })
  const table = add('route-table', { VpcId: vpc, Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: internet }] })
  add('route-server', { VpcId: vpc, Endpoints: [{ SubnetId: subnet }], Peers: [{ peer: appliance }], PropagationRouteTableIds: [table] })
  const gateway = add('direct-connect-gateway', { AmazonSideAsn: 64_995 })
  const lag = add('direct-connect-lag', { Location: 'zz-stranger', AwsLogicalDeviceId: 'zz' })
  add('direct-connect-connection', { Location: 'zz-stranger', LagId: lag, AwsLogicalDeviceId: 'zz' })
  const services = add('aws-public-services')
  add('direct-connect-gateway-association', { DirectConnectGatewayId: gateway, VpnGatewayId: vgw })
  add('virtual-interface', { VirtualInterfaceType: 'public', ConnectionId: lag, customerRouter: device, publicServices: services, RouteFilterPrefixes: ['100.20.0.0/28'] })
  add('vpn-connection', { CustomerGatewayId: device, VpnGatewayId: vgw })
  add('software-vpn', { near: device, far: appliance })
  add('remote-access', { users, ClientVpnEndpointId: client })
  add('wan-link', { site, peerSite: site })
  add('carrier-circuit', { site, ConnectionId: lag })
  add('vpc-peering-connection', { RequesterVpcId: vpc, AccepterVpcId: vpc })
  add('network-acl', { VpcId: vpc, Associations: [{ SubnetId: subnet }] })
  add('prefix-list', { Entries: [{ Cidr: '172.29.0.0/16' }] })
  add('note')
  add('frame')
  add('legend')
  return made
}
