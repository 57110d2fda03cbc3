import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { campuses } from '../readings/campuses.ts'
import { file } from '../readings/group.ts'
import { sentence } from '../readings/names.ts'
import { type OwnWay, ownWays } from '../readings/own-ways.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpcs-connected-singly',
  catalogue: 'R-ARCH-02',
  title: 'VPCs of one Region are each connected on their own',
  severity: 'advice',
  profiles: ['seed-caveats', 'cost'],
  appliesTo: ['site', 'vpn-connection', 'virtual-interface'],
  after: ['vpcs-joined-by-router', 'vpcs-joined-by-vpn', 'public-interface-vpns'],
  why: 'With a VPN connection or virtual interface for each VPC, every further VPC means another one to order, configure on the routers and watch. A transit gateway takes all VPCs of a Region over the lines that are there.',
  remedy: 'Attach the VPCs to a transit gateway, and let VPN or Direct Connect end there.',
  sources: [{ fact: 'F-TGW-1', checked: CHECKED }],
  messages: { singly: '{place} is connected to {vpcs} in {region} one by one ({lines}); a transit gateway would take all of them over the same lines.' },
  *check({ index }) {
    for (const campus of campuses(index)) {
      const byRegion = new Map<string, OwnWay[]>()
      for (const way of ownWays(index, campus)) if (way.vpc.Region !== undefined && referrersOf(index, 'transit-gateway-vpc-attachment', way.vpc.id).length === 0) file(byRegion, way.vpc.Region, way)
      for (const [region, ways] of byRegion) {
        const vpcs = [...new Set(ways.map(({ vpc }) => vpc))]
        if (vpcs.length < 2) continue
        const routers = ways.map(({ line }) => (line.kind === 'vpn-connection' ? line.CustomerGatewayId : line.customerRouter))
        const slots = { place: campus.name, vpcs: sentence(vpcs.map(displayName)), region, lines: sentence(ways.map(({ line }) => displayName(line))) }
        yield { message: 'singly', slots, resources: [campus.places[0], ...vpcs.map(({ id }) => id), ...new Set(routers)] }
      }
    }
  },
})
