import { equalPrefix, firstFree, formatPrefix, overlaps, type Prefix, parsePrefixes } from '../../net/prefix.ts'
import type { ResourceId } from '../../model/id.ts'
import type { DesignIndex } from '../query.ts'
import { takeLike } from './allocate.ts'
import { regionOf, useOf } from './holdings.ts'
import { blocksOf } from './renumber.ts'
import { refusedRanges } from './secondary-block.ts'

/** A free block of the same size for one that a resource has: the next one where it takes its blocks from; undefined when there is none. */
export function suggestBlock(index: DesignIndex, id: ResourceId, from: Prefix): string | undefined {
  const resource = index.get(id)
  if (!resource) return undefined
  if (resource.kind === 'subnet') {
    const used = parsePrefixes(index.childrenOf('subnet', resource.VpcId).flatMap(blocksOf))
    const vpc = index.getOf('vpc', resource.VpcId)
    const found = parsePrefixes(vpc ? blocksOf(vpc) : []).map((block) => (block.family === from.family ? firstFree(block, used, from.length) : undefined)).find((free) => free !== undefined && !overlaps(free, from))
    return found && formatPrefix(found)
  }
  const use = useOf(resource.kind)
  const others = resource.kind === 'vpc' ? parsePrefixes(resource.CidrBlocks).filter((block) => !equalPrefix(block, from)) : []
  const taken = use && takeLike(index, from, use, regionOf(index, resource), refusedRanges(others).map(formatPrefix))
  return taken && formatPrefix(taken.prefix)
}
