import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, formatPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { file } from './group.ts'

/** Every block of a VPC, IPv4 first; empty for none. */
export function blocksOf(vpc: ResourceOf<'vpc'> | undefined): readonly Prefix[] {
  return vpc ? parsePrefixes([...vpc.CidrBlocks, ...vpc.Ipv6CidrBlocks]) : []
}

/** The VPC block that holds the whole prefix, if one does. */
export function blockAround(vpc: ResourceOf<'vpc'> | undefined, prefix: Prefix): Prefix | undefined {
  return blocksOf(vpc).find((block) => containsPrefix(block, prefix))
}

/** The blocks of a subnet, IPv4 first. */
export function subnetBlocks(subnet: ResourceOf<'subnet'>): readonly Prefix[] {
  return parsePrefixes([subnet.CidrBlock, subnet.Ipv6CidrBlock].filter((cidr) => cidr !== undefined))
}

/** The subnets of a VPC by the route table they use; the key is undefined for subnets that have none. */
export function subnetsByTable(index: DesignIndex, vpc: ResourceId): Map<ResourceOf<'route-table'> | undefined, ResourceOf<'subnet'>[]> {
  const main = index.mainTableOf(vpc)
  const explicit = new Map<ResourceId, ResourceOf<'route-table'>>()
  for (const table of index.childrenOf('route-table', vpc)) {
    for (const { SubnetId } of table.Associations) if (SubnetId !== undefined && !explicit.has(SubnetId)) explicit.set(SubnetId, table)
  }
  const users = new Map<ResourceOf<'route-table'> | undefined, ResourceOf<'subnet'>[]>()
  for (const subnet of index.childrenOf('subnet', vpc)) {
    file(users, explicit.get(subnet.id) ?? main, subnet)
  }
  return users
}

/** Blocks as people list them: `10.0.0.0/16, 10.1.0.0/16`. */
export function listed(prefixes: readonly Prefix[]): string {
  return prefixes.map(formatPrefix).join(', ')
}
