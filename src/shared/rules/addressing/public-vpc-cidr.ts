import { displayName } from '../../document/query.ts'
import { REFUSED_SECONDARY_RANGES } from '../../facts/addressing.ts'
import { CHECKED } from '../../facts/fact.ts'
import { containsPrefix, formatPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import { defineRule } from '../rule.ts'

/** Ranges that AWS treats on their own: none of them is publicly routable. */
const special = parsePrefixes(REFUSED_SECONDARY_RANGES.value.flatMap(({ primary }) => (primary === 'public' ? [] : [primary])))

const isPublic = (block: Prefix) => isPublicAddress(block) && !special.some((range) => containsPrefix(range, block))

export default defineRule({
  id: 'public-vpc-cidr',
  catalogue: 'R-ADDR-18',
  title: 'VPC block is a public range of somebody else',
  severity: 'warning',
  appliesTo: ['vpc'],
  after: ['cidr-size', 'vpc-cidr-reserved'],
  why: 'AWS accepts public addresses as the block of a VPC and treats them as private there. The hosts on the internet that really have those addresses then cannot be reached from the VPC.',
  remedy: 'Use a private range, or one that belongs to you.',
  sources: [{ fact: 'F-ADDR-4', checked: CHECKED }],
  messages: {
    foreign: '{vpc} has the public block {block}, which belongs to somebody else: their hosts on the internet cannot be reached from it.',
    unknown: 'Whether the public block {block} of {vpc} hides somebody else\'s hosts cannot be told: say in "Public blocks are ours" whether it belongs to you.',
  },
  checkEach: {
    *vpc(vpc) {
      if (vpc.ownsPublicRange === true) return
      const isTold = vpc.ownsPublicRange === false
      for (const block of parsePrefixes(vpc.CidrBlocks).filter(isPublic)) {
        yield {
          message: isTold ? 'foreign' : 'unknown',
          slots: { vpc: displayName(vpc), block: formatPrefix(block) },
          resources: [vpc.id],
          field: isTold ? 'CidrBlocks' : 'ownsPublicRange',
          ...(isTold ? {} : { verdict: 'cannot-tell', severity: 'advice' }),
        }
      }
    },
  },
})
