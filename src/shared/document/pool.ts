import { z } from 'zod'
import { region } from '../model/field.ts'
import { containsPrefix, formatPrefix, parseCidr, parsePrefix, parsePrefixes } from '../net/prefix.ts'
import { findOverlaps } from '../net/overlap.ts'
import type { Problem } from './problem.ts'

/** Identity of an address pool: `pool:rest`. */
export const poolId = z
  .string()
  .regex(/^pool:[A-Za-z0-9._-]{1,80}$/, 'is not a pool id')
  .brand('PoolId')

/** Identity of an address pool. */
export type PoolId = z.infer<typeof poolId>

/** Who takes blocks from a pool: VPCs, sites, remote users (Client VPN, VPN servers), or transit gateways for their own addresses. */
export const POOL_USES = ['vpcs', 'sites', 'users', 'gateways'] as const

/** Who takes blocks from a pool. */
export type PoolUse = (typeof POOL_USES)[number]

/** CIDR text without host bits: a plan says exactly what it means. */
const exactBlock = z.string().superRefine((text, context) => {
  const parsed = parseCidr(text)
  if (!parsed) context.addIssue({ code: 'custom', message: 'is not a CIDR such as 10.0.0.0/8' })
  else if (parsed.hadHostBits) context.addIssue({ code: 'custom', message: `has host bits; the block is ${formatPrefix(parsed.prefix)}` })
})

/** A store of addresses that new blocks are taken from. */
export const poolSchema = z
  .strictObject({
    id: poolId,
    name: z.string().min(1, 'needs a name').max(120),
    use: z.enum(POOL_USES),
    blocks: z.array(exactBlock).min(1, 'needs at least one block').max(100),
    /** Only for what lies in this Region; absent: for all. */
    Region: region().optional(),
    /** Slices that nothing is taken from. */
    reserved: z.array(exactBlock).max(200).optional(),
    /** Prefix length of an IPv4 block that is taken when nobody asks for another. */
    blockLength: z.int().min(1).max(32).optional(),
  })
  .superRefine(({ blocks, reserved = [], blockLength }, context) => {
    const prefixes = parsePrefixes(blocks)
    for (const { inner, outer } of findOverlaps(prefixes.map((prefix, holder) => ({ prefix, holder })))) {
      context.addIssue({ code: 'custom', path: ['blocks', inner.holder], message: `${formatPrefix(inner.prefix)} lies in ${formatPrefix(outer.prefix)}, which the pool has already` })
    }
    for (const [position, text] of reserved.entries()) {
      const slice = parsePrefix(text)
      if (slice && !prefixes.some((block) => containsPrefix(block, slice))) context.addIssue({ code: 'custom', path: ['reserved', position], message: `${text} is not inside a block of the pool` })
    }
    const widest = prefixes.filter(({ family }) => family === 4)
    if (blockLength !== undefined && widest.length > 0 && widest.every(({ length }) => length > blockLength)) {
      context.addIssue({ code: 'custom', path: ['blockLength'], message: `a /${blockLength} is larger than every block of the pool` })
    }
  })

/** A store of addresses that new blocks are taken from. */
export type Pool = Readonly<z.infer<typeof poolSchema>>

/** What one pool's entry cannot say: no two pools of a design share an address, for then nobody could tell whose it is. */
export function checkPools(pools: Readonly<Record<string, Pool>> | undefined, code: string): Problem[] {
  const held = Object.values(pools ?? {}).flatMap((pool) => parsePrefixes(pool.blocks).map((prefix) => ({ prefix, holder: pool })))
  return findOverlaps(held).map(({ inner, outer }) => ({
    code,
    path: `pools.${inner.holder.id}.blocks`,
    message: `${formatPrefix(inner.prefix)} overlaps ${formatPrefix(outer.prefix)} of the pool ${outer.holder.name}; pools must not share addresses`,
  }))
}
