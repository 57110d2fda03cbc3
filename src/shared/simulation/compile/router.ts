import type { Kind, Resource, ResourceOf } from '../../model/index.ts'
import { containsPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { announcedBy, compilePolicy } from './announcement.ts'
import type { RouterFragment, SoftwareVpnFragment } from './fragment.ts'
import { effectiveTable } from './subnet.ts'
import { applianceUnderlay, deviceUnderlay, type Underlay } from './underlay.ts'
import type { ReadingView } from './view.ts'
import { vpcPrefixes } from './vpc.ts'

type Device = ResourceOf<'customer-gateway'>
type Instance = ResourceOf<'instance'>

/** The links that end on a router. */
function linksOf(router: Device | Instance, view: ReadingView) {
  const ids = (links: readonly Resource[]) => links.map(({ id }) => id)
  return {
    connections: ids(view.referrersOf('vpn-connection', router.id).filter((connection) => connection.CustomerGatewayId === router.id)),
    virtualInterfaces: ids(view.referrersOf('virtual-interface', router.id)),
    softwareVpns: ids(view.referrersOf('software-vpn', router.id)),
    connectPeers: ids(view.referrersOf('transit-gateway-connect-peer', router.id)),
  }
}

/** Compiles a device: it announces its own list, else its site's prefixes. */
export function compileDevice(device: Device, view: ReadingView): RouterFragment {
  const site = view.getOf('site', device.site)
  const own = parsePrefixes(site?.prefixes ?? [])
  return {
    kind: 'router',
    asn: device.BgpAsn,
    bgp: device.bgp,
    site: device.site,
    vpc: undefined,
    own,
    announced: announcedBy(device, view),
    userPool: parsePrefixes(device.remoteUserPool === undefined ? [] : [device.remoteUserPool]),
    sentOn: [],
    ...linksOf(device, view),
    policy: compilePolicy(device.bgpPolicy),
    allowOwnAs: device.allowOwnAs === true,
    overrideAs: device.overrideAs === true,
  }
}

/** Gateways through which a table leads out of the VPC to other private networks. */
const WAYS_OUT: readonly (Kind | undefined)[] = ['transit-gateway', 'core-network', 'vpn-gateway']

/** The listed prefixes that the table of the appliance's subnet sends through a gateway: the longest route that covers one decides. */
function sentOn(instance: Instance, listed: readonly Prefix[], view: ReadingView): Prefix[] {
  const subnet = listed.length === 0 ? undefined : view.getOf('subnet', instance.SubnetId)
  const table = subnet && effectiveTable(subnet, view)
  const entries = (table?.Routes ?? []).flatMap((route) => {
    const cidrs = view.getOf('prefix-list', route.DestinationPrefixListId)?.Entries.map(({ Cidr }) => Cidr) ?? [route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '']
    return parsePrefixes(cidrs).map((prefix) => ({ prefix, isListed: route.DestinationPrefixListId !== undefined, kind: view.get(route.target)?.kind }))
  })
  return listed.filter((prefix) => {
    const covering = entries.filter((entry) => containsPrefix(entry.prefix, prefix)).sort((a, b) => b.prefix.length - a.prefix.length || Number(a.isListed) - Number(b.isListed))
    return WAYS_OUT.includes(covering[0]?.kind)
  })
}

/** Compiles an instance that is a VPN appliance: it announces its own list, else the blocks of its VPC. Other instances, and stopped ones, are no routers. */
export function compileAppliance(instance: Instance, view: ReadingView): RouterFragment | undefined {
  if (instance.role !== 'vpn-appliance' || instance.stopped === true) return undefined
  const vpc = view.getOf('vpc', view.getOf('subnet', instance.SubnetId)?.VpcId)
  const own = vpcPrefixes(vpc)
  const listed = parsePrefixes(instance.announcedPrefixes ?? [])
  return {
    kind: 'router',
    asn: instance.BgpAsn ?? 0,
    bgp: instance.BgpAsn !== undefined,
    site: undefined,
    vpc: vpc?.id,
    own,
    announced: listed.length > 0 ? listed : own,
    userPool: [],
    sentOn: sentOn(instance, listed, view),
    ...linksOf(instance, view),
    policy: compilePolicy(instance.bgpPolicy),
    allowOwnAs: instance.allowOwnAs === true,
    overrideAs: instance.overrideAs === true,
  }
}

const publicAddressOf = (router: Resource | undefined): string | undefined => (router?.kind === 'instance' ? router.PublicIpAddress : router?.kind === 'customer-gateway' ? router.IpAddress : undefined)

/** What carries a tunnel at a router, towards the other end's public address. Public virtual interfaces lead to AWS alone, not to other sites (F-DX-53). */
export function underlayOf(router: Resource | undefined, peer: string | undefined, view: ReadingView, toAws = true): Underlay {
  if (router?.kind === 'instance') return router.role === 'vpn-appliance' ? applianceUnderlay(router, peer, view) : { options: [], broken: 'the instance is no VPN appliance' }
  return router?.kind === 'customer-gateway' ? deviceUnderlay(router, view, toAws) : { options: [], broken: 'an end of the tunnel is gone' }
}

/** Compiles a software VPN. Without a list of its own an end stands for what its router announces. */
export function compileSoftwareVpn(vpn: ResourceOf<'software-vpn'>, view: ReadingView): SoftwareVpnFragment {
  const [near, far] = [view.get(vpn.near), view.get(vpn.far)]
  const announced = (router: Resource | undefined) => (router?.kind === 'instance' ? compileAppliance(router, view)?.announced : router?.kind === 'customer-gateway' ? compileDevice(router, view).announced : undefined) ?? []
  return {
    kind: 'software-vpn',
    near: vpn.near,
    far: vpn.far,
    isStatic: vpn.routing === 'static',
    nearPrefixes: vpn.nearPrefixes.length > 0 ? parsePrefixes(vpn.nearPrefixes) : announced(near),
    farPrefixes: vpn.farPrefixes.length > 0 ? parsePrefixes(vpn.farPrefixes) : announced(far),
    underlays: [underlayOf(near, publicAddressOf(far), view, far?.kind === 'instance'), underlayOf(far, publicAddressOf(near), view, near?.kind === 'instance')],
  }
}
