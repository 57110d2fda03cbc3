import type { ResourceId } from '../../../model/id.ts'
import { isPublicAddress } from '../../../net/public.ts'
import type { Address } from '../../../net/address.ts'
import { instanceInterfaces } from '../../compile/subnet.ts'
import type { Network } from '../../network.ts'
import { associationsOf, attachmentsTo, linesOf } from '../attachments.ts'
import type { Holder } from '../holders.ts'
import { ofKind } from '../repair.ts'

/** Something that a VPC's route can point at. `extra` weight: how unlikely it leads to where the packet wants to go. */
export interface RouteTarget {
  readonly id: ResourceId
  readonly extra: number
}

const UNLIKELY = 3
/** A table that gets a way to the internet takes all of its subnets there. */
const OPENS = 3
const MOST_MIDDLEBOXES = 4

function overGateway(network: Network, vpc: ResourceId, holders: readonly Holder[]): RouteTarget[] {
  const gateways = [...(network.fragment('vpc', vpc)?.attachments.keys() ?? [])]
  const leading = new Set(holders.flatMap((holder) => attachmentsTo(network, holder).map(({ gateway }) => gateway)))
  return gateways.map((id) => ({ id, extra: leading.has(id) ? 0 : UNLIKELY }))
}

function overPeering(network: Network, vpc: ResourceId, holders: readonly Holder[]): RouteTarget[] {
  return ofKind(network.index.links(vpc), 'vpc-peering-connection').flatMap(({ id, RequesterVpcId, AccepterVpcId }) => {
    const far = RequesterVpcId === vpc ? AccepterVpcId : RequesterVpcId
    return holders.some((holder) => holder.id === far) ? [{ id, extra: 0 }] : []
  })
}

function overVpnGateway(network: Network, vpc: ResourceId, holders: readonly Holder[]): RouteTarget[] {
  const id = network.fragment('vpc', vpc)?.vpnGateway
  const leads = holders.some((holder) => {
    if (holder.kind !== 'site') return false
    const { connections, virtualInterfaces } = linesOf(network, holder.id)
    return connections.some((link) => link.VpnGatewayId === id) || virtualInterfaces.some((link) => link.VirtualGatewayId === id) || associationsOf(network, holder.id).some((link) => link.VpnGatewayId === id)
  })
  return id !== undefined && leads ? [{ id, extra: 0 }] : []
}

function toInternet(network: Network, vpc: ResourceId, address: Address): RouteTarget[] {
  const gateway = network.fragment('vpc', vpc)?.internetGateway
  const nats = network.index.all('nat-gateway').filter((nat) => (network.fragment('subnet', nat.SubnetId)?.vpc ?? nat.VpcId) === vpc)
  const useful = nats.filter((nat) => nat.ConnectivityType === 'private' || isPublicAddress(address))
  return [...(gateway !== undefined && isPublicAddress(address) ? [{ id: gateway, extra: OPENS }] : []), ...useful.map(({ id, ConnectivityType }) => ({ id, extra: ConnectivityType === 'private' ? UNLIKELY : 0 }))]
}

/** Instances and interfaces of the VPC that may forward: their check is off, or a route of the VPC names them. */
function middleboxes(network: Network, vpc: ResourceId): RouteTarget[] {
  const { index } = network
  const named = new Set(index.childrenOf('route-table', vpc).flatMap((table) => table.Routes.map(({ target }) => target)))
  const subnets = network.fragment('vpc', vpc)?.subnets ?? []
  const found = subnets.flatMap((subnet) => [
    ...index.childrenOf('instance', subnet).filter((instance) => named.has(instance.id) || instanceInterfaces(instance)[0]?.sourceDestCheck === false),
    ...index.childrenOf('network-interface', subnet).filter((eni) => named.has(eni.id) || !eni.SourceDestCheck),
  ])
  return found.slice(0, MOST_MIDDLEBOXES).map(({ id }) => ({ id, extra: named.has(id) ? 1 : UNLIKELY }))
}

/** What a table of the VPC could point at to reach an address, as far as the design has it. */
export function routeTargets(network: Network, vpc: ResourceId, address: Address, holders: readonly Holder[]): readonly RouteTarget[] {
  return [...overPeering(network, vpc, holders), ...overGateway(network, vpc, holders), ...overVpnGateway(network, vpc, holders), ...toInternet(network, vpc, address), ...middleboxes(network, vpc)]
}
