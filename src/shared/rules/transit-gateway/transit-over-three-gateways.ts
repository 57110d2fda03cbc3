import { CHECKED } from '../../facts/fact.ts'
import { peeredGaps } from '../readings/peered-gaps.ts'
import { reportPeeredGap } from '../remedies/report-peered-gap.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'transit-over-three-gateways',
  catalogue: 'R-TGW-20',
  title: 'Way over several transit gateways lacks a static route',
  severity: 'error',
  appliesTo: ['transit-gateway-route-table', 'transit-gateway-peering-attachment'],
  after: ['attachment-unassociated', 'transit-peering-static-route'],
  why: 'Traffic goes through a transit gateway from one peering to another only where static routes say so, one at every gateway and for each direction. One table without its route cuts the whole way.',
  remedy: 'Add the static route at every transit gateway on the way, or peer the first and the last directly.',
  sources: [
    { fact: 'F-TGW-41', checked: CHECKED },
    { fact: 'F-TGW-40', checked: CHECKED },
  ],
  messages: { 'no-route': '{table} of {gateway} has no route for {blocks} to {toward}, which the way over {gateways} needs.' },
  *check(context) {
    for (const gap of peeredGaps(context)) if (gap.gateways.length > 2) yield reportPeeredGap(context.index, gap)
  },
})
