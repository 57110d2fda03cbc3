import { displayName } from '../../document/query.ts'
import { PEERING_MTU } from '../../facts/peering.ts'
import { joinedBy } from '../readings/peerings.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'peering-mtu',
  catalogue: 'R-PEER-10',
  title: 'Packets are assumed to be larger than the peering connection carries',
  severity: 'advice',
  appliesTo: ['vpc-peering-connection'],
  why: `Within a Region a peering connection carries packets of ${PEERING_MTU.value.within} bytes, between Regions ${PEERING_MTU.value.between}. Larger ones are dropped, and applications that do not find that out hang.`,
  remedy: 'Lower the MTU of the hosts, or let path MTU discovery through.',
  sources: [PEERING_MTU],
  messages: { large: '{peering} is meant to carry packets of {assumed} bytes, but {where} it carries {most} at most.' },
  checkEach: {
    *'vpc-peering-connection'(peering, { index }) {
      const joined = joinedBy(index, peering)
      const { assumedMtuBytes: assumed } = peering
      if (!joined || assumed === undefined) return
      const [near, far] = [joined.requester.Region, joined.accepter.Region]
      const isBetween = near !== undefined && far !== undefined && near !== far
      const most = isBetween ? PEERING_MTU.value.between : PEERING_MTU.value.within
      if (assumed <= most) return
      yield {
        message: 'large',
        slots: { peering: displayName(peering), assumed, most, where: isBetween ? `between ${near} and ${far}` : 'within a Region' },
        resources: [peering.id],
        field: 'assumedMtuBytes',
        fixes: [fix(`Assume ${most} bytes over ${displayName(peering)}`, setField(peering, 'assumedMtuBytes', most))],
      }
    },
  },
})
