import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Builder, BuiltVpc } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at, perZone } from './ground.ts'

type EndpointsPlan = NonNullable<ExtrasPlan['endpoints']>

/** An endpoint service behind a load balancer, endpoints for it and for AWS's services, and a firewall fleet behind an endpoint. */
export function addEndpoints(builder: Builder, plan: EndpointsPlan): void {
  const provider = at(builder.vpcs, plan.provider)
  const consumer = at(builder.vpcs, plan.consumer)
  // Behind a guarded endpoint the targets are guarded, too: the listener on the other port then finds them closed.
  const guards = plan.securityGroup === 'web' ? [builder.add('security-group', 'shop-target', { VpcId: provider.id, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: provider.cidrs.map((CidrIp) => ({ CidrIp })) }], IpPermissionsEgress: [] })] : []
  const targets = Array.from({ length: plan.targets }, (_, number) => addTarget(builder, provider, number, guards))
  const port = plan.otherPort ? 8443 : 443
  const balance = (name: string, Type: string, Protocol: string, Port: number, fields: Record<string, unknown> = {}) =>
    builder.add('load-balancer', name, { VpcId: provider.id, Type, Scheme: 'internal', SubnetIds: perZone(provider, 2), SecurityGroupIds: [], CrossZone: plan.crossZone, Listeners: [{ Port, Protocol }], Targets: targets.map((Id) => ({ Id })), ...fields })
  const service = (name: string, loadBalancer: ResourceId) => builder.add('vpc-endpoint-service', name, { VpcId: provider.id, loadBalancers: [loadBalancer], SupportedRegions: [] })
  const shop = service('shop', balance('shop-nlb', 'network', 'TCP', port))
  const endpoint = (name: string, VpcEndpointType: string, fields: Record<string, unknown>) => builder.add('vpc-endpoint', name, { VpcId: consumer.id, VpcEndpointType, ServiceName: 'shop', RouteTableIds: [], SubnetIds: perZone(consumer, 2), ...fields })
  const groups = securityGroups(builder, plan, consumer)
  endpoint('shop', 'Interface', { service: shop, SecurityGroupIds: groups })
  if (plan.aws) endpoint('sqs', 'Interface', { ServiceName: 'com.amazonaws.us-east-1.sqs', SecurityGroupIds: groups, PrivateIpAddresses: perZone(consumer, 1).map((id) => `${String(builder.resources[id]?.['CidrBlock']).replace(/\.\d+\/\d+$/, '')}.150`), SubnetIds: perZone(consumer, 1) })
  if (plan.front) balance('front', 'application', 'HTTPS', 443, { Scheme: 'internet-facing' })
  if (!plan.firewall) return
  const walls = service('walls', balance('walls', 'gateway', 'GENEVE', 6081))
  const [subnet] = perZone(consumer, 1)
  const gate = endpoint('walls', 'GatewayLoadBalancer', { service: walls, SubnetIds: subnet ? [subnet] : [] })
  builder.route(consumer.main, { DestinationCidrBlock: at(['0.0.0.0/0', ...builder.vpcs.filter((other) => other !== consumer).flatMap(({ cidrs }) => cidrs)], plan.consumer), target: gate })
}

function addTarget(builder: Builder, provider: BuiltVpc, number: number, groups: readonly ResourceId[]): ResourceId {
  const subnet = at(provider.subnets, number)
  return builder.add('instance', `shop${number}`, { SubnetId: subnet.id, PrivateIpAddress: `${subnet.cidr.replace(/\.\d+\/\d+$/, '')}.${70 + number}`, SecurityGroupIds: [...groups], SourceDestCheck: true })
}

function securityGroups(builder: Builder, plan: EndpointsPlan, consumer: BuiltVpc): ResourceId[] {
  if (plan.securityGroup === 'none') return []
  const rules = plan.securityGroup === 'web' ? [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }] : []
  return [builder.add('security-group', 'shop-endpoint', { VpcId: consumer.id, IpPermissions: rules, IpPermissionsEgress: [] })]
}
