import { type DesignIndex, displayName } from '../../document/query.ts'
import { CONNECT_INSIDE_BLOCKS, CONNECT_INSIDE_EXCLUDED } from '../../facts/addressing.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, firstFree, formatPrefix, overlaps, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

type Peer = ResourceOf<'transit-gateway-connect-peer'>

const excluded = parsePrefixes(CONNECT_INSIDE_EXCLUDED.value)

function faultOf(block: Prefix): 'shape' | 'reserved' | undefined {
  const { range, length } = CONNECT_INSIDE_BLOCKS.value[block.family]
  const around = parsePrefix(range)
  if (block.length !== length || !around || !containsPrefix(around, block)) return 'shape'
  return excluded.some((other) => overlaps(other, block)) ? 'reserved' : undefined
}

/** A legal block in its place that no Connect peer of the transit gateway uses. */
function replace(index: DesignIndex, peer: Peer, cidr: string, block: Prefix): Fix[] {
  const { range, length } = CONNECT_INSIDE_BLOCKS.value[block.family]
  const pool = parsePrefix(range)
  const taken = referrersOf(index, 'transit-gateway-connect-peer', peer.TransitGatewayId).flatMap((other) => parsePrefixes(other.InsideCidrBlocks))
  const free = pool && firstFree(pool, [...excluded, ...taken.filter((other) => other.length >= length)], length)
  return free ? [fix(`Use ${formatPrefix(free)} inside ${displayName(peer)}`, setField(peer, 'InsideCidrBlocks', peer.InsideCidrBlocks.map((own) => (own === cidr ? formatPrefix(free) : own))))] : []
}

export default defineRule({
  id: 'connect-inside-cidr',
  catalogue: 'R-ADDR-17',
  title: 'Inside CIDR of a Connect peer is not allowed',
  severity: 'error',
  appliesTo: ['transit-gateway-connect-peer'],
  why: 'The BGP sessions of a Connect peer run inside a small link-local block of a fixed size, and AWS keeps some of them for itself. It refuses any other.',
  remedy: 'Choose another /29 of 169.254.0.0/16, and for IPv6 a /125 of fd00::/8.',
  sources: [CONNECT_INSIDE_BLOCKS],
  messages: {
    shape: '{peer} has the inside CIDR {block}; it must be a /{length} of {range}.',
    reserved: '{peer} has the inside CIDR {block}, which AWS keeps for itself.',
  },
  checkEach: {
    *'transit-gateway-connect-peer'(peer, { index }) {
      for (const cidr of peer.InsideCidrBlocks) {
        const block = parsePrefix(cidr)
        const fault = block && faultOf(block)
        if (!block || !fault) continue
        yield { message: fault, slots: { peer: displayName(peer), block: formatPrefix(block), ...CONNECT_INSIDE_BLOCKS.value[block.family] }, resources: [peer.id], field: 'InsideCidrBlocks', fixes: replace(index, peer, cidr, block) }
      }
    },
  },
})
