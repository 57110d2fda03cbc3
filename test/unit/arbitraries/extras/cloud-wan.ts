import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { asnOf, at, deviceOf, perZone } from './ground.ts'

/** A core network with segments, VPC attachments, a VPN connection and a Direct Connect gateway on it. */
export function addCloudWan(builder: Builder, plan: NonNullable<ExtrasPlan['cloudWan']>): void {
  const core = builder.add('core-network', 'wan', { EdgeLocations: [{ Location: 'us-east-1', Asn: 64_800 }, { Location: 'eu-west-1', Asn: 64_801 }] })
  const segments = Array.from({ length: plan.segments }, (_, number) => builder.add('core-network-segment', `segment${number}`, { CoreNetworkId: core, SharedSegments: [], ...(plan.isolated && number === 0 ? { IsolateAttachments: true } : {}) }))
  const [first, second] = segments
  if (plan.shared && first && second) Object.assign(builder.resources[first] ?? {}, { SharedSegments: [second] })
  for (let number = 0; number < Math.min(plan.vpcs, builder.vpcs.length); number++) {
    const vpc = at(builder.vpcs, plan.at + number)
    builder.add('core-network-attachment', `wan-vpc${number}`, { CoreNetworkId: core, VpcId: vpc.id, SubnetIds: perZone(vpc, plan.feet ? 3 : 1), segment: at(segments, number), EdgeLocation: vpc.region })
    if (!plan.routes) continue
    const wide = vpc.attachment ? ['172.16.0.0/12'] : ['10.0.0.0/8', '192.168.0.0/16']
    const exact = builder.vpcs.filter((other) => other !== vpc).flatMap(({ cidrs }) => cidrs)
    for (const table of vpc.tables) for (const DestinationCidrBlock of plan.at % 2 === 0 ? wide : exact) builder.route(table, { DestinationCidrBlock, target: core })
  }
  if (plan.vpn) builder.add('vpn-connection', 'vpn-wan', { CustomerGatewayId: deviceOf(builder, plan.at), CoreNetworkId: core, segment: at(segments, plan.at), StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: plan.feet }] })
  if (!plan.directConnect) return
  const gateway = builder.add('direct-connect-gateway', 'dxgw-wan', { AmazonSideAsn: 64_515 })
  const router = deviceOf(builder, plan.at + 1)
  const connection = builder.add('direct-connect-connection', 'dx-wan', { Location: 'EqDC2', Bandwidth: '1Gbps', AwsLogicalDeviceId: 'device-0', ...builder.place('us-east-1') })
  builder.add('direct-connect-gateway-association', 'dxgw-wan', { DirectConnectGatewayId: gateway, CoreNetworkId: core, segment: at(segments, 0), AllowedPrefixes: [] })
  builder.add('virtual-interface', 'vif-wan', { VirtualInterfaceType: 'transit', ConnectionId: connection, DirectConnectGatewayId: gateway, customerRouter: router, Vlan: 400, Asn: asnOf(builder, router) })
}
