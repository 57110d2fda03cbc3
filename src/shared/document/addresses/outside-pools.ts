import type { ResourceId } from '../../model/id.ts'
import { containsPrefix, formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import type { PoolUse } from '../pool.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { fittingPools } from './allocate.ts'
import { ownBlocks, regionOf, useOf } from './holdings.ts'

/** What pools are for, in words. */
export const USE_WORDS: Readonly<Record<PoolUse, string>> = { vpcs: 'VPCs', sites: 'sites', users: 'remote users', gateways: 'transit gateways' }

/**
 * Why a new resource did not get its block from the plan, as one sentence: its pools are full, or none is for its Region; a subnet has
 * none because its VPC is full. Undefined when it did, and in designs that plan nothing for its like.
 */
export function whyOutsidePools(index: DesignIndex, id: ResourceId): string | undefined {
  const resource = index.get(id)
  if (!resource) return undefined
  if (resource.kind === 'subnet') {
    const vpc = index.getOf('vpc', resource.VpcId)
    return resource.CidrBlock === undefined && vpc ? `${displayName(vpc)} has no free block left, so ${displayName(resource)} has none yet.` : undefined
  }
  const use = useOf(resource.kind)
  const blocks = parsePrefixes(ownBlocks(resource))
  const planned = Object.values(index.design.pools ?? {}).filter((pool) => pool.use === use)
  if (use === undefined || blocks.length === 0 || planned.length === 0) return undefined
  const Region = regionOf(index, resource)
  const fitting = fittingPools(index, use, Region)
  const inPools = parsePrefixes(fitting.flatMap((pool) => pool.blocks))
  const outside = blocks.find((block) => !inPools.some((pool) => containsPrefix(pool, block)))
  if (!outside) return undefined
  const why = fitting.length === 0 ? `no pool for ${USE_WORDS[use]} is for ${Region ?? 'it'}` : fitting.length === 1 ? `the pool ${fitting[0]?.name ?? ''} is full` : `every pool for ${USE_WORDS[use]}${Region === undefined ? '' : ` in ${Region}`} is full`
  return `${displayName(resource)} has ${formatPrefix(outside)} from outside the IP plan: ${why}.`
}
