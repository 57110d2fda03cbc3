import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'peering-overlap',
  catalogue: 'R-ADDR-09',
  title: 'Peered VPCs overlap',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc-peering-connection'],
  why: 'A peering between VPCs that share any address fails, even when the shared block is a secondary one that nothing uses. Neither side could tell whose address is meant.',
  remedy: 'Renumber one VPC, or reach single services through PrivateLink or a private NAT gateway.',
  sources: [{ fact: 'F-ADDR-31', checked: CHECKED }],
  messages: { overlap: '{requester} and {accepter} are peered, but {block} and {otherBlock} overlap.' },
  *check({ index }) {
    for (const peering of index.all('vpc-peering-connection')) {
      const requester = index.getOf('vpc', peering.RequesterVpcId)
      const accepter = index.getOf('vpc', peering.AccepterVpcId)
      if (!requester || !accepter || requester.id === accepter.id) continue
      const pairs = findOverlaps([requester, accepter].flatMap((holder) => blocksOf(holder).map((prefix) => ({ prefix, holder }))))
      const [first] = pairs
      if (!first) continue
      const [mine, theirs] = first.inner.holder === requester ? [first.inner, first.outer] : [first.outer, first.inner]
      yield {
        message: 'overlap',
        slots: { requester: displayName(requester), accepter: displayName(accepter), block: formatPrefix(mine.prefix), otherBlock: formatPrefix(theirs.prefix) },
        resources: [peering.id, requester.id, accepter.id],
        evidence: pairs.map(({ inner, outer }) => ({
          what: 'overlap',
          value: `${formatPrefix(inner.prefix)} of ${displayName(inner.holder)} and ${formatPrefix(outer.prefix)} of ${displayName(outer.holder)}`,
          resource: inner.holder.id,
        })),
      }
    }
  },
})
