import { removeResources } from '../../document/commands/remove.ts'
import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'transit-gateway-peered-twice',
  catalogue: 'R-TGW-08',
  title: 'Two transit gateways are peered twice, or one with itself',
  severity: 'error',
  appliesTo: ['transit-gateway-peering-attachment'],
  why: 'AWS keeps one peering between any two transit gateways. A second one adds neither bandwidth nor availability, and is refused.',
  remedy: 'Keep one peering and move its static routes there.',
  sources: [QUOTAS['peerings-between-two-transit-gateways']],
  messages: {
    twice: '{peering} joins {gateway} and {other}, which {earlier} joins already.',
    self: '{peering} joins {gateway} to itself.',
  },
  checkEach: {
    *'transit-gateway-peering-attachment'(peering, { index }) {
      const [near, far] = [peering.TransitGatewayId, peering.PeerTransitGatewayId]
      const slots = { peering: displayName(peering), gateway: nameOf(index, near), other: nameOf(index, far) }
      const fixes = [{ label: `Remove ${slots.peering}`, edit: removeResources(index, [peering.id]) }]
      if (near === far) return yield { message: 'self', slots, resources: [peering.id, near], fixes }
      const earlier = referrersOf(index, 'transit-gateway-peering-attachment', near).find((other) => other.id < peering.id && [other.TransitGatewayId, other.PeerTransitGatewayId].includes(near) && [other.TransitGatewayId, other.PeerTransitGatewayId].includes(far))
      if (earlier) yield { message: 'twice', slots: { ...slots, earlier: displayName(earlier) }, resources: [peering.id, earlier.id, near, far], fixes }
    },
  },
})
