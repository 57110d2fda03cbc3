import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Kind } from '../../model/index.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import { joinRanges, rangeOf } from '../../net/range.ts'
import { hasPrivateNat } from '../readings/private-nat.ts'
import { listed } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

/** What connects a VPC to other networks. */
const CONNECTIONS: readonly Kind[] = ['vpc-peering-connection', 'transit-gateway-vpc-attachment', 'core-network-attachment', 'vpn-gateway']

export default defineRule({
  id: 'scattered-cidrs',
  catalogue: 'R-ADDR-14',
  title: 'Connected VPC has blocks that are not next to each other',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['vpc'],
  after: ['cidr-size', 'direct-connect-gateway-overlap', 'peering-overlap', 'secondary-cidr', 'transit-gateway-overlap', 'vpc-cidr-reserved'],
  why: 'One contiguous block per VPC is one route everywhere else. Scattered blocks multiply routes, firewall rules and the chance of an overlap.',
  remedy: 'Plan one contiguous block that is large enough, where the VPC can still be renumbered.',
  sources: [{ fact: 'F-ADDR-10', checked: CHECKED }],
  messages: { scattered: '{vpc} is connected to other networks with {count} separate blocks ({blocks}); every one of them needs routes of its own there.' },
  checkEach: {
    *vpc(vpc, { index }) {
      const blocks = parsePrefixes(vpc.CidrBlocks)
      const count = blocks.length < 2 ? blocks.length : joinRanges(blocks.map(rangeOf)).length
      if (count < 2) return
      // Behind a private NAT gateway one block stays inside on purpose, and the others have no route to it.
      if (hasPrivateNat(index, vpc.id)) return
      const connections = [...new Set(index.referrers(vpc.id).map(({ resource }) => resource))].filter(({ kind }) => CONNECTIONS.includes(kind))
      if (connections.length === 0) return
      yield { message: 'scattered', slots: { vpc: displayName(vpc), count, blocks: listed(blocks) }, resources: [vpc.id, ...connections.map(({ id }) => id)], field: 'CidrBlocks' }
    },
  },
})
