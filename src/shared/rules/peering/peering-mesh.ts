import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { PEERING_BECOMES_HARD } from '../../facts/peering.ts'
import type { ResourceId } from '../../model/id.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { neighbourhoods } from '../readings/peerings.ts'
import { defineRule } from '../rule.ts'

const { mesh: mostInMesh, connections: mostConnections } = PEERING_BECOMES_HARD

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
    // VPCs with the very same neighbours, themselves among them, are all peered with each other.
    const alike = new Map<string, ResourceId[]>()
    for (const [vpc, near] of neighbourhoods(index)) if (near.size > mostInMesh) file(alike, [...near].sort().join(' '), vpc)
    for (const vpcs of alike.values()) {
      const [first, ...others] = vpcs.sort()
      const count = vpcs.length
      if (first === undefined || count <= mostInMesh) continue
      yield { message: 'mesh', slots: { vpcs: sentence(vpcs.map((vpc) => nameOf(index, vpc))), count, peerings: (count * (count - 1)) / 2 }, resources: [first, ...others] }
    }
    for (const [id, near] of neighbourhoods(index)) {
      const vpc = index.getOf('vpc', id)
      if (vpc && near.size - 1 > mostConnections) yield { message: 'many', slots: { vpc: displayName(vpc), count: near.size - 1 }, resources: [id] }
    }
  },
})
