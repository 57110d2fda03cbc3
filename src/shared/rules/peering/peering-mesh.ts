import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { PEERING_BECOMES_HARD } from '../../facts/peering.ts'
import type { ResourceId } from '../../model/id.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { neighbourhoods } from '../readings/peerings.ts'
import { defineRule } from '../rule.ts'

const { mesh: mostInMesh, connections: mostConnections } = PEERING_BECOMES_HARD

/**
 * VPCs that are all peered with each other, a VPC among them: the peers that share most with it first. There may be a larger mesh, never
 * one that is none.
 */
function meshAround(near: ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>, vpc: ResourceId): ResourceId[] {
  const own = near.get(vpc) ?? new Set<ResourceId>()
  if (own.size <= mostInMesh) return []
  const shared = (peer: ResourceId) => [...own].filter((other) => near.get(other)?.has(peer)).length
  const peers = [...own].filter((peer) => peer !== vpc).map((peer) => ({ peer, count: shared(peer) })).sort((a, b) => b.count - a.count || (a.peer < b.peer ? -1 : 1))
  const mesh = [vpc]
  for (const { peer } of peers) if (mesh.every((one) => near.get(one)?.has(peer))) mesh.push(peer)
  return mesh.sort()
}

export default defineRule({
  id: 'peering-mesh',
  catalogue: 'R-PEER-03',
  title: 'Peering has grown beyond what is easy to run',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc', 'vpc-peering-connection'],
  after: ['peering-count'],
  why: 'A full mesh of n VPCs needs n(n-1)/2 peering connections, and every one of them routes at both ends. Each further VPC touches all the others.',
  remedy: 'Use a transit gateway or Cloud WAN: one attachment per VPC.',
  sources: [
    { fact: 'F-PEER-2', checked: CHECKED },
    { fact: 'F-PEER-8', checked: CHECKED },
  ],
  messages: {
    mesh: '{vpcs} are a full mesh of {count} VPCs with {peerings} peering connections; one more VPC means {count} more.',
    many: '{vpc} has {count} peering connections, each with routes of its own at both ends.',
  },
  *check({ index }) {
    const told = new Set<ResourceId>()
    for (const [vpc] of neighbourhoods(index)) {
      const [first, ...others] = told.has(vpc) ? [] : meshAround(neighbourhoods(index), vpc)
      const vpcs = first === undefined ? [] : [first, ...others]
      const count = vpcs.length
      if (first === undefined || count <= mostInMesh) continue
      for (const one of vpcs) told.add(one)
      yield { message: 'mesh', slots: { vpcs: sentence(vpcs.map((vpc) => nameOf(index, vpc))), count, peerings: (count * (count - 1)) / 2 }, resources: [first, ...others] }
    }
    for (const [id, near] of neighbourhoods(index)) {
      const vpc = index.getOf('vpc', id)
      if (vpc && near.size - 1 > mostConnections) yield { message: 'many', slots: { vpc: displayName(vpc), count: near.size - 1 }, resources: [id] }
    }
  },
})
