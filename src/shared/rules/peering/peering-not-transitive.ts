import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, overlaps, type Prefix } from '../../net/prefix.ts'
import { connectionsBetween, peerAcross, peersOf } from '../readings/connections.ts'
import { unmetDemands } from '../readings/demands.ts'
import { nameOf } from '../readings/names.ts'
import { destinationsOf } from '../readings/routes.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule, type Report } from '../rule.ts'

/** The VPC behind a peer that a block belongs to, when it is not the peer's own. */
function beyond(index: DesignIndex, peer: ResourceOf<'vpc'>, here: ResourceId, block: Prefix): ResourceOf<'vpc'> | undefined {
  if (block.length === 0 || blocksOf(peer).some((own) => overlaps(own, block))) return undefined
  return peersOf(index, peer.id)
    .flatMap(({ vpc }) => (vpc === here ? [] : (index.getOf('vpc', vpc) ?? [])))
    .find((far) => blocksOf(far).some((own) => overlaps(own, block)))
}

/** Routes that can only be meant for a VPC behind the peer. */
function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>): Generator<Report> {
  for (const route of table.Routes) {
    const peering = index.getOf('vpc-peering-connection', route.target)
    const peer = peering && index.getOf('vpc', peerAcross(peering, table.VpcId))
    if (!peering || !peer) continue
    for (const block of destinationsOf(index, route)) {
      const far = beyond(index, peer, table.VpcId, block)
      if (far) yield { message: 'route', slots: { table: displayName(table), block: formatPrefix(block), far: displayName(far), peer: displayName(peer) }, resources: [table.id, peering.id, peer.id, far.id], field: 'Routes' }
    }
  }
}

export default defineRule({
  id: 'peering-not-transitive',
  catalogue: 'R-PEER-01',
  title: 'Flow needs two peering connections in a row',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc-peering-connection', 'vpc', 'route-table'],
  why: 'A peering connection joins two VPCs and carries nothing through them to a third. AWS drops such packets without a word.',
  remedy: 'Peer the two VPCs directly, or join all three with a transit gateway.',
  sources: [
    { fact: 'F-PEER-2', checked: CHECKED },
    { fact: 'F-RT-50', checked: CHECKED },
  ],
  messages: {
    needed: '{from} and {to} are both peered with {middle} and not with each other: {middle} passes nothing on between them.',
    route: '{table} sends {block} of {far} to the peering with {peer}, which passes nothing on to it.',
  },
  *check(context) {
    const { index } = context
    const named = new Set<ResourceId>()
    for (const { intent, statement, from, to } of unmetDemands(context)) {
      if (from.type !== 'vpc' || to.type !== 'vpc' || from.vpc.id === to.vpc.id || connectionsBetween(index, from, to).length > 0) continue
      const far = new Set(peersOf(index, to.vpc.id).map(({ vpc }) => vpc))
      const middle = peersOf(index, from.vpc.id).find(({ vpc }) => far.has(vpc))
      if (!middle) continue
      named.add(from.vpc.id).add(to.vpc.id)
      const slots = { from: displayName(from.vpc), to: displayName(to.vpc), middle: nameOf(index, middle.vpc) }
      yield { message: 'needed', slots, resources: [from.vpc.id, to.vpc.id, middle.vpc, middle.peering.id], intents: [intent.id], evidence: [{ what: 'broken intent', value: statement }] }
    }
    for (const table of index.all('route-table')) if (!named.has(table.VpcId)) yield* checkTable(index, table)
  },
})
