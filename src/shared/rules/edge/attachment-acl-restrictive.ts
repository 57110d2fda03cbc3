import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { inOrder, protocolOf } from '../readings/acl-entries.ts'
import { sentence } from '../readings/names.ts'
import { tenantsOf } from '../readings/zones.ts'
import { defineRule, type Report } from '../rule.ts'

/** True when the first rule of each direction that speaks of IPv4 lets everything through. */
const isOpen = (list: ResourceOf<'network-acl'>) =>
  [false, true].every((egress) => {
    const first = inOrder(list, egress).find(({ CidrBlock }) => CidrBlock !== undefined)
    return first?.RuleAction === 'allow' && protocolOf(first) === undefined && first.CidrBlock === '0.0.0.0/0'
  })

function* check(index: DesignIndex, holder: Resource, subnets: readonly ResourceId[]): Generator<Report> {
  const found = subnets.flatMap((id) => index.getOf('subnet', id) ?? []).flatMap((subnet) => {
    const list = index.networkAclOf(subnet)
    // What else lives in the subnet may need the filter.
    const isShared = tenantsOf(index, subnet.id).some((id) => id !== holder.id)
    return list && !isShared && !isOpen(list) ? [{ subnet, list }] : []
  })
  const [first] = found
  if (!first) return
  const lists = [...new Set(found.map(({ list }) => list))]
  yield {
    message: 'restrictive',
    slots: { holder: displayName(holder), lists: sentence(lists.map(displayName)), subnets: sentence(found.map(({ subnet }) => displayName(subnet))) },
    resources: [holder.id, ...lists.map(({ id }) => id), ...found.map(({ subnet }) => subnet.id)],
  }
}

export default defineRule({
  id: 'attachment-acl-restrictive',
  catalogue: 'R-EDGE-14',
  title: 'Network ACL filters at a transit gateway attachment or endpoint',
  severity: 'advice',
  appliesTo: ['transit-gateway-vpc-attachment', 'vpc-endpoint', 'network-acl'],
  why: 'Everything between the VPC and a transit gateway or endpoint passes the subnets where their interfaces are, in both directions and from every sender. A network ACL there is easily forgotten when something does not get through.',
  remedy: 'Keep the network ACL of such subnets open, and filter at the hosts.',
  sources: [{ fact: 'F-TGW-20', checked: CHECKED }],
  messages: { restrictive: 'Packets of {holder} are filtered by {lists} in {subnets}, where nothing else is.' },
  checkEach: {
    'transit-gateway-vpc-attachment': (attachment, { index }) => check(index, attachment, attachment.SubnetIds),
    'vpc-endpoint': (endpoint, { index }) => check(index, endpoint, endpoint.SubnetIds ?? []),
  },
})
