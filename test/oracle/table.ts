import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import { containsAddress } from '../../src/shared/net/prefix.ts'
import { type Entry, first, staticEntries, type Verdict } from './entries.ts'
import { routerOf, vpcOf } from './routers.ts'
import type { Routes } from './routes.ts'
import { instanceUp, tunnelsOf } from './up.ts'
import { prefixes, type World } from './world.ts'

/** More propagated routes than this are not all installed, and which ones is not said (F-RT-40, F-RT-41). */
const MOST_PROPAGATED = 100

/** Looks an address up in the table of a subnet. */
export function lookUp(world: World, routes: Routes, table: ResourceOf<'route-table'> | undefined, vpc: string, address: Address): Verdict {
  const endpoints = world.all('vpc-endpoint').filter((endpoint) => endpoint.VpcId === vpc && table !== undefined && endpoint.RouteTableIds.includes(table.id))
  const managed = endpoints.flatMap((endpoint) => prefixes((world.get('prefix-list', endpoint.prefixList)?.Entries ?? []).map(({ Cidr }) => Cidr)).map((prefix): Entry => ({ prefix, rank: 2, verdict: { kind: 'target', target: endpoint } })))
  const propagated = table ? propagatedEntries(world, routes, table, vpc) : []
  const inside = world.vpcBlocks(vpc).some((block) => containsAddress(block, address))
  const all = [...staticEntries(world, table, vpc), ...managed, ...(inside ? [] : propagated)]
  const verdict = first(all.filter(({ prefix }) => containsAddress(prefix, address)))
  return verdict.kind === 'target' ? { kind: 'target', target: rerouted(world, verdict.target) } : verdict
}

function propagatedEntries(world: World, routes: Routes, table: ResourceOf<'route-table'>, vpc: string): Entry[] {
  const fromGateways = table.PropagatingVgws.flatMap((id) => {
    const vgw = world.get('vpn-gateway', id)
    if (!vgw || world.vpcOfVgw(id)?.id !== vpc) return []
    return routes.vgwRoutes(vgw).map((route): Entry => ({ prefix: route.prefix, rank: 3, verdict: route.unsure ? { kind: 'unknown' } : { kind: 'target', target: vgw } }))
  })
  const fromServers = world.all('route-server').flatMap((server) => (server.VpcId === vpc && server.PropagationRouteTableIds.includes(table.id) ? learned(world, routes, server) : []))
  const all = [...fromGateways, ...fromServers]
  const crowded = ([4, 6] as const).filter((family) => all.filter(({ prefix }) => prefix.family === family).length > MOST_PROPAGATED)
  return all.map((entry) => (crowded.includes(entry.prefix.family) ? { ...entry, verdict: { kind: 'unknown' } } : entry))
}

/** What a route server has from its peers: the shortest path, then the order of the peers (F-SW-30). */
function learned(world: World, routes: Routes, server: ResourceOf<'route-server'>): Entry[] {
  if (!server.Endpoints.some(({ SubnetId }) => [world.get('subnet', SubnetId)].some((subnet) => subnet && world.subnetUp(subnet)))) return []
  const heard = server.Peers.flatMap(({ peer }) => {
    const router = routerOf(world, peer)
    if (router?.kind !== 'instance' || vpcOf(world, router) !== server.VpcId || !instanceUp(world, router)) return []
    return routes.toRouteServer(router, server.AmazonSideAsn).map(({ prefix, path }) => ({ prefix, path, router }))
  })
  return [...heard].sort((a, b) => a.path.length - b.path.length).map(({ prefix, router }): Entry => ({ prefix, rank: 4, verdict: { kind: 'target', target: router } }))
}

/** A monitor points routes at another appliance when one is down or has lost all its tunnels (F-SW-20). */
function rerouted(world: World, target: Resource): Resource {
  if (target.kind !== 'instance') return target
  const tunnels = tunnelsOf(world, target.id)
  if (instanceUp(world, target) && (!tunnels.any || tunnels.live)) return target
  for (const monitor of world.all('instance')) {
    if (monitor.role !== 'vpn-monitor' || !instanceUp(world, monitor) || !(monitor.watches ?? []).includes(target.id)) continue
    const others = (monitor.watches ?? []).flatMap((id) => (id === target.id ? [] : (world.get('instance', id) ?? [])))
    const other = others.find((one) => vpcOf(world, one) === vpcOf(world, target) && instanceUp(world, one) && (!tunnels.any || tunnelsOf(world, one.id).live))
    if (other) return other
  }
  return target
}
