import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Builder, BuiltVpc } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at, deviceOf, edgeOf, netOf, sitesOf } from './ground.ts'

type SoftwarePlan = NonNullable<ExtrasPlan['software']>
type TunnelPlan = SoftwarePlan['tunnels'][number]

/** VPN appliances on EC2 with tunnels, routes to them, and what keeps the routes right when one fails. */
export function addSoftware(builder: Builder, plan: SoftwarePlan): void {
  const vpc = at(builder.vpcs, plan.vpc)
  const first = addAppliance(builder, plan, vpc, 'a', 10)
  const appliances = [first, ...(plan.standIn ? [addAppliance(builder, plan, vpc, 'b', 11)] : [])]
  for (const appliance of appliances) for (const [number, tunnel] of plan.tunnels.entries()) addTunnel(builder, plan, vpc, appliance, tunnel, number)
  if (plan.standIn && plan.monitor) builder.add('instance', 'watcher', { SubnetId: at(vpc.subnets, 0).id, PrivateIpAddress: `${at(vpc.subnets, 0).cidr.replace(/\.\d+\/\d+$/, '')}.60`, SecurityGroupIds: [], SourceDestCheck: true, role: 'vpn-monitor', watches: appliances })
  if (plan.routeServer) {
    builder.add('route-server', 'rs', { VpcId: vpc.id, AmazonSideAsn: 64_530, Endpoints: [{ SubnetId: edgeOf(builder, vpc).id }], Peers: appliances.map((peer) => ({ peer })), PropagationRouteTableIds: vpc.tables })
    return
  }
  const far = plan.tunnels.some(({ to }) => to === 'device') ? ['192.168.0.0/16'] : builder.vpcs.filter((other) => other !== vpc).flatMap(({ cidrs }) => cidrs)
  for (const table of vpc.tables) for (const DestinationCidrBlock of far) builder.route(table, { DestinationCidrBlock, target: first })
}

function addAppliance(builder: Builder, plan: SoftwarePlan, vpc: BuiltVpc, suffix: string, host: number): ResourceId {
  const edge = edgeOf(builder, vpc)
  const name = `${vpc.id.replace('vpc:', '')}-gw-${suffix}`
  const announced = { own: [], everything: ['10.0.0.0/8'], sites: [...vpc.cidrs, ...sitesOf(builder, 1).flatMap(({ prefixes }) => prefixes)] }[plan.announces]
  return builder.add('instance', name, {
    SubnetId: edge.id,
    PrivateIpAddress: `${edge.net}.${host}`,
    ...(plan.address ? { PublicIpAddress: `198.51.12${builder.vpcs.indexOf(vpc)}.${host}` } : {}),
    SecurityGroupIds: [],
    SourceDestCheck: !plan.checkOff,
    role: 'vpn-appliance',
    BgpAsn: 65_100 + Number(netOf(vpc).split('.')[1]),
    announcedPrefixes: announced,
  })
}

function addTunnel(builder: Builder, plan: SoftwarePlan, vpc: BuiltVpc, appliance: ResourceId, tunnel: TunnelPlan, number: number): void {
  const name = `${appliance.replace('instance:', '')}-${number}`
  const routing = tunnel.static ? 'static' : 'bgp'
  const common = { protocol: 'ipsec', routing }
  if (tunnel.to === 'device') {
    const device = deviceOf(builder, tunnel.at)
    const site = builder.sites.find(({ devices }) => devices.includes(device))?.prefixes ?? []
    builder.add('software-vpn', name, { ...common, near: device, far: appliance, nearPrefixes: tunnel.lists ? site.slice(0, 1) : [], farPrefixes: tunnel.lists ? vpc.cidrs.slice(0, 1) : [] })
    return
  }
  const others = builder.vpcs.filter((other) => other !== vpc)
  if (others.length === 0) return
  const other = at(others, tunnel.at)
  if (tunnel.to === 'appliance') {
    const far = `instance:${other.id.replace('vpc:', '')}-gw-a` as ResourceId
    if (!builder.resources[far]) addAppliance(builder, plan, other, 'a', 10)
    for (const table of other.tables) for (const DestinationCidrBlock of vpc.cidrs) builder.route(table, { DestinationCidrBlock, target: far })
    builder.add('software-vpn', name, { ...common, near: appliance, far, nearPrefixes: tunnel.lists ? vpc.cidrs : [], farPrefixes: tunnel.lists ? other.cidrs : [] })
    return
  }
  const gateway = other.vpnGateway ?? builder.transitGateway
  if (!gateway) return
  const transit = gateway === builder.transitGateway
  const id = builder.add('vpn-connection', name, {
    CustomerGatewayId: appliance,
    ...(transit ? { TransitGatewayId: gateway } : { VpnGatewayId: gateway }),
    StaticRoutesOnly: tunnel.static,
    Routes: tunnel.static && !transit ? vpc.cidrs.map((DestinationCidrBlock) => ({ DestinationCidrBlock })) : [],
    TunnelOptions: [{ configured: true }, { configured: true }],
  })
  if (transit) builder.attachments.push({ id, prefixes: vpc.cidrs, learned: !tunnel.static })
}
