import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import { containsAddress, containsPrefix, equalPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import type { Routes } from './routes.ts'
import { prefixes, type World } from './world.ts'

/** What a VPC table says about an address. */
export type Verdict =
  | { readonly kind: 'local' }
  | { readonly kind: 'target'; readonly target: Resource }
  | { readonly kind: 'blackhole' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }

interface Entry {
  readonly prefix: Prefix
  /** For equal prefixes: static, then prefix list, then propagated. */
  readonly rank: number
  readonly verdict: Verdict
}

const MIDDLEBOX = ['nat-gateway', 'network-interface', 'instance']

const first = (entries: readonly Entry[]): Verdict => [...entries].sort((a, b) => b.prefix.length - a.prefix.length || a.rank - b.rank)[0]?.verdict ?? { kind: 'none' }

function verdictOf(world: World, route: ResourceOf<'route-table'>['Routes'][number]): Verdict {
  const target = world.any(route.target)
  if (target) return { kind: 'target', target }
  return { kind: 'blackhole' }
}

/** Static routes and prefix lists of a table; those that AWS would refuse inside the VPC's own blocks are left out (F-RT-5, F-RT-12). */
function written(world: World, table: ResourceOf<'route-table'>, allowed: (prefix: Prefix, verdict: Verdict) => boolean): Entry[] {
  return table.Routes.flatMap((route) => {
    const verdict = verdictOf(world, route)
    const direct = prefixes([route.DestinationCidrBlock, route.DestinationIpv6CidrBlock]).map((prefix) => ({ prefix, rank: 1, verdict }))
    const listed = prefixes((world.get('prefix-list', route.DestinationPrefixListId)?.Entries ?? []).map(({ Cidr }) => Cidr)).map((prefix) => ({ prefix, rank: 2, verdict }))
    return [...direct, ...listed].filter((entry) => allowed(entry.prefix, verdict))
  })
}

/** Looks an address up in the table of a subnet. */
export function lookUp(world: World, routes: Routes, table: ResourceOf<'route-table'> | undefined, vpc: string, address: Address): Verdict {
  const blocks = world.vpcBlocks(vpc)
  const subnets = world.subnetsOf(vpc).flatMap((subnet) => world.subnetBlocks(subnet))
  const fitsInside = (prefix: Prefix, verdict: Verdict) => {
    const middlebox = verdict.kind === 'blackhole' || (verdict.kind === 'target' && MIDDLEBOX.includes(verdict.target.kind))
    if (blocks.some((block) => equalPrefix(block, prefix))) return middlebox
    if (!blocks.some((block) => containsPrefix(block, prefix))) return true
    return middlebox && subnets.some((subnet) => equalPrefix(subnet, prefix))
  }
  const local = blocks.map((prefix): Entry => ({ prefix, rank: 5, verdict: { kind: 'local' } }))
  const statics = table ? written(world, table, fitsInside) : []
  const endpoints = world.all('vpc-endpoint').filter((endpoint) => endpoint.VpcId === vpc && table !== undefined && endpoint.RouteTableIds.includes(table.id))
  const managed = endpoints.flatMap((endpoint) => prefixes((world.get('prefix-list', endpoint.prefixList)?.Entries ?? []).map(({ Cidr }) => Cidr)).map((prefix): Entry => ({ prefix, rank: 2, verdict: { kind: 'target', target: endpoint } })))
  const propagated = (table?.PropagatingVgws ?? []).flatMap((id) => {
    const vgw = world.get('vpn-gateway', id)
    if (!vgw || world.vpcOfVgw(id)?.id !== vpc) return []
    return routes.vgwRoutes(vgw).map((route): Entry => ({ prefix: route.prefix, rank: 3, verdict: { kind: 'target', target: vgw } }))
  })
  const inside = blocks.some((block) => containsAddress(block, address))
  const all = [...statics, ...local, ...managed, ...(inside ? [] : propagated)]
  return first(all.filter(({ prefix }) => containsAddress(prefix, address)))
}

/** Looks an address up in a gateway's edge table: whole VPC or subnet blocks to an interface, else local (F-RT-21). */
export function lookUpEdge(world: World, table: ResourceOf<'route-table'>, vpc: string, address: Address): Verdict {
  const blocks = world.vpcBlocks(vpc)
  const subnets = world.subnetsOf(vpc).flatMap((subnet) => world.subnetBlocks(subnet))
  const fits = (prefix: Prefix, verdict: Verdict) =>
    [...blocks, ...subnets].some((block) => equalPrefix(block, prefix)) && (verdict.kind === 'blackhole' || (verdict.kind === 'target' && ['network-interface', 'instance'].includes(verdict.target.kind)))
  const entries = [...written(world, table, fits).filter(({ rank }) => rank === 1), ...blocks.map((prefix): Entry => ({ prefix, rank: 5, verdict: { kind: 'local' } }))]
  return first(entries.filter(({ prefix }) => containsAddress(prefix, address)))
}
