import { CHECKED } from '../../facts/fact.ts'
import { peeredGaps } from '../readings/peered-gaps.ts'
import { reportPeeredGap } from '../remedies/report-peered-gap.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'transit-peering-static-route',
  catalogue: 'R-TGW-07',
  title: 'Static route missing beside a transit gateway peering',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['transit-gateway-route-table', 'transit-gateway-peering-attachment'],
  after: ['attachment-unassociated'],
  why: 'A peering of transit gateways propagates nothing. What lies behind it is known only by static routes, on both sides, and the table that serves the peering decides where its packets go on.',
  remedy: 'Add static routes for the far prefixes on both transit gateways, and let the table of the peering know the attachments behind it.',
  sources: [{ fact: 'F-TGW-40', checked: CHECKED }],
  messages: { 'no-route': '{table} of {gateway} has no route for {blocks} to {toward}; between {gateways}, which are peered, only static routes lead on.' },
  *check(context) {
    for (const gap of peeredGaps(context)) if (gap.gateways.length === 2) yield reportPeeredGap(context.index, gap)
  },
})
