import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { asnOf, at, change, deviceOf, sitesOf } from './ground.ts'

type PhysicalPlan = NonNullable<ExtrasPlan['physical']>

const LOCATION = 'EqDC9'

/** A LAG with its members and circuits, virtual interfaces of every type over it, SiteLink, and VPNs that run over them. */
export function addPhysical(builder: Builder, plan: PhysicalPlan): void {
  const [site] = sitesOf(builder, 1)
  if (!site) return
  const router = at(site.devices, 0)
  const lag = builder.add('direct-connect-lag', 'lag', { ...builder.place('us-east-1'), Location: LOCATION, ConnectionsBandwidth: '10Gbps', MinimumLinks: plan.minimumLinks, AwsLogicalDeviceId: 'device-9' })
  const members = Array.from({ length: plan.members }, (_, number) => builder.add('direct-connect-connection', `lag-${number}`, { ...builder.place('us-east-1'), Location: LOCATION, Bandwidth: '10Gbps', LagId: lag, AwsLogicalDeviceId: 'device-9' }))
  for (let number = 0; number < plan.circuits; number++) builder.add('carrier-circuit', `tail${number}`, { site: site.id, ConnectionId: number === 0 ? lag : at(members, number) })
  const { gateway, type, association } = gatewayOf(builder, plan)
  const vif = (name: string, fields: Record<string, unknown>) => builder.add('virtual-interface', name, { VirtualInterfaceType: type, DirectConnectGatewayId: gateway, Vlan: 200, ...fields, Asn: asnOf(builder, String(fields['customerRouter'])) })
  vif('vif-lag', { ConnectionId: lag, customerRouter: router, ...(plan.siteLink ? { SiteLinkEnabled: true } : {}), ...(plan.tooMany ? { prefixAllocation: 1 } : {}) })
  if (plan.tooMany) change(builder, router, { announcedPrefixes: [...site.prefixes, '192.168.250.0/24'] })
  if (plan.siteLink) {
    const far = sitesOf(builder, 2)[1]
    const connection = builder.add('direct-connect-connection', 'dx-far', { Location: 'EqLD5', Bandwidth: '1Gbps', ...builder.place('eu-west-1') })
    if (far) vif('vif-far', { ConnectionId: connection, customerRouter: at(far.devices, 0), SiteLinkEnabled: plan.minimumLinks < 2 })
  }
  if (plan.public) {
    const publicServices = builder.add('aws-public-services', 'aws', {})
    builder.add('virtual-interface', 'vif-public', { VirtualInterfaceType: 'public', ConnectionId: plan.siteLink ? lag : at(members, 0), customerRouter: router, publicServices, Vlan: 300, Asn: asnOf(builder, router), RouteFilterPrefixes: [plan.covers ? '203.0.113.0/24' : '198.51.100.0/24'] })
  }
  if (plan.privateVpn && type === 'transit') addPrivateVpn(builder, plan, router, association)
}

/** The Direct Connect gateway that the design has, or a new one for what there is to reach. */
function gatewayOf(builder: Builder, plan: PhysicalPlan): { gateway: ResourceId; type: 'transit' | 'private'; association: ResourceId } {
  const known = makeResourceId('direct-connect-gateway', 'dxgw')
  const association = makeResourceId('direct-connect-gateway-association', 'dxgw-association')
  const old = builder.resources[association]
  if (builder.resources[known] && old) return { gateway: known, type: old['TransitGatewayId'] === undefined ? 'private' : 'transit', association }
  const gateway = builder.add('direct-connect-gateway', 'dxgw-lag', { AmazonSideAsn: 64_514 })
  const vgw = builder.vpcs.find(({ vpnGateway }) => vpnGateway)?.vpnGateway
  const transit = builder.transitGateway !== undefined && (plan.transit || vgw === undefined)
  if (!transit && vgw === undefined) return { gateway, type: 'private', association }
  const id = builder.add('direct-connect-gateway-association', 'dxgw-lag-association', { DirectConnectGatewayId: gateway, ...(transit ? { TransitGatewayId: builder.transitGateway } : { VpnGatewayId: vgw }), AllowedPrefixes: transit ? builder.vpcs.flatMap(({ cidrs }) => cidrs).slice(0, 3) : [] })
  if (transit) builder.attachments.push({ id, prefixes: [], learned: true })
  return { gateway, type: transit ? 'transit' : 'private', association: id }
}

/** A VPN connection that runs over the transit virtual interface (F-VPN-70). */
function addPrivateVpn(builder: Builder, plan: PhysicalPlan, router: ResourceId, association: ResourceId): void {
  const gateway = builder.transitGateway
  const link = builder.resources[association]
  if (!gateway || !link) return
  change(builder, gateway, { TransitGatewayCidrBlocks: ['100.65.0.0/24'] })
  if (plan.covers) link['AllowedPrefixes'] = ['100.65.0.0/16', ...(link['AllowedPrefixes'] as string[])]
  const id = builder.add('vpn-connection', 'vpn-private', { CustomerGatewayId: plan.members > 1 ? router : deviceOf(builder, 1), TransitGatewayId: gateway, OutsideIpAddressType: 'PrivateIpv4', TransportTransitGatewayAttachmentId: association, StaticRoutesOnly: false, Routes: [], TunnelOptions: [{ configured: true }, { configured: true }] })
  builder.attachments.push({ id, prefixes: [], learned: true })
}
