import type { ResourceId } from '../../../src/shared/model/id.ts'
import type { Builder, BuiltSite } from './build.ts'
import type { DirectConnectPlan, SitePlan } from './plan.ts'

/** Adds a site with its ISP links, devices and VPN connections. Prefixes are 192.168.<n>.0/24. */
export function addSite(builder: Builder, plan: SitePlan, index: number): void {
  const name = `site${index}`
  const block = plan.overlapping && index > 0 ? index - 1 : index
  const prefixes = Array.from({ length: plan.prefixes }, (_, number) => `192.168.${block * 10 + number}.0/24`)
  const id = builder.add('site', name, { prefixes, siteType: 'branch' })
  const links = Array.from({ length: plan.ispLinks }, (_, number) => builder.add('isp-link', `${name}-isp${number}`, { site: id, provider: `isp ${number}` }))
  const site: BuiltSite = { id, prefixes, devices: [] }
  builder.sites.push(site)
  for (const [number, device] of plan.devices.entries()) {
    const deviceId = builder.add('customer-gateway', `${name}-cgw${number}`, {
      ...builder.place('us-east-1'),
      site: id,
      ...(device.address ? { IpAddress: `203.0.113.${index * 10 + number + 20}` } : {}),
      BgpAsn: 65_000 + index,
      ispLinks: device.oneIspLink ? links.slice(0, 1) : [],
      announcedPrefixes: device.announcesLess ? prefixes.slice(0, 1) : [],
      bgp: device.bgp,
    })
    site.devices.push(deviceId)
    for (const [count, vpn] of device.vpns.entries()) addVpn(builder, vpn, site, deviceId, `${name}-vpn${number}${count}`)
  }
}

function addVpn(builder: Builder, vpn: SitePlan['devices'][number]['vpns'][number], site: BuiltSite, device: ResourceId, name: string): void {
  const gateways = [...(builder.transitGateway ? [builder.transitGateway] : []), ...builder.vpcs.flatMap((vpc) => vpc.vpnGateway ?? [])]
  const gateway = gateways[vpn.gateway % Math.max(1, gateways.length)]
  if (!gateway) return
  const transit = gateway === builder.transitGateway
  const number = Object.keys(builder.resources).length
  const tunnel = (side: number, configured: boolean) => ({
    configured,
    ...(vpn.outsideAddresses ? { OutsideIpAddress: `198.18.${number % 250}.${side}`, TunnelInsideCidr: `169.254.${10 + (number % 200)}.${side * 4}/30` } : {}),
  })
  const id = builder.add('vpn-connection', name, {
    CustomerGatewayId: device,
    ...(transit ? { TransitGatewayId: gateway } : { VpnGatewayId: gateway }),
    StaticRoutesOnly: vpn.static,
    Routes: vpn.static && vpn.routes && !transit ? site.prefixes.map((DestinationCidrBlock) => ({ DestinationCidrBlock })) : [],
    TunnelOptions: [tunnel(1, true), tunnel(2, vpn.secondTunnel)],
  })
  if (transit) builder.attachments.push({ id, prefixes: vpn.routes ? site.prefixes : [], learned: !vpn.static })
}

/** Adds connections with virtual interfaces to a VGW, or to a Direct Connect gateway with its association. */
export function addDirectConnect(builder: Builder, plan: DirectConnectPlan): void {
  const router = builder.sites[0]?.devices[0]
  const vpc = builder.vpcs.find((candidate) => candidate.vpnGateway)
  const overTransit = plan.transit && builder.transitGateway !== undefined
  if (!router || (!vpc && !overTransit)) return
  const straight = plan.straight && vpc !== undefined
  const gateway = straight ? undefined : builder.add('direct-connect-gateway', 'dxgw', { AmazonSideAsn: 64_513 })
  for (let number = 0; number < plan.connections; number++) {
    const connection = builder.add('direct-connect-connection', `dx${number}`, {
      ...builder.place('us-east-1'),
      Location: `EqDC${plan.sameDevice ? 2 : 2 + number}`,
      Bandwidth: '1Gbps',
      AwsLogicalDeviceId: `device-${plan.sameDevice ? 0 : number}`,
    })
    builder.add('virtual-interface', `vif${number}`, {
      VirtualInterfaceType: !straight && overTransit ? 'transit' : 'private',
      ConnectionId: connection,
      customerRouter: router,
      ...(gateway ? { DirectConnectGatewayId: gateway } : { VirtualGatewayId: vpc?.vpnGateway }),
      Vlan: 100 + number,
      Asn: 65_000,
      AmazonAddress: `169.254.${50 + number}.1/30`,
      CustomerAddress: `169.254.${50 + number}.2/30`,
      ...(plan.preference === 'none' ? {} : { localPreference: plan.preference }),
    })
  }
  if (!gateway) return
  const blocks = builder.vpcs.flatMap((candidate) => candidate.cidrs)
  const association = builder.add('direct-connect-gateway-association', 'dxgw-association', {
    DirectConnectGatewayId: gateway,
    ...(overTransit ? { TransitGatewayId: builder.transitGateway } : { VpnGatewayId: vpc?.vpnGateway }),
    AllowedPrefixes: plan.forgetsPrefixes ? [] : [...new Set(blocks)].slice(0, 3),
  })
  if (overTransit) builder.attachments.push({ id: association, prefixes: builder.sites[0]?.prefixes ?? [], learned: true })
}
