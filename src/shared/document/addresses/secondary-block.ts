import { REFUSED_BESIDE, REFUSED_SECONDARY_RANGES } from '../../facts/addressing.ts'
import { containsPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'

const named = REFUSED_SECONDARY_RANGES.value.map(({ primary, refused }) => ({ range: parsePrefixes([primary])[0], refused: parsePrefixes(refused) }))
const [held, beside] = parsePrefixes([REFUSED_BESIDE.value.held, REFUSED_BESIDE.value.refused])

/** The ranges that may not be added beside a primary block; none where AWS's table does not speak of it. */
function besidePrimary(primary: Prefix): readonly Prefix[] {
  const row = named.find(({ range }) => range && containsPrefix(range, primary))
  if (row) return row.refused
  return isPublicAddress(primary) ? (named.find(({ range }) => range === undefined)?.refused ?? []) : []
}

/**
 * The ranges that AWS lets a VPC take no further IPv4 block from (F-ADDR-14). It does not say whether a secondary public block forbids
 * more of the primary's own range, so only the primary is asked.
 * @param blocks what the VPC has, the primary block first
 */
export function refusedRanges(blocks: readonly Prefix[]): readonly Prefix[] {
  const [primary] = blocks
  if (!primary) return []
  const isLow = held && beside && blocks.some((block) => containsPrefix(held, block))
  return [...besidePrimary(primary), ...(isLow ? [beside] : [])]
}
