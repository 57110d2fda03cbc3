import { refusedRanges } from '../../document/addresses/secondary-block.ts'
import { displayName } from '../../document/query.ts'
import { REFUSED_SECONDARY_RANGES } from '../../facts/addressing.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { equalPrefix, formatPrefix, overlaps, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** Takes the block off, unless subnets have their place in it. */
function remove(vpc: ResourceOf<'vpc'>, block: Prefix, subnets: readonly ResourceOf<'subnet'>[]): Fix[] {
  if (parsePrefixes(subnets.flatMap(({ CidrBlock }) => CidrBlock ?? [])).some((own) => overlaps(own, block))) return []
  const left = vpc.CidrBlocks.filter((cidr, at) => at === 0 || !parsePrefixes([cidr]).some((prefix) => equalPrefix(prefix, block)))
  return [fix(`Take ${formatPrefix(block)} off ${displayName(vpc)}`, setField(vpc, 'CidrBlocks', left))]
}

export default defineRule({
  id: 'secondary-cidr',
  catalogue: 'R-ADDR-06',
  title: 'Secondary block does not go with the blocks of its VPC',
  severity: 'error',
  appliesTo: ['vpc'],
  after: ['cidr-size'],
  why: 'Which blocks a VPC may take later depends on its primary one: AWS mixes private ranges only within limits. Two blocks of a VPC may not overlap either.',
  remedy: 'Take a block of the same private range, of 100.64.0.0/10 or a public one.',
  sources: [REFUSED_SECONDARY_RANGES, { fact: 'F-ADDR-12', checked: CHECKED }],
  messages: {
    mixed: '{vpc} has {primary} as its primary block, so AWS refuses to add {block} (nothing of {range}).',
    overlap: '{vpc} has the blocks {block} and {primary}, which overlap.',
  },
  checkEach: {
    *vpc(vpc, { index }) {
      const blocks = parsePrefixes(vpc.CidrBlocks)
      const [primary, ...others] = blocks
      if (!primary) return
      for (const [at, block] of others.entries()) {
        const before = blocks.slice(0, at + 1)
        const twin = before.find((other) => overlaps(other, block))
        const range = refusedRanges(before).find((other) => overlaps(other, block))
        if (!twin && !range) continue
        yield {
          message: twin ? 'overlap' : 'mixed',
          slots: { vpc: displayName(vpc), primary: formatPrefix(twin ?? primary), block: formatPrefix(block), range: range ? formatPrefix(range) : '' },
          resources: [vpc.id],
          field: 'CidrBlocks',
          fixes: remove(vpc, block, index.childrenOf('subnet', vpc.id)),
        }
      }
    },
  },
})
