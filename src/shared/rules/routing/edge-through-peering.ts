import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, overlaps } from '../../net/prefix.ts'
import { peerAcross, vpnGatewaysOf } from '../readings/connections.ts'
import { learnedBy } from '../readings/learned.ts'
import { nameOf } from '../readings/names.ts'
import { neededGateways } from '../readings/needed-gateways.ts'
import { destinationsOf } from '../readings/routes.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule, type Report } from '../rule.ts'

/** Routes of a table that can only be meant for something behind the peer: a default route, or a prefix of the peer's own site. */
function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>): Generator<Report> {
  for (const route of table.Routes) {
    const peering = index.getOf('vpc-peering-connection', route.target)
    const peer = peering && index.getOf('vpc', peerAcross(peering, table.VpcId))
    if (!peering || !peer) continue
    const slots = { table: displayName(table), peer: displayName(peer) }
    for (const block of destinationsOf(index, route)) {
      const severity = 'warning' as const
      if (block.length === 0) yield { message: 'default-route', slots: { ...slots, block: formatPrefix(block) }, resources: [table.id, peering.id, peer.id], field: 'Routes', severity }
      if (block.length === 0 || blocksOf(peer).some((own) => overlaps(own, block))) continue
      const gateway = vpnGatewaysOf(index, peer.id).find(({ id }) => learnedBy(index, id).known.some(({ prefix }) => overlaps(prefix, block)))
      if (gateway) yield { message: 'site-route', slots: { ...slots, block: formatPrefix(block), gateway: displayName(gateway) }, resources: [table.id, peering.id, gateway.id], field: 'Routes', severity }
    }
  }
}

export default defineRule({
  id: 'edge-through-peering',
  catalogue: 'R-RT-08',
  alsoCovers: ['R-PEER-02', 'R-EDGE-04'],
  title: 'Flow needs a gateway of a peered VPC',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc-peering-connection', 'route-table'],
  why: 'A peering joins two VPCs and nothing behind them: the internet gateway, NAT gateway, VPN, Direct Connect and gateway endpoints of one are out of reach for the other. AWS drops such packets without a word.',
  remedy: 'Join the VPCs and the gateway with a transit gateway, or give the VPC an exit of its own.',
  sources: [
    { fact: 'F-RT-51', checked: CHECKED },
    { fact: 'F-EDGE-11', checked: CHECKED },
  ],
  messages: {
    needed: '{from} can reach {to} only through {needed} behind {way}, and a peering does not lead there.',
    endpoint: '{to} serves its own VPC only: {from} does not reach it across the peering {way}.',
    'default-route': '{table} sends {block} to the peering with {peer}; packets for anything but {peer} itself are dropped there.',
    'site-route': '{table} sends {block} to the peering with {peer}, but that prefix is behind {gateway}, where a peer does not get.',
  },
  *check(context) {
    const { index } = context
    const reported = new Set<string>()
    for (const { demand, through, way, needed } of neededGateways(context)) {
      if (through !== 'peering') continue
      const name = (id: typeof demand.from.id) => (id === 'internet' ? 'the internet' : nameOf(index, id))
      const ends = [demand.from.id, demand.to.id].flatMap((id) => (id === 'internet' ? [] : [id]))
      reported.add(way)
      yield {
        message: needed === demand.to.id ? 'endpoint' : 'needed',
        slots: { from: name(demand.from.id), to: name(demand.to.id), needed: nameOf(index, needed), way: nameOf(index, way) },
        resources: [way, needed, ...ends],
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
      }
    }
    for (const table of index.all('route-table')) {
      for (const report of checkTable(index, table)) if (!report.resources.some((id) => reported.has(id))) yield report
    }
  },
})
