import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Hop } from '../../simulation/types.ts'
import { peersOf } from '../readings/connections.ts'
import { deadEnds } from '../readings/dead-ends.ts'
import { foreignReferences, sharedTransits, vpcAttachmentsOf } from '../readings/group-references.ts'
import { nameOf } from '../readings/names.ts'
import { blocksForGroup } from '../remedies/blocks-for-group.ts'
import { defineRule, type Report, type RuleContext } from '../rule.ts'

const groupsOf = (index: DesignIndex, hop: Hop | undefined): readonly ResourceId[] => {
  const host = hop && hop.resource !== 'internet' ? index.get(hop.resource) : undefined
  return host?.kind === 'instance' || host?.kind === 'network-interface' ? host.SecurityGroupIds : []
}

/** Kinds on a way behind which nobody knows the sender's groups any more. */
const FORGETS: readonly string[] = ['nat-gateway', 'instance', 'network-interface', 'vpn-gateway', 'vpn-connection', 'core-network', 'load-balancer', 'vpc-endpoint']

/** Broken intents whose packets a group drops that names a group of the sender: on the way the reference was lost. */
function* lostOnTheWay(context: RuleContext): Generator<Report> {
  const { index } = context
  for (const { trace, hop, filter, isWayBack, demand } of deadEnds(context)) {
    if (isWayBack || filter?.filter !== 'security-group' || filter.direction !== 'in') continue
    const senders = groupsOf(index, trace.forward.hops[0])
    for (const group of groupsOf(index, hop).flatMap((id) => index.getOf('security-group', id) ?? [])) {
      const pairs = group.IpPermissions.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs)
      const named = index.getOf('security-group', pairs.find(({ GroupId }) => senders.includes(GroupId))?.GroupId)
      const way = trace.forward.hops.slice(1, -1).find(({ kind }) => FORGETS.includes(kind))
      if (!named || !way || way.resource === 'internet') continue
      const slots = { group: displayName(group), named: displayName(named), way: way.name }
      yield { message: 'lost', slots, resources: [group.id, named.id, way.resource], field: 'IpPermissions', intents: [demand.intent.id], evidence: [{ what: 'broken intent', value: demand.statement }], fixes: blocksForGroup(index, group, 'IpPermissions', named) }
    }
  }
}

export default defineRule({
  id: 'security-group-reference-lost',
  catalogue: 'R-EDGE-10',
  title: 'Security group names a group that it cannot know on this way',
  severity: 'error',
  appliesTo: ['security-group'],
  after: ['security-group-other-region', 'security-group-over-transit'],
  why: 'A rule that names a group matches interfaces of that group while AWS still knows them as the sender. That is so within a VPC, over a peering in a Region and over a transit gateway that allows it, and not behind a VPN, NAT or middlebox.',
  remedy: 'Name address blocks instead of the group.',
  sources: [
    { fact: 'F-EDGE-35', checked: CHECKED },
    { fact: 'F-RT-23', checked: CHECKED },
  ],
  messages: {
    lost: '{group} admits members of {named}, but their packets come through {way}, behind which nobody knows the group any more.',
    apart: '{group} names {named} of {vpc}, and nothing joins the two VPCs that a reference could follow.',
  },
  *check(context) {
    const { index } = context
    yield* lostOnTheWay(context)
    for (const group of index.all('security-group')) {
      for (const { named, direction } of foreignReferences(index, group)) {
        const other = named.VpcId
        const far = new Set(vpcAttachmentsOf(index, other).map(({ TransitGatewayId }) => TransitGatewayId))
        if (peersOf(index, group.VpcId).some(({ vpc }) => vpc === other) || sharedTransits(index, group.VpcId, other).length > 0 || far.size > 0) continue
        const field = direction === 'inbound' ? 'IpPermissions' : 'IpPermissionsEgress'
        const slots = { group: displayName(group), named: displayName(named), vpc: nameOf(index, other) }
        yield { message: 'apart', slots, resources: [group.id, named.id, other], field, fixes: blocksForGroup(index, group, field, named) }
      }
    }
  },
})
