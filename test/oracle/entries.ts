import type { Resource, ResourceOf } from '../../src/shared/model/index.ts'
import type { Address } from '../../src/shared/net/address.ts'
import { containsAddress, containsPrefix, equalPrefix, type Prefix } from '../../src/shared/net/prefix.ts'
import { prefixes, type World } from './world.ts'

/** What a VPC table says about an address. */
export type Verdict =
  | { readonly kind: 'local' }
  | { readonly kind: 'target'; readonly target: Resource }
  | { readonly kind: 'blackhole' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }

export interface Entry {
  readonly prefix: Prefix
  /** For equal prefixes: static, then prefix list, then propagated. */
  readonly rank: number
  readonly verdict: Verdict
}

const isMiddlebox = (verdict: Verdict, kinds: readonly string[]): boolean =>
  verdict.kind === 'blackhole' || (verdict.kind === 'target' && (kinds.includes(verdict.target.kind) || (verdict.target.kind === 'vpc-endpoint' && verdict.target.VpcEndpointType === 'GatewayLoadBalancer')))

/** The longest prefix, then the best rank. */
export const first = (entries: readonly Entry[]): Verdict => [...entries].sort((a, b) => b.prefix.length - a.prefix.length || a.rank - b.rank)[0]?.verdict ?? { kind: 'none' }

function verdictOf(world: World, route: ResourceOf<'route-table'>['Routes'][number]): Verdict {
  const target = world.any(route.target)
  return target ? { kind: 'target', target } : { kind: 'blackhole' }
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

/** What is written in a subnet's table, with the local routes that every table has. */
export function staticEntries(world: World, table: ResourceOf<'route-table'> | undefined, vpc: string): Entry[] {
  const blocks = world.vpcBlocks(vpc)
  const subnets = world.subnetsOf(vpc).flatMap((subnet) => world.subnetBlocks(subnet))
  const fitsInside = (prefix: Prefix, verdict: Verdict) => {
    const middlebox = isMiddlebox(verdict, ['nat-gateway', 'network-interface', 'instance'])
    if (blocks.some((block) => equalPrefix(block, prefix))) return middlebox
    if (!blocks.some((block) => containsPrefix(block, prefix))) return true
    return middlebox && subnets.some((subnet) => equalPrefix(subnet, prefix))
  }
  const local = blocks.map((prefix): Entry => ({ prefix, rank: 9, verdict: { kind: 'local' } }))
  return [...(table ? written(world, table, fitsInside) : []), ...local]
}

/** The gateway that a table sends an address to by what is written in it; without an address, what its default route names. */
export function leadsTo(world: World, table: ResourceOf<'route-table'> | undefined, vpc: string, address: Address | undefined): string | undefined {
  const entries = staticEntries(world, table, vpc).filter(({ prefix }) => (address ? containsAddress(prefix, address) : prefix.family === 4 && prefix.length === 0))
  const verdict = first(entries)
  return verdict.kind === 'target' ? verdict.target.id : undefined
}

/** Looks an address up in a gateway's edge table: whole VPC or subnet blocks to an interface, else local (F-RT-21). */
export function lookUpEdge(world: World, table: ResourceOf<'route-table'>, vpc: string, address: Address): Verdict {
  const blocks = world.vpcBlocks(vpc)
  const subnets = world.subnetsOf(vpc).flatMap((subnet) => world.subnetBlocks(subnet))
  const fits = (prefix: Prefix, verdict: Verdict) => [...blocks, ...subnets].some((block) => equalPrefix(block, prefix)) && isMiddlebox(verdict, ['network-interface', 'instance'])
  const entries = [...written(world, table, fits).filter(({ rank }) => rank === 1), ...blocks.map((prefix): Entry => ({ prefix, rank: 9, verdict: { kind: 'local' } }))]
  return first(entries.filter(({ prefix }) => containsAddress(prefix, address)))
}
