import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { TRANSIT_MTU } from '../../facts/transit-gateway.ts'
import type { ResourceId } from '../../model/id.ts'
import { sharedTransits } from '../readings/group-references.ts'
import { nameOf } from '../readings/names.ts'
import { routesToward } from '../readings/routes.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

/** True when a table of the one VPC sends some of the other to the target. */
function sends(index: DesignIndex, vpc: ResourceId, other: ResourceId, target: ResourceId): boolean {
  const blocks = blocksOf(index.getOf('vpc', other))
  return index.childrenOf('route-table', vpc).some((table) => blocks.some((block) => routesToward(index, table, block, new Set([target]))))
}

export default defineRule({
  id: 'transit-peering-mtu',
  catalogue: 'R-TGW-17',
  title: 'VPCs use a peering and a transit gateway with different MTU',
  severity: 'warning',
  appliesTo: ['vpc-peering-connection', 'transit-gateway'],
  why: 'A peering within a Region carries packets of 9,001 bytes, a transit gateway 8,500. Larger packets that come to a transit gateway over VPN, Direct Connect or a peering of its own are dropped without a word; TCP is spared, because its segment size is clamped.',
  remedy: 'Set the MTU of the hosts to 8,500 or less before traffic moves from the peering to the transit gateway.',
  sources: [TRANSIT_MTU, { fact: 'F-PEER-7', checked: CHECKED }],
  messages: { both: '{vpc} and {other} reach each other over {peering} with up to {peeringMtu} bytes and over {gateway} with {transitMtu}.' },
  checkEach: {
    *'vpc-peering-connection'(peering, { index }) {
      const { RequesterVpcId: a, AccepterVpcId: b } = peering
      const [vpc, other] = [index.getOf('vpc', a), index.getOf('vpc', b)]
      if (!vpc || !other || vpc.Region === undefined || vpc.Region !== other.Region) return
      const uses = (target: ResourceId) => sends(index, vpc.id, other.id, target) || sends(index, other.id, vpc.id, target)
      const gateway = uses(peering.id) ? sharedTransits(index, vpc.id, other.id).find((shared) => uses(shared.gateway.id))?.gateway : undefined
      if (!gateway) return
      const { transit: transitMtu, peering: peeringMtu } = TRANSIT_MTU.value
      yield { message: 'both', slots: { vpc: displayName(vpc), other: displayName(other), peering: displayName(peering), peeringMtu, gateway: nameOf(index, gateway.id), transitMtu }, resources: [peering.id, gateway.id, vpc.id, other.id] }
    },
  },
})
