import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import { containsPrefix } from '../../src/shared/net/prefix.ts'
import { announced, policy, type Router, routerOf, siteOf, speaksBgp, vpcOf } from './routers.ts'
import { leadsTo } from './entries.ts'
import { covers, type Iface, parsed, prefixes, type World } from './world.ts'

const powered = (world: World, resource: Resource): boolean => !('powerDomain' in resource && world.failed.has(`power-domain:${resource.powerDomain}`))

export const deviceUp = (world: World, device: ResourceOf<'customer-gateway'>): boolean => !world.failed.has(`customer-device:${device.id}`) && powered(world, device)
export const serverUp = (world: World, server: ResourceOf<'server'>): boolean => powered(world, server)
export const ispUp = (world: World, link: ResourceOf<'isp-link'>): boolean => !world.failed.has(`isp-link:${link.id}`) && powered(world, link)

export const mainIface = (world: World, instance: string): Iface | undefined => world.ifaces.find((iface) => iface.owner.id === instance)

export function instanceUp(world: World, instance: ResourceOf<'instance'>): boolean {
  const iface = mainIface(world, instance.id)
  return iface !== undefined && world.ifaceUp(iface)
}

export const routerUp = (world: World, router: Router): boolean => (router.kind === 'instance' ? instanceUp(world, router) : deviceUp(world, router))

// Direct Connect

/** An AWS device is known by its location and name; one without a name belongs to its port alone. */
const deviceOf = (location: string | undefined, device: string | undefined, port: string) => (device === undefined ? `dx-device:${port}` : `dx-device:${location ?? '-'}/${device}`)

/** The elements that a Direct Connect connection needs; an unstated location or device is one of its own. */
export function dxElements(connection: ResourceOf<'direct-connect-connection'>): string[] {
  const location = connection.Location ?? connection.id
  return [`dx-connection:${connection.id}`, `dx-location:${location}`, deviceOf(connection.Location, connection.AwsLogicalDeviceId, connection.id)]
}

const membersOf = (world: World, lag: ResourceOf<'direct-connect-lag'>) => world.all('direct-connect-connection').filter((member) => member.LagId === lag.id)

/** Location and device of a LAG, its own or those of its first member. */
export function lagElements(world: World, lag: ResourceOf<'direct-connect-lag'>): string[] {
  const [first] = membersOf(world, lag)
  const location = lag.Location ?? first?.Location ?? first?.id ?? lag.id
  return [`dx-location:${location}`, deviceOf(lag.Location ?? first?.Location, lag.AwsLogicalDeviceId ?? first?.AwsLogicalDeviceId, first?.id ?? lag.id)]
}

/** Of several carrier circuits to a port any one serves; none drawn: the cable is presumed. */
function circuitUp(world: World, port: string): boolean {
  const circuits = world.all('carrier-circuit').filter((circuit) => circuit.ConnectionId === port)
  return circuits.length === 0 || circuits.some((circuit) => !world.failed.has(`carrier-circuit:${circuit.id}`))
}

function portUp(world: World, port: string | undefined): boolean {
  if (port !== undefined && !circuitUp(world, port)) return false
  const connection = world.get('direct-connect-connection', port)
  if (connection) return dxElements(connection).every((element) => !world.failed.has(element))
  const lag = world.get('direct-connect-lag', port)
  if (!lag) return true
  const live = membersOf(world, lag).filter((member) => !world.failed.has(`dx-connection:${member.id}`) && circuitUp(world, member.id))
  return live.length >= Math.max(1, lag.MinimumLinks) && lagElements(world, lag).every((element) => !world.failed.has(element))
}

/** A session whose router says more than the prefixes allocated to it goes down as a whole (F-DX-32). */
function withinAllocation(world: World, vif: ResourceOf<'virtual-interface'>, router: Router): boolean {
  const said = announced(world, router).filter((prefix) => policy(router, 'out', vif.id, prefix)?.action !== 'deny')
  return vif.VirtualInterfaceType === 'public' || ([4, 6] as const).every((family) => said.filter((prefix) => prefix.family === family).length <= (vif.prefixAllocation ?? 100))
}

/** Whether the BGP session of a virtual interface is up: both ends expect the ASN that the other has. */
export function vifUp(world: World, vif: ResourceOf<'virtual-interface'>): boolean {
  const router = world.get('customer-gateway', vif.customerRouter)
  return router !== undefined && router.bgp && router.BgpAsn === vif.Asn && deviceUp(world, router) && portUp(world, vif.ConnectionId) && withinAllocation(world, vif, router)
}

// Underlays

/** The lines that a device uses: those it names, else all of its site. */
function linesOf(world: World, device: ResourceOf<'customer-gateway'>): ResourceOf<'isp-link'>[] {
  const all = world.all('isp-link').filter((link) => link.site === device.site)
  const used = all.filter((link) => device.ispLinks.includes(link.id))
  return used.length > 0 ? used : all
}

const isAt = (router: ResourceOf<'customer-gateway'> | undefined, device: Router): boolean => router !== undefined && (router.id === device.id || (router.site !== undefined && router.site === siteOf(device)))

/** A device has a way to public addresses while a line or a public virtual interface of its site is up, or when none is drawn. */
function publicWay(world: World, device: ResourceOf<'customer-gateway'>, overVifs: boolean): boolean {
  const address = parsed(device.IpAddress)
  const vifs = world.all('virtual-interface').filter((vif) => overVifs && vif.VirtualInterfaceType === 'public' && address !== undefined && covers(prefixes(vif.RouteFilterPrefixes ?? []), address) && isAt(world.get('customer-gateway', vif.customerRouter), device))
  const lines = linesOf(world, device)
  return (lines.length === 0 && vifs.length === 0) || lines.some((line) => ispUp(world, line)) || vifs.some((vif) => vifUp(world, vif))
}

/** A private VPN runs over a transit virtual interface of the site (F-VPN-70). */
function privateWay(world: World, device: Router, vpn: ResourceOf<'vpn-connection'>): boolean {
  const association = world.get('direct-connect-gateway-association', vpn.TransportTransitGatewayAttachmentId)
  const gateway = world.get('transit-gateway', vpn.TransitGatewayId)
  if (!association || !gateway || association.TransitGatewayId !== gateway.id) return false
  const covered = prefixes(gateway.TransitGatewayCidrBlocks).some((block) => prefixes(association.AllowedPrefixes).some((allowed) => containsPrefix(allowed, block)))
  return covered && transitVifs(world, device, association.DirectConnectGatewayId).some((vif) => vifUp(world, vif))
}

const transitVifs = (world: World, device: Router, gateway: string) =>
  world.all('virtual-interface').filter((vif) => vif.VirtualInterfaceType === 'transit' && vif.DirectConnectGatewayId === gateway && isAt(world.get('customer-gateway', vif.customerRouter), device))

/** An instance reaches a public address: it has one itself, and its subnet sends that way to the internet gateway of its VPC. */
export function internetWay(world: World, instance: ResourceOf<'instance'>, peer: string | undefined): boolean {
  const iface = mainIface(world, instance.id)
  const gateway = world.all('internet-gateway').find((other) => other.Attachments[0]?.VpcId === iface?.subnet.VpcId)
  if (!iface?.public || !gateway || !instanceUp(world, instance)) return false
  if ((iface.subnet.InternetGatewayBlockMode ?? world.get('vpc', iface.subnet.VpcId)?.InternetGatewayBlockMode ?? 'off') !== 'off') return false
  return leadsTo(world, world.tableOf(iface.subnet), iface.subnet.VpcId, parsed(peer)) === gateway.id
}

// Tunnels

/** Whether a VPN connection has a tunnel that works. */
export function vpnUp(world: World, vpn: ResourceOf<'vpn-connection'>): boolean {
  const router = routerOf(world, vpn.CustomerGatewayId)
  const gateway = world.get('vpn-gateway', vpn.VpnGatewayId) ?? world.get('transit-gateway', vpn.TransitGatewayId) ?? world.get('core-network', vpn.CoreNetworkId)
  if (!router || !gateway || !world.regionUp(gateway) || !routerUp(world, router)) return false
  return vpn.TunnelOptions.some(({ configured, OutsideIpAddress }, index) => {
    if (!configured || world.failed.has(`vpn-tunnel:${vpn.id}/${index + 1}`)) return false
    if (vpn.OutsideIpAddressType === 'PrivateIpv4') return privateWay(world, router, vpn)
    return router.kind === 'instance' ? internetWay(world, router, OutsideIpAddress) : publicWay(world, router, true)
  })
}

const publicOf = (router: Router) => (router.kind === 'instance' ? router.PublicIpAddress : router.IpAddress)

/** Public virtual interfaces lead to AWS's addresses, so to an appliance, but not to another site (F-DX-21, F-DX-53). */
export function softwareUp(world: World, link: ResourceOf<'software-vpn'>): boolean {
  const [near, far] = [routerOf(world, link.near), routerOf(world, link.far)]
  const way = (from: Router, to: Router) => routerUp(world, from) && (from.kind === 'instance' ? internetWay(world, from, publicOf(to)) : publicWay(world, from, to.kind === 'instance'))
  return near !== undefined && far !== undefined && near.id !== far.id && way(near, far) && way(far, near)
}

export function connectUp(world: World, link: ResourceOf<'transit-gateway-connect-peer'>): boolean {
  const router = routerOf(world, link.peer)
  const gateway = world.get('transit-gateway', link.TransitGatewayId)
  const transport = world.any(link.TransportTransitGatewayAttachmentId)
  if (!router || !gateway || !world.regionUp(gateway) || !routerUp(world, router) || !speaksBgp(router) || (link.PeerAsn ?? router.BgpAsn) !== router.BgpAsn) return false
  if (transport?.kind === 'transit-gateway-vpc-attachment') {
    const live = transport.SubnetIds.flatMap((id) => world.get('subnet', id) ?? []).some((subnet) => subnet.VpcId === transport.VpcId && world.subnetUp(subnet))
    return transport.TransitGatewayId === gateway.id && live && router.kind === 'instance' && vpcOf(world, router) === transport.VpcId
  }
  if (transport?.kind !== 'direct-connect-gateway-association') return false
  return transport.TransitGatewayId === gateway.id && transitVifs(world, router, transport.DirectConnectGatewayId).some((vif) => vifUp(world, vif))
}

/** The links of a router that are tunnels, and whether one of them works. */
export function tunnelsOf(world: World, router: string): { readonly any: boolean; readonly live: boolean } {
  const states = [
    ...world.all('software-vpn').filter(({ near, far }) => near === router || far === router).map((link) => softwareUp(world, link)),
    ...world.all('vpn-connection').filter(({ CustomerGatewayId }) => CustomerGatewayId === router).map((link) => vpnUp(world, link)),
    ...world.all('transit-gateway-connect-peer').filter(({ peer }) => peer === router).map((link) => connectUp(world, link)),
  ]
  return { any: states.length > 0, live: states.includes(true) }
}
