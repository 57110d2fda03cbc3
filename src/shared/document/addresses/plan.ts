import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { findOverlaps, type Held } from '../../net/overlap.ts'
import { comparePrefixes, containsPrefix, overlaps, type Prefix, parsePrefixes } from '../../net/prefix.ts'
import { rangeOf } from '../../net/range.ts'
import type { Pool } from '../pool.ts'
import type { DesignIndex } from '../query.ts'
import { type Holding, holdingsOf } from './holdings.ts'
import { addUp, measure, type Space, type Sum } from './space.ts'

/** A pool with what is taken of it. */
export interface PlannedPool {
  readonly pool: Pool
  readonly spaces: readonly Space<Holding>[]
  readonly sum: Sum
  /** What has a block in it although the pool is for something else, or for another Region. */
  readonly strays: readonly Holding[]
}

/** A VPC with what its subnets take of it. */
export interface PlannedVpc {
  readonly vpc: ResourceOf<'vpc'>
  readonly spaces: readonly Space<ResourceOf<'subnet'>>[]
  readonly sum: Sum
  /** Blocks of subnets that lie in no block of the VPC. */
  readonly outside: readonly Held<ResourceOf<'subnet'>>[]
}

/** Blocks of two networks that share addresses: one lies in the other, or they are equal. */
export interface Clash {
  readonly inner: Holding
  readonly outer: Holding
}

/** Who has which addresses of a design, and what is left. */
export interface AddressPlan {
  /** In order of name. */
  readonly pools: readonly PlannedPool[]
  readonly holdings: readonly Holding[]
  /** Blocks that do not lie wholly in one pool; all of them where there are no pools. */
  readonly outside: readonly Holding[]
  readonly clashes: readonly Clash[]
}

/** The pools of a design in order of name. */
export function poolsOf(index: DesignIndex): Pool[] {
  return Object.values(index.design.pools ?? {}).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}

/** True when what has the block is not what the pool is for. */
function isStray(pool: Pool, { use, Region }: Holding): boolean {
  return use !== pool.use || (pool.Region !== undefined && Region !== undefined && Region !== pool.Region)
}

/** Finds the blocks that touch a block without looking at all of them. */
class Touching<T> {
  readonly #sorted: readonly Held<T>[]
  readonly #around = new PrefixTable<Held<T>>()

  constructor(held: readonly Held<T>[]) {
    this.#sorted = [...held].sort((a, b) => comparePrefixes(a.prefix, b.prefix))
    for (const one of held) this.#around.add(one.prefix, one)
  }

  of(block: Prefix): Held<T>[] {
    const wider = [...this.#around.matches(block)].filter(({ length }) => length < block.length).flatMap(({ values }) => values)
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (comparePrefixes((this.#sorted[middle] as Held<T>).prefix, block) < 0) low = middle + 1
      else high = middle
    }
    const { last } = rangeOf(block)
    const inner: Held<T>[] = []
    for (let held = this.#sorted[low]; held && held.prefix.family === block.family && held.prefix.value <= last; held = this.#sorted[++low]) inner.push(held)
    return [...wider, ...inner]
  }
}

/** Who has which addresses. Grows with n log n in the number of blocks. */
export function planOf(index: DesignIndex): AddressPlan {
  const holdings = holdingsOf(index)
  const held = holdings.map((holder) => ({ prefix: holder.prefix, holder }))
  const touching = new Touching(held)
  const inPools = new Set<Holding>()
  const pools = poolsOf(index).map((pool): PlannedPool => {
    const reserved = parsePrefixes(pool.reserved ?? [])
    const strays = new Set<Holding>()
    const spaces = parsePrefixes(pool.blocks).map((block) => {
      const there = touching.of(block)
      for (const { holder } of there) {
        if (containsPrefix(block, holder.prefix)) inPools.add(holder)
        if (isStray(pool, holder)) strays.add(holder)
      }
      return measure(block, there, reserved.filter((slice) => overlaps(slice, block)), ({ network }) => network)
    })
    return { pool, spaces, sum: addUp(spaces.map(({ sum }) => sum)), strays: [...strays] }
  })
  const clashes = findOverlaps(holdings.map((holding) => ({ prefix: holding.prefix, holder: holding.network, holding })))
  return {
    pools,
    holdings,
    outside: holdings.filter((holding) => !inPools.has(holding)),
    clashes: clashes.map(({ inner, outer }) => ({ inner: inner.holding, outer: outer.holding })),
  }
}

/** What the subnets of a VPC take of its blocks; undefined when there is no such VPC. */
export function planVpc(index: DesignIndex, id: ResourceId): PlannedVpc | undefined {
  const vpc = index.getOf('vpc', id)
  if (!vpc) return undefined
  const blocks = parsePrefixes([...vpc.CidrBlocks, ...vpc.Ipv6CidrBlocks])
  const held = index.childrenOf('subnet', id).flatMap((holder) => parsePrefixes([holder.CidrBlock, holder.Ipv6CidrBlock].filter((text) => text !== undefined)).map((prefix) => ({ prefix, holder })))
  const spaces = blocks.map((block) => measure(block, held.filter(({ prefix }) => overlaps(prefix, block)), [], (subnet) => subnet.id))
  return { vpc, spaces, sum: addUp(spaces.map(({ sum }) => sum)), outside: held.filter(({ prefix }) => !blocks.some((block) => containsPrefix(block, prefix))) }
}
