import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { type Prefix, parsePrefixes } from '../../net/prefix.ts'
import type { PoolUse } from '../pool.ts'
import type { DesignIndex } from '../query.ts'

/** A block that somebody has: no two networks that shall meet may have the same addresses. */
export interface Holding {
  readonly prefix: Prefix
  readonly owner: Resource
  readonly use: PoolUse
  /** Where the owner lies, when that is said. */
  readonly Region?: string
  /** Whose network it is a part of: holdings of one network may lie in each other. */
  readonly network: ResourceId
}

/** Blocks of their own that a resource has, IPv6 blocks of VPCs included. */
export function ownBlocks(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'vpc':
      return [...resource.CidrBlocks, ...resource.Ipv6CidrBlocks]
    case 'site':
      return resource.prefixes
    case 'client-vpn-endpoint':
      return [resource.ClientCidrBlock]
    case 'customer-gateway':
      return resource.remoteUserPool === undefined ? [] : [resource.remoteUserPool]
    case 'instance':
      return resource.clientPool === undefined ? [] : [resource.clientPool]
    case 'transit-gateway':
      return resource.TransitGatewayCidrBlocks
    default:
      return []
  }
}

/** Kinds that have blocks of their own, and what they need them for. */
const HOLDERS = { vpc: 'vpcs', site: 'sites', 'client-vpn-endpoint': 'users', 'customer-gateway': 'users', instance: 'users', 'transit-gateway': 'gateways' } as const

/** What a kind takes blocks for; undefined for kinds without blocks of their own. Subnets take theirs from their VPC. */
export function useOf(kind: Resource['kind']): PoolUse | undefined {
  return Object.hasOwn(HOLDERS, kind) ? HOLDERS[kind as keyof typeof HOLDERS] : undefined
}

/** The Region that a resource with blocks of its own lies in, when that is said. */
export function regionOf(index: DesignIndex, resource: Resource): string | undefined {
  if (resource.kind === 'instance') return index.getOf('vpc', index.getOf('subnet', resource.SubnetId)?.VpcId)?.Region
  return resource.kind === 'site' || resource.kind === 'customer-gateway' || !('Region' in resource) ? undefined : resource.Region
}

/** Every block that VPCs, sites, remote users and transit gateways have, by kind and then in order of id. */
export function holdingsOf(index: DesignIndex): Holding[] {
  return (Object.keys(HOLDERS) as (keyof typeof HOLDERS)[]).flatMap((kind) =>
    (index.all(kind) as readonly Resource[]).flatMap((owner) => {
      const blocks = parsePrefixes(ownBlocks(owner))
      if (blocks.length === 0) return []
      const Region = regionOf(index, owner)
      const network = owner.kind === 'customer-gateway' ? (owner.site ?? owner.id) : owner.id
      return blocks.map((prefix) => ({ prefix, owner, use: HOLDERS[kind], network, ...(Region === undefined ? {} : { Region }) }))
    }),
  )
}
