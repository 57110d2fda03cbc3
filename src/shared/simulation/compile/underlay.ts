import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import { containsAddress, containsPrefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { overrun } from '../routes/policy.ts'
import { announcedBy, compilePolicy } from './announcement.ts'
import type { ReadingView } from './view.ts'

/**
 * What carries a tunnel at one of its ends. `options`: ISP links or virtual interfaces, any one of which suffices; none: the internet
 * is presumed there, because no line is drawn. `broken`: nothing can carry it, and why.
 */
export interface Underlay {
  readonly options: readonly ResourceId[]
  readonly broken?: string
}

/** ISP links that a device may use: its own list, else all of its site. */
export function ispLinksOf(device: ResourceOf<'customer-gateway'>, view: ReadingView): readonly ResourceId[] {
  if (device.ispLinks.length > 0) return device.ispLinks
  const site = view.getOf('site', device.site)
  return site ? view.childrenOf('isp-link', site.id).map((link) => link.id) : []
}

/** Virtual interfaces of a type that end on the device or on a router of its site. */
function interfacesBeside(device: ResourceOf<'customer-gateway'>, type: ResourceOf<'virtual-interface'>['VirtualInterfaceType'], view: ReadingView): ResourceOf<'virtual-interface'>[] {
  const site = view.getOf('site', device.site)
  const routers = site ? view.childrenOf('customer-gateway', site.id) : [device]
  return routers.flatMap((router) => view.referrersOf('virtual-interface', router.id)).filter((vif) => vif.VirtualInterfaceType === type)
}

/** Whether a virtual interface can come up at all: its router speaks BGP with the ASN that AWS expects, and announces no more than it may over it (F-DX-32). */
function comesUp(vif: ResourceOf<'virtual-interface'>, view: ReadingView): boolean {
  const router = view.getOf('customer-gateway', vif.customerRouter)
  return router?.bgp === true && router.BgpAsn === vif.Asn && (vif.VirtualInterfaceType === 'public' || overrun({ announced: announcedBy(router, view), policy: compilePolicy(router.bgpPolicy) }, vif) === undefined)
}

/** A device at the customer's: its ISP links, and public virtual interfaces that announce its address (F-VPN-71). */
export function deviceUnderlay(device: ResourceOf<'customer-gateway'>, view: ReadingView, toAws = true): Underlay {
  const address = device.IpAddress === undefined ? undefined : parseAddress(device.IpAddress)
  const interfaces = (toAws ? interfacesBeside(device, 'public', view) : []).filter((vif) => address !== undefined && parsePrefixes(vif.RouteFilterPrefixes ?? []).some((prefix) => containsAddress(prefix, address)))
  const options = [...ispLinksOf(device, view), ...interfaces.filter((vif) => comesUp(vif, view)).map(({ id }) => id)]
  return options.length === 0 && interfaces.length > 0 ? { options, broken: 'the public virtual interface that is drawn to carry it ends on a router that does not speak BGP, or with another ASN' } : { options }
}

/** Private-IP VPN: the transit virtual interfaces to the gateway of the transport attachment, which must announce the transit gateway's own block (F-VPN-70). */
export function privateUnderlay(connection: ResourceOf<'vpn-connection'>, device: ResourceOf<'customer-gateway'>, view: ReadingView): Underlay {
  const association = view.getOf('direct-connect-gateway-association', connection.TransportTransitGatewayAttachmentId)
  if (!association) return { options: [], broken: 'a VPN connection over private addresses needs a Direct Connect gateway association as transport' }
  if (association.TransitGatewayId === undefined || association.TransitGatewayId !== connection.TransitGatewayId) return { options: [], broken: 'the transport attachment belongs to another gateway than the VPN connection' }
  const blocks = parsePrefixes(view.getOf('transit-gateway', association.TransitGatewayId)?.TransitGatewayCidrBlocks ?? [])
  const allowed = parsePrefixes(association.AllowedPrefixes)
  if (blocks.length === 0) return { options: [], broken: 'the transit gateway has no CIDR block to take the outside addresses from' }
  if (!blocks.some((block) => allowed.some((prefix) => containsPrefix(prefix, block)))) return { options: [], broken: "the allowed prefixes of the transport attachment do not hold the transit gateway's CIDR block" }
  const options = interfacesBeside(device, 'transit', view).filter((vif) => vif.DirectConnectGatewayId === association.DirectConnectGatewayId && comesUp(vif, view)).map(({ id }) => id)
  return options.length > 0 ? { options } : { options, broken: 'no transit virtual interface of the site leads to the Direct Connect gateway of the transport attachment' }
}

/** A remote-access server on EC2: what users on the internet need to reach it (F-SW-11). */
export function serverUnderlay(server: ResourceOf<'instance'>, view: ReadingView): Underlay {
  return server.role === 'remote-access-server' ? applianceUnderlay(server, undefined, view) : { options: [], broken: 'the instance is no remote-access server' }
}

/** An appliance on EC2: its own public address, and the way from its subnet to the internet gateway (F-SW-11). `peer`: the other end's public address. */
export function applianceUnderlay(appliance: ResourceOf<'instance'>, peer: string | undefined, view: ReadingView): Underlay {
  const broken = (why: string): Underlay => ({ options: [], broken: why })
  if (appliance.stopped === true) return broken('the appliance is stopped')
  if (appliance.PublicIpAddress === undefined) return broken('the appliance has no public address')
  const subnet = view.getOf('subnet', appliance.SubnetId)
  if (!subnet) return broken('the appliance is in no subnet')
  const tables = view.childrenOf('route-table', subnet.VpcId)
  const table = tables.find(({ Associations }) => Associations.some(({ SubnetId }) => SubnetId === subnet.id)) ?? tables.find(({ Associations }) => Associations.some(({ Main }) => Main === true))
  const address = peer === undefined ? undefined : parseAddress(peer)
  const fitting = (table?.Routes ?? [])
    .flatMap((route) => {
      const prefix = route.DestinationCidrBlock === undefined ? undefined : parsePrefix(route.DestinationCidrBlock)
      return prefix && (address ? containsAddress(prefix, address) : prefix.length === 0) ? [{ length: prefix.length, target: route.target }] : []
    })
    .sort((a, b) => b.length - a.length)
  const gateway = view.getOf('internet-gateway', fitting[0]?.target)
  const mode = subnet.InternetGatewayBlockMode ?? view.getOf('vpc', subnet.VpcId)?.InternetGatewayBlockMode ?? 'off'
  if (gateway?.Attachments[0]?.VpcId === subnet.VpcId && mode !== 'off') return broken(`Block Public Access is set to ${mode} where the appliance stands`)
  if (gateway?.Attachments[0]?.VpcId !== subnet.VpcId) return broken(`the appliance's subnet has no route through an internet gateway to ${address ? formatAddress(address) : 'the internet'}`)
  return { options: [] }
}
