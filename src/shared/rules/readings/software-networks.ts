import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { overlaps, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { vpcOfInstance } from './appliances.ts'
import { placeOf } from './sessions.ts'
import { blocksOf } from './vpc-blocks.ts'

/** The network that a router stands for: its VPC, its site, or itself where no site is drawn. */
export function networkOf(index: DesignIndex, router: ResourceId): ResourceId | undefined {
  const device = index.getOf('customer-gateway', router)
  return device ? placeOf(device) : vpcOfInstance(index, index.getOf('instance', router))
}

/** The blocks of such a network. */
export const blocksOfNetwork = (index: DesignIndex, network: ResourceId): readonly Prefix[] => {
  const site = index.getOf('site', network)
  return site ? parsePrefixes(site.prefixes) : blocksOf(index.getOf('vpc', network))
}

/** Networks that software VPNs and VPN connections of appliances join, with those whose routers announce other addresses than their own. */
export function joinedNetworks(index: DesignIndex): readonly ReadonlySet<ResourceId>[] {
  const leaders = new Map<ResourceId, ResourceId>()
  const leaderOf = (network: ResourceId): ResourceId => {
    let at = network
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) at = next
    return at
  }
  const join = (a: ResourceId | undefined, b: ResourceId | undefined) => {
    if (a === undefined || b === undefined) return
    for (const one of [a, b]) if (!leaders.has(one)) leaders.set(one, one)
    leaders.set(leaderOf(a), leaderOf(b))
  }
  for (const { near, far, nearPrefixes, farPrefixes } of index.all('software-vpn')) {
    const [a, b] = [networkOf(index, near), networkOf(index, far)]
    if (!isTranslated(index, near, a, nearPrefixes) && !isTranslated(index, far, b, farPrefixes)) join(a, b)
  }
  for (const { CustomerGatewayId, VpnGatewayId } of index.all('vpn-connection')) {
    const hub = index.get(CustomerGatewayId)?.kind === 'instance' ? networkOf(index, CustomerGatewayId) : undefined
    for (const { VpcId } of index.getOf('vpn-gateway', VpnGatewayId)?.VpcAttachments ?? []) join(hub, VpcId)
  }
  const groups = new Map<ResourceId, Set<ResourceId>>()
  for (const network of leaders.keys()) {
    const leader = leaderOf(network)
    groups.set(leader, (groups.get(leader) ?? new Set()).add(network))
  }
  return [...groups.values()]
}

/** True when what is stated for an end is other than its own blocks: it appears under other addresses. */
function isTranslated(index: DesignIndex, router: ResourceId, network: ResourceId | undefined, stated: readonly string[]): boolean {
  const resource = index.get(router)
  const announced = resource?.kind === 'customer-gateway' || resource?.kind === 'instance' ? (resource.announcedPrefixes ?? []) : []
  const told = parsePrefixes(stated.length > 0 ? stated : announced)
  const own = network === undefined ? [] : blocksOfNetwork(index, network)
  return told.length > 0 && own.length > 0 && !told.some((prefix) => own.some((block) => overlaps(prefix, block)))
}
