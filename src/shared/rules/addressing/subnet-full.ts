import { type DesignIndex, displayName } from '../../document/query.ts'
import { IPV4_BLOCK_LENGTHS, KEPT_ADDRESSES } from '../../facts/addressing.ts'
import type { ResourceOf } from '../../model/index.ts'
import { firstFree, formatPrefix, parsePrefix, parsePrefixes, type Prefix, sizeOf } from '../../net/prefix.ts'
import { drawnAddresses } from '../readings/subnet-addresses.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

const usableIn = (block: Prefix) => Number(sizeOf(block)) - KEPT_ADDRESSES.value

/** Moves a subnet that nothing has an address in yet to a free block that is large enough. */
function enlarge(index: DesignIndex, subnet: ResourceOf<'subnet'>, needed: number): Fix[] {
  const vpc = index.getOf('vpc', subnet.VpcId)
  const isNumbered = index.children(subnet.id).some((child) => 'PrivateIpAddress' in child && child.PrivateIpAddress !== undefined)
  if (!vpc || isNumbered || subnet.awsId !== undefined) return []
  const taken = parsePrefixes(index.childrenOf('subnet', vpc.id).flatMap((other) => (other.id === subnet.id ? [] : (other.CidrBlock ?? []))))
  for (let length: number = IPV4_BLOCK_LENGTHS.value.longest; length >= IPV4_BLOCK_LENGTHS.value.shortest; length -= 1) {
    for (const pool of parsePrefixes(vpc.CidrBlocks)) {
      const free = firstFree(pool, taken, length)
      if (free && usableIn(free) >= needed) return [fix(`Give ${displayName(subnet)} the block ${formatPrefix(free)}`, setField(subnet, 'CidrBlock', formatPrefix(free)))]
    }
  }
  return []
}

export default defineRule({
  id: 'subnet-full',
  catalogue: 'R-ADDR-08',
  title: 'Subnet has fewer addresses than it needs',
  severity: 'warning',
  appliesTo: ['subnet'],
  after: ['cidr-size'],
  why: 'AWS keeps five addresses of every subnet, and gateways, endpoints and attachments take more. A subnet cannot be enlarged once it exists.',
  remedy: 'Give the subnet a larger block, or put some of what is in it elsewhere.',
  sources: [KEPT_ADDRESSES],
  messages: { full: '{subnet} ({block}) has {usable} usable addresses, but {needed} are needed: {drawn} for what is drawn in it and {planned} for planned hosts.' },
  checkEach: {
    *subnet(subnet, { index }) {
      const block = subnet.CidrBlock === undefined ? undefined : parsePrefix(subnet.CidrBlock)
      if (!block) return
      const [drawn, planned] = [drawnAddresses(index, subnet), subnet.plannedHosts ?? 0]
      const needed = drawn + planned
      if (needed <= usableIn(block)) return
      yield {
        message: 'full',
        slots: { subnet: displayName(subnet), block: formatPrefix(block), usable: usableIn(block), needed, drawn, planned },
        resources: [subnet.id],
        field: 'CidrBlock',
        fixes: enlarge(index, subnet, needed),
      }
    },
  },
})
