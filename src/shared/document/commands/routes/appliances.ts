import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { type DesignIndex, displayName } from '../../query.ts'
import { freeClientCidr, freeTransitCidr } from '../addresses.ts'
import { routeToHub, vpcsOn } from './hub.ts'
import { routeInternet } from './internet.ts'
import { prefixesBehind, type RouteWork } from './tables.ts'
import { useOwnZone } from './zone-tables.ts'

/** The VPC that an instance is in. */
function vpcOfInstance(work: RouteWork, instance: ResourceOf<'instance'>): ResourceId | undefined {
  return work.index.getOf('subnet', instance.SubnetId)?.VpcId
}

/** Routes from an appliance's VPC to what lies behind its tunnel; its check must be off to forward (F-RT-25). */
function routeBehind(work: RouteWork, appliance: ResourceOf<'instance'>, prefixes: readonly string[]): void {
  const vpc = vpcOfInstance(work, appliance)
  if (vpc === undefined) return
  if (appliance.SourceDestCheck) {
    work.draft.update(appliance.id, { SourceDestCheck: false })
    work.steps.push(`${displayName(appliance)}: no source/destination check`)
  }
  for (const prefix of new Set(prefixes)) work.routeFromVpc(vpc, prefix, appliance.id)
}

/** A way to the internet for the subnet of an instance whose public address is called from outside, by the internet gateway of its VPC. */
function openSubnet(work: RouteWork, instance: ResourceOf<'instance'>): void {
  const vpc = vpcOfInstance(work, instance)
  const [gateway] = vpc ? work.index.childrenOf('internet-gateway', vpc) : []
  if (gateway) routeInternet(work, gateway, [instance.SubnetId])
}

/** The appliances at the ends of a software VPN, and the prefixes behind the other end of each. */
function appliancesOf(index: DesignIndex, link: ResourceOf<'software-vpn'>): { readonly appliance: ResourceOf<'instance'>; readonly prefixes: readonly string[] }[] {
  const isStatic = link.routing === 'static'
  const behind = (end: ResourceId, given: readonly string[]): readonly string[] => (isStatic && given.length > 0 ? given : prefixesBehind(index, end))
  const ends = [[link.near, behind(link.far, link.farPrefixes)], [link.far, behind(link.near, link.nearPrefixes)]] as const
  return ends.flatMap(([end, prefixes]) => {
    const appliance = index.getOf('instance', end)
    return appliance ? [{ appliance, prefixes }] : []
  })
}

/** A software VPN: in the VPC of each appliance routes to what is behind the other end, and the way to that end over the internet. */
export function routeSoftwareVpn(work: RouteWork, link: ResourceOf<'software-vpn'>): void {
  for (const { appliance, prefixes } of appliancesOf(work.index, link)) {
    routeBehind(work, appliance, prefixes)
    openSubnet(work, appliance)
  }
}

/** After that: subnets that use an appliance of another zone may use the one of their own. */
export function routeByZone(work: RouteWork, link: ResourceOf<'software-vpn'>): void {
  for (const { appliance, prefixes } of appliancesOf(work.index, link)) useOwnZone(work, appliance, prefixes)
}

/** The appliance's side of a VPN connection to a managed gateway: routes to the VPCs behind that gateway. */
export function routeApplianceVpn(work: RouteWork, link: ResourceOf<'vpn-connection'>): void {
  const { index } = work
  const appliance = index.getOf('instance', link.CustomerGatewayId)
  if (!appliance) return
  const own = vpcOfInstance(work, appliance)
  const attached = index.getOf('vpc', index.getOf('vpn-gateway', link.VpnGatewayId)?.VpcAttachments[0]?.VpcId)
  const vpcs = link.TransitGatewayId ? vpcsOn(index, link.TransitGatewayId) : attached ? [attached] : []
  routeBehind(work, appliance, vpcs.filter(({ id }) => id !== own).flatMap(({ CidrBlocks }) => CidrBlocks))
  openSubnet(work, appliance)
}

/** A Connect peer: addresses of the gateway's own, its table, and routes to what the appliance announces (F-TGW-50). */
export function routeConnectPeer(work: RouteWork, link: ResourceOf<'transit-gateway-connect-peer'>): void {
  const { index, draft } = work
  const tgw = index.getOf('transit-gateway', link.TransitGatewayId)
  if (!tgw) return
  const blocks = tgw.TransitGatewayCidrBlocks.length > 0 ? tgw.TransitGatewayCidrBlocks : [freeTransitCidr(index)]
  if (tgw.TransitGatewayCidrBlocks.length === 0) {
    draft.update(tgw.id, { TransitGatewayCidrBlocks: blocks })
    work.steps.push(`${displayName(tgw)}: CIDR block ${blocks.join(', ')}`)
  }
  work.joinTgw(tgw.id, link.id, true)
  const appliance = index.getOf('instance', link.peer)
  if (appliance) routeBehind(work, appliance, [])
  const vpc = appliance && vpcOfInstance(work, appliance)
  if (vpc) for (const block of blocks) work.routeFromVpc(vpc, block, tgw.id)
  routeToHub(work, tgw.id, prefixesBehind(index, link.peer))
}

/** What remote users need besides the link: subnets and rules of an endpoint, the way to a server, or addresses from a device. */
export function routeRemoteAccess(work: RouteWork, link: ResourceOf<'remote-access'>): void {
  const { index, draft } = work
  const endpoint = index.getOf('client-vpn-endpoint', link.ClientVpnEndpointId)
  const vpc = index.getOf('vpc', endpoint?.VpcId)
  if (endpoint && vpc) {
    const subnets = work.zonal(vpc.id)
    if (endpoint.ClientVpnTargetNetworks.length === 0 && endpoint.TransitGatewayId === undefined && subnets.length > 0) {
      draft.update(endpoint.id, { ClientVpnTargetNetworks: subnets.map((SubnetId) => ({ SubnetId })) })
      work.steps.push(`${displayName(endpoint)}: associate a subnet in ${subnets.length} ${subnets.length === 1 ? 'zone' : 'zones'}`)
    }
    if (endpoint.AuthorizationRules.length === 0) {
      draft.update(endpoint.id, { AuthorizationRules: vpc.CidrBlocks.map((DestinationCidr) => ({ DestinationCidr })) })
      work.steps.push(`${displayName(endpoint)}: authorize all users for ${vpc.CidrBlocks.join(', ')}`)
    }
  }
  const server = index.getOf('instance', link.server)
  if (server) openSubnet(work, server)
  const device = index.getOf('customer-gateway', link.device)
  if (device && device.remoteUserPool === undefined) {
    const pool = freeClientCidr(index)
    draft.update(device.id, { remoteUserPool: pool, announcedPrefixes: [...new Set([...prefixesBehind(index, device.id), pool])] })
    work.steps.push(`${displayName(device)}: addresses ${pool} for remote users, announced`)
  }
}
