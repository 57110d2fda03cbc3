import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { appliancesIn } from '../readings/appliances.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { connectionsOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'transit-vpc',
  catalogue: 'R-SW-12',
  title: 'New design uses a transit VPC',
  severity: 'advice',
  profiles: ['seed-caveats', 'cost'],
  appliesTo: ['vpc', 'instance', 'vpn-connection'],
  why: 'A transit VPC gives transit between VPCs by routers on EC2, bounded by their throughput, 1.25 Gbps a tunnel and 100 routes per virtual private gateway. Transit gateways and Cloud WAN do the same today without instances to run.',
  remedy: 'Use a transit gateway or Cloud WAN, unless translation or a vendor\'s filtering is what the routers are for.',
  sources: [{ fact: 'F-SW-50', checked: CHECKED }],
  messages: { hub: '{vpc} is a transit VPC for {spokes}, with {routers} between them; a transit gateway or Cloud WAN does that without instances.' },
  checkEach: {
    *vpc(vpc, { index }) {
      if (vpc.awsId !== undefined) return // it is there already
      const routers = appliancesIn(index, vpc.id, 'vpn-appliance').filter(({ id }) => connectionsOf(index, id).length > 0)
      const gateways = routers.flatMap(({ id }) => connectionsOf(index, id).flatMap(({ VpnGatewayId }) => index.getOf('vpn-gateway', VpnGatewayId) ?? []))
      const spokes = [...new Set(gateways.flatMap(({ VpcAttachments }) => VpcAttachments.map(({ VpcId }) => VpcId)))].filter((id) => id !== vpc.id)
      if (spokes.length < 2) return
      yield { message: 'hub', slots: { vpc: displayName(vpc), routers: sentence(routers.map(displayName)), spokes: sentence(spokes.map((id) => nameOf(index, id))) }, resources: [vpc.id, ...routers.map(({ id }) => id), ...spokes] }
    },
  },
})
