import { widthOf } from '../../net/address.ts'
import { firstFree, overlaps, type Prefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import type { Pool, PoolUse } from '../pool.ts'
import type { DesignIndex } from '../query.ts'
import { holdingsOf } from './holdings.ts'
import { poolsOf } from './plan.ts'

/** What a block is wanted for. */
export interface Want {
  readonly use: PoolUse
  /** Where it will be, when that is known. */
  readonly Region?: string | undefined
  /** Exactly this prefix length; without it the pool's usual one, or the use's. */
  readonly length?: number | undefined
  /** 4 when left out. */
  readonly family?: 4 | 6
  /** Blocks that somebody else is about to take. */
  readonly besides?: readonly string[]
}

/** A block that overlaps nothing of the design, and the pool that it comes from; without `pool` it is from outside every pool. */
export interface Taken {
  readonly prefix: Prefix
  readonly pool?: Pool
}

/**
 * Where blocks are looked for in designs without pools, in this order, with the length wanted (RFC 1918; F-ADDR-1 allows /16 to
 * /28, F-CVPN-2 /12 to /22; the shared address space may hold AWS's ends of private IP VPN, F-VPN-70). `longest` is the smallest
 * block that is of any use.
 */
const USUAL: Readonly<Record<PoolUse, { readonly ranges: readonly (readonly [string, number])[]; readonly longest: number }>> = {
  vpcs: { ranges: [['10.0.0.0/8', 16], ['172.16.0.0/12', 16], ['192.168.0.0/16', 20]], longest: 28 },
  sites: { ranges: [['192.168.0.0/16', 24], ['172.16.0.0/12', 24], ['10.0.0.0/8', 24]], longest: 30 },
  users: { ranges: [['172.24.0.0/14', 22], ['10.0.0.0/8', 22]], longest: 22 },
  gateways: { ranges: [['100.64.0.0/10', 24]], longest: 24 },
}

/** Usual lengths of IPv6 blocks (F-ADDR-20: Amazon gives a VPC a /56). */
const USUAL6: Readonly<Record<PoolUse, number>> = { vpcs: 56, sites: 56, users: 64, gateways: 64 }

/** A new block leaves room for at least fifteen more of its size in its pool. */
const SHARE = 4

/** Pools that a block may come from, the best first: those of the Region, then those for all; where no Region is known, any. */
export function fittingPools(index: DesignIndex, use: PoolUse, Region: string | undefined): Pool[] {
  const pools = poolsOf(index).filter((pool) => pool.use === use)
  const general = pools.filter((pool) => pool.Region === undefined)
  const regional = pools.filter((pool) => pool.Region !== undefined && (Region === undefined || pool.Region === Region))
  return Region === undefined ? [...general, ...regional] : [...regional, ...general]
}

/** The prefix length that a pool gives when nobody asks for another. */
export function usualLength(pool: Pool, family: 4 | 6): number {
  const widest = Math.min(...parsePrefixes(pool.blocks).flatMap((block) => (block.family === family ? [block.length] : [])))
  if (family === 6) return Math.max(USUAL6[pool.use], widest)
  const { ranges, longest } = USUAL[pool.use]
  return pool.blockLength ?? Math.max(ranges[0]?.[1] ?? 24, Math.min(widest + SHARE, longest), widest)
}

function fromPool(pool: Pool, blockers: readonly Prefix[], family: 4 | 6, length: number): Taken | undefined {
  const taken = [...blockers, ...parsePrefixes(pool.reserved ?? [])]
  const found = parsePrefixes(pool.blocks).map((block) => (block.family === family ? firstFree(block, taken, length) : undefined)).find((free) => free !== undefined)
  return found && { prefix: found, pool }
}

/** The first free block of the pools that fit: of the length that is usual there, else the largest smaller one that is of use. */
function fromPools(pools: readonly Pool[], blockers: readonly Prefix[], { use, length, family = 4 }: Want): Taken | undefined {
  const longest = family === 4 ? USUAL[use].longest : USUAL6[use]
  for (let smaller = 0; smaller <= (length === undefined ? longest : 0); smaller += 1) {
    for (const pool of pools) {
      const wanted = (length ?? usualLength(pool, family)) + smaller
      const found = smaller > 0 && wanted > longest ? undefined : fromPool(pool, blockers, family, wanted)
      if (found) return found
    }
  }
  return undefined
}

function fromRanges(blockers: readonly Prefix[], { use, length }: Want): Taken | undefined {
  for (const [range, usual] of USUAL[use].ranges) {
    const prefix = parsePrefix(range)
    const free = prefix && firstFree(prefix, blockers, length ?? usual)
    if (free) return { prefix: free }
  }
  return undefined
}

/** The next free block of a pool that fits; undefined when there is none. Overlaps nothing that the design has, nor what a pool keeps free. */
export function takeFromPools(index: DesignIndex, want: Want): Taken | undefined {
  const blockers = [...holdingsOf(index).map(({ prefix }) => prefix), ...parsePrefixes(want.besides ?? [])]
  return fromPools(fittingPools(index, want.use, want.Region), blockers, want)
}

/** The next free block of one pool; undefined when it has none of that length. */
export function takeFromPool(index: DesignIndex, pool: Pool, family: 4 | 6, length: number): Prefix | undefined {
  return fromPool(pool, holdingsOf(index).map(({ prefix }) => prefix), family, length)?.prefix
}

/**
 * The next free block: from a pool that fits, else from the usual private ranges, there away from what pools plan for others as long as
 * that can be. Undefined when all of that is full; of IPv6 blocks there are none but in pools.
 */
export function takeBlock(index: DesignIndex, want: Want): Taken | undefined {
  const blockers = [...holdingsOf(index).map(({ prefix }) => prefix), ...parsePrefixes(want.besides ?? [])]
  const planned = fromPools(fittingPools(index, want.use, want.Region), blockers, want)
  if (planned || want.family === 6) return planned
  const kept = poolsOf(index).flatMap((pool) => parsePrefixes(pool.blocks))
  return fromRanges([...blockers, ...kept], want) ?? fromRanges(blockers, want)
}

/** A free block as large as another: of the pools that fit it, else where the other one is, else of the usual ranges. */
export function takeLike(index: DesignIndex, like: Prefix, use: PoolUse, Region?: string, besides: readonly string[] = []): Taken | undefined {
  const want = { use, Region, length: like.length, family: like.family, besides }
  return takeFromPools(index, want) ?? (widthOf(like.family) === 32 ? likeFromRanges(index, like, besides) : undefined)
}

function likeFromRanges(index: DesignIndex, like: Prefix, besides: readonly string[]): Taken | undefined {
  const blockers = [...holdingsOf(index).map(({ prefix }) => prefix), ...parsePrefixes(besides)]
  const kept = poolsOf(index).flatMap((pool) => parsePrefixes(pool.blocks))
  const home = [...USUAL.vpcs.ranges, ...USUAL.gateways.ranges].flatMap(([range]) => parsePrefix(range) ?? [])
  const ranges = [...home.filter((range) => overlaps(range, like)), ...home.filter((range) => !overlaps(range, like))].filter((range) => range.length <= like.length)
  const free = (taken: readonly Prefix[]) => ranges.map((range) => firstFree(range, taken, like.length)).find((found) => found !== undefined)
  const prefix = free([...blockers, ...kept]) ?? free(blockers)
  return prefix && { prefix }
}
