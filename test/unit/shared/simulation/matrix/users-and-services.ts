import type { Design } from '../../../../../src/shared/document/design.ts'
import { Sketch } from '../sketch.ts'

/**
 * A site behind a VPN to a VPC of two subnets. People in the office have a quarter of the site's network. Travellers dial in to a
 * Client VPN endpoint that lets them into subnet a alone, and to the site's router. Subnet b's network ACL keeps out half of the
 * router's pool. In the VPC are an interface endpoint of AWS and a shop behind a load balancer with an endpoint of its own.
 */
export function usersAndServices(): Design {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc, subnets: [a, b] } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const hq = sketch.site('hq', '192.168.0.0/24', ['isp'])
  const router = sketch.add('customer-gateway', 'router', { site: hq, announcedPrefixes: ['192.168.0.0/24', '192.168.9.0/24'], remoteUserPool: '192.168.9.0/24' })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, VpnGatewayId: vgw })
  sketch.add('user-group', 'office', { site: hq, prefix: '192.168.0.64/26' })
  const travellers = sketch.add('user-group', 'travellers')
  const dialIn = sketch.add('client-vpn-endpoint', 'dial-in', { VpcId: vpc, Region: 'eu-west-1', ClientCidrBlock: '172.24.0.0/22', ClientVpnTargetNetworks: [{ SubnetId: a }], AuthorizationRules: [{ DestinationCidr: '10.0.1.0/24' }] })
  sketch.add('remote-access', 'by-endpoint', { users: travellers, ClientVpnEndpointId: dialIn })
  sketch.add('remote-access', 'by-router', { users: travellers, device: router })
  const allow = { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }
  sketch.add('network-acl', 'half', { VpcId: vpc, Associations: [{ SubnetId: b }], Entries: [{ ...allow, Egress: true }, { ...allow, Egress: false }, { ...allow, RuleNumber: 10, Egress: false, RuleAction: 'deny', CidrBlock: '192.168.9.128/25' }] })
  sketch.add('vpc-endpoint', 'queue', { VpcId: vpc, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.sqs', SubnetIds: [a, b] })
  const server = sketch.add('instance', 'shop-1', { SubnetId: a, PrivateIpAddress: '10.0.1.10' })
  const balancer = sketch.add('load-balancer', 'shop-nlb', { VpcId: vpc, SubnetIds: [a, b], Targets: [{ Id: server }], CrossZone: true })
  const service = sketch.add('vpc-endpoint-service', 'shop-service', { VpcId: vpc, loadBalancers: [balancer] })
  sketch.add('vpc-endpoint', 'shop', { VpcId: vpc, VpcEndpointType: 'Interface', ServiceName: 'shop', service, SubnetIds: [a] })
  return sketch.design()
}
