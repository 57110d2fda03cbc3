import { CHECKED } from '../../facts/fact.ts'
import { type MissingRoute, isOver, missingRoutes } from '../readings/missing-routes.ts'
import { reportGap } from '../remedies/report-gap.ts'
import { defineRule } from '../rule.ts'

/** Sides that only reply, and both sides of a peering, where each side's route is the other's way back. */
const isWayBack = (gap: MissingRoute) => !gap.opens || !(isOver(gap, 'transit') || isOver(gap, 'vpn-gateway'))

export default defineRule({
  id: 'return-route-missing',
  catalogue: 'R-RT-16',
  title: 'The way back of a required flow has no route',
  severity: 'error',
  appliesTo: ['route-table', 'vpc'],
  why: 'A reply is routed on its own: the table of the subnet that answers must lead back to the sender. Over a peering both VPCs need a route by hand, and a flow with one of them missing is lost on its way back.',
  remedy: 'Add a route to the sender\'s prefix in the table of the subnets that reply.',
  sources: [
    { fact: 'F-PEER-4', checked: CHECKED },
    { fact: 'F-TGW-26', checked: CHECKED },
  ],
  messages: {
    'no-route': '{table} has no route for {block}, so packets from {subnets} do not find back to it through {gateways}.',
    'no-table': '{vpc} has no route table, so packets from {subnets} do not find back to {block} through {gateways}.',
  },
  *check(context) {
    for (const gap of missingRoutes(context)) if (isWayBack(gap)) yield reportGap(context.index, gap)
  },
})
