import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { peersOf } from '../readings/connections.ts'
import { foreignReferences } from '../readings/group-references.ts'
import { blocksForGroup } from '../remedies/blocks-for-group.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'security-group-other-region',
  catalogue: 'R-PEER-05',
  title: 'Security group names a group of a peer in another Region',
  severity: 'error',
  appliesTo: ['security-group', 'vpc-peering-connection'],
  why: 'Groups of a peered VPC can be named in rules only while both VPCs are in one Region. Between Regions AWS refuses it.',
  remedy: 'Name the address blocks of the other VPC instead.',
  sources: [{ fact: 'F-PEER-5', checked: CHECKED }],
  messages: { region: '{group} in {region} names {named} of {peer}, which is in {otherRegion}; a peering between Regions does not carry that.' },
  checkEach: {
    *'security-group'(group, { index }) {
      const vpc = index.getOf('vpc', group.VpcId)
      for (const { named, direction } of foreignReferences(index, group)) {
        const peer = index.getOf('vpc', named.VpcId)
        const peering = peersOf(index, group.VpcId).find((other) => other.vpc === named.VpcId)
        if (!peering || vpc?.Region === undefined || peer?.Region === undefined || vpc.Region === peer.Region) continue
        const field = direction === 'inbound' ? 'IpPermissions' : 'IpPermissionsEgress'
        const slots = { group: displayName(group), region: vpc.Region, named: displayName(named), peer: displayName(peer), otherRegion: peer.Region }
        yield { message: 'region', slots, resources: [group.id, named.id, peering.peering.id], field, fixes: blocksForGroup(index, group, field, named) }
      }
    },
  },
})
