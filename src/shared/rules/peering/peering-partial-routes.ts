import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { overlaps } from '../../net/prefix.ts'
import { sentence } from '../readings/names.ts'
import { joinedBy } from '../readings/peerings.ts'
import { destinationsOf, selectedRoute } from '../readings/routes.ts'
import { blockAround, listed, subnetBlocks, subnetsByTable } from '../readings/vpc-blocks.ts'
import { routeToPeer } from '../remedies/route-to-peer.ts'
import { defineRule, type Report } from '../rule.ts'

type Vpc = ResourceOf<'vpc'>
type Peering = ResourceOf<'vpc-peering-connection'>
type Subnet = ResourceOf<'subnet'>

/** The subnets of a VPC that send something over the peering, with the blocks that they send to. */
function sendersOver(index: DesignIndex, vpc: Vpc, peering: Peering) {
  return [...subnetsByTable(index, vpc.id)].flatMap(([table, subnets]) => {
    const to = (table?.Routes ?? []).flatMap((route) => (route.target === peering.id ? destinationsOf(index, route) : []))
    return to.length > 0 ? [{ subnets, to }] : []
  })
}

/** True when the table knows no way at all to the subnet, not even a default route; what a gateway propagates might be one. */
const knowsNot = (index: DesignIndex, table: ResourceOf<'route-table'>, subnet: Subnet) =>
  table.PropagatingVgws.length === 0 && subnetBlocks(subnet).some((block) => !selectedRoute(index, table, block))

function* checkSide(index: DesignIndex, peering: Peering, here: Vpc, peer: Vpc): Generator<Report> {
  const senders = sendersOver(index, peer, peering)
  for (const [table, subnets] of subnetsByTable(index, here.id)) {
    if (!table) continue
    const lost = new Set<Subnet>()
    const reached = new Set<Subnet>()
    for (const { subnets: from, to } of senders) {
      const targets = subnets.filter((subnet) => subnetBlocks(subnet).some((block) => to.some((sent) => overlaps(sent, block))))
      const unknown = targets.length === 0 ? [] : from.filter((subnet) => !subnetBlocks(subnet).some((block) => blockAround(here, block)) && knowsNot(index, table, subnet))
      for (const subnet of unknown) lost.add(subnet)
      if (unknown.length > 0) for (const subnet of targets) reached.add(subnet)
    }
    if (lost.size === 0) continue
    yield {
      message: 'no-way-back',
      slots: { senders: sentence([...lost].map(displayName)), blocks: listed([...lost].flatMap(subnetBlocks).slice(0, 5)), peering: displayName(peering), receivers: sentence([...reached].map(displayName)), table: displayName(table) },
      resources: [table.id, peering.id, ...[...lost, ...reached].map(({ id }) => id)],
      field: 'Routes',
      fixes: routeToPeer([table], peering, peer),
    }
  }
}

export default defineRule({
  id: 'peering-partial-routes',
  catalogue: 'R-PEER-11',
  title: 'Packets come in over a peering connection and find no way back',
  severity: 'warning',
  appliesTo: ['vpc-peering-connection', 'route-table'],
  after: ['peering-overlap', 'peering-route-missing', 'return-route-missing'],
  why: 'Routes to a peer may name parts of its blocks, and AWS does not check that a sender can be answered. What comes from a part without a route is let in, and its reply is lost.',
  remedy: 'Name the same parts at both ends, or the whole blocks.',
  sources: [{ fact: 'F-PEER-4', checked: CHECKED }],
  messages: { 'no-way-back': 'Packets from {senders} ({blocks}) reach {receivers} over {peering}, but {table} has no route back to them.' },
  checkEach: {
    *'vpc-peering-connection'(peering, { index }) {
      const joined = joinedBy(index, peering)
      if (!joined) return
      yield* checkSide(index, peering, joined.requester, joined.accepter)
      yield* checkSide(index, peering, joined.accepter, joined.requester)
    },
  },
})
