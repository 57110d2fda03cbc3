import { type DesignIndex, displayName } from '../../document/query.ts'
import { IPV4_BLOCK_LENGTHS } from '../../facts/addressing.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { firstFree, formatPrefix, overlaps, type Prefix } from '../../net/prefix.ts'
import { blockAround, blocksOf, listed, subnetBlocks } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

const hasSize = (prefix: Prefix) => prefix.family === 6 || (prefix.length >= IPV4_BLOCK_LENGTHS.value.shortest && prefix.length <= IPV4_BLOCK_LENGTHS.value.longest)

/** Moves an empty subnet to the first free place of its size; one with hosts in it keeps its addresses. */
function move(index: DesignIndex, vpc: ResourceOf<'vpc'>, subnet: ResourceOf<'subnet'>, block: Prefix): Fix[] {
  if (index.children(subnet.id).length > 0) return []
  const taken = index.childrenOf('subnet', vpc.id).filter((other) => other.id !== subnet.id).flatMap(subnetBlocks)
  for (const pool of blocksOf(vpc).filter((candidate) => candidate.family === block.family)) {
    const free = firstFree(pool, taken, block.length)
    if (free) return [fix(`Move ${displayName(subnet)} to ${formatPrefix(free)}`, setField(subnet, block.family === 4 ? 'CidrBlock' : 'Ipv6CidrBlock', formatPrefix(free)))]
  }
  return []
}

function* checkVpc(index: DesignIndex, vpc: ResourceOf<'vpc'>): Generator<Report> {
  const blocks = blocksOf(vpc)
  const held = index.childrenOf('subnet', vpc.id).flatMap((subnet) => subnetBlocks(subnet).map((prefix) => ({ prefix, holder: subnet })))
  for (const { prefix, holder: subnet } of held) {
    // A block of a size that AWS refuses, here or around it, is cidr-size's to report.
    if (!hasSize(prefix) || blockAround(vpc, prefix) || blocks.some((block) => !hasSize(block) && overlaps(block, prefix))) continue
    yield {
      message: 'outside',
      slots: { subnet: displayName(subnet), block: formatPrefix(prefix), vpc: displayName(vpc), blocks: listed(blocks) },
      resources: [subnet.id, vpc.id],
      field: prefix.family === 4 ? 'CidrBlock' : 'Ipv6CidrBlock',
      fixes: move(index, vpc, subnet, prefix),
    }
  }
  for (const { inner, outer } of findOverlaps(held)) {
    if (!hasSize(inner.prefix) || !hasSize(outer.prefix)) continue
    yield {
      message: 'overlap',
      slots: { subnet: displayName(inner.holder), block: formatPrefix(inner.prefix), other: displayName(outer.holder), otherBlock: formatPrefix(outer.prefix) },
      resources: [inner.holder.id, outer.holder.id],
      field: inner.prefix.family === 4 ? 'CidrBlock' : 'Ipv6CidrBlock',
      fixes: move(index, vpc, inner.holder, inner.prefix),
    }
  }
}

export default defineRule({
  id: 'subnet-cidr',
  catalogue: 'R-ADDR-05',
  title: 'Subnet lies outside its VPC or overlaps another subnet',
  severity: 'error',
  appliesTo: ['subnet'],
  why: 'A subnet is a part of one block of its VPC, and no two subnets of a VPC share an address. AWS refuses anything else.',
  remedy: 'Give the subnet a free part of one of the VPC\'s blocks.',
  sources: [IPV4_BLOCK_LENGTHS, { fact: 'F-ADDR-8', checked: CHECKED }],
  messages: {
    outside: '{subnet} has the block {block}, which lies in no block of {vpc} ({blocks}).',
    overlap: '{subnet} ({block}) overlaps {other} ({otherBlock}).',
  },
  checkEach: { vpc: (vpc, { index }) => checkVpc(index, vpc) },
})
