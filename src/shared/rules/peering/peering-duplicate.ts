import { displayName } from '../../document/query.ts'
import { PEERINGS_BETWEEN_TWO } from '../../facts/peering.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf } from '../readings/names.ts'
import { fix } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

type Peering = ResourceOf<'vpc-peering-connection'>

const remove = (peering: Peering): Fix => fix(`Remove ${displayName(peering)}`, { op: 'put', collection: 'resources', id: peering.id, before: peering })

export default defineRule({
  id: 'peering-duplicate',
  catalogue: 'R-PEER-06',
  title: 'Two VPCs are peered twice, or a VPC with itself',
  severity: 'error',
  appliesTo: ['vpc-peering-connection'],
  why: 'Between two VPCs there is at most one peering connection, and none from a VPC to itself. AWS refuses the second.',
  remedy: 'Remove the one too many.',
  sources: [PEERINGS_BETWEEN_TWO],
  messages: {
    twice: '{peering} joins {requester} and {accepter}, which {other} joins already.',
    itself: '{peering} joins {requester} to itself.',
  },
  *check({ index }) {
    const seen = new Map<string, Peering>()
    for (const peering of index.all('vpc-peering-connection')) {
      const ends = [peering.RequesterVpcId, peering.AccepterVpcId]
      const key = [...ends].sort().join(' ')
      const other = seen.get(key)
      const slots = { peering: displayName(peering), requester: nameOf(index, peering.RequesterVpcId), accepter: nameOf(index, peering.AccepterVpcId), other: other ? displayName(other) : '' }
      // One that something refers to is not taken away together with that.
      const fixes = index.referrers(peering.id).length === 0 ? [remove(peering)] : []
      if (ends[0] === ends[1]) yield { message: 'itself', slots, resources: [peering.id, peering.RequesterVpcId], fixes }
      else if (other) yield { message: 'twice', slots, resources: [peering.id, other.id, ...ends], fixes }
      else seen.set(key, peering)
    }
  },
})
