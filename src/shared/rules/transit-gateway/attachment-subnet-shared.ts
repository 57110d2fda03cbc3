import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { tenantsOf } from '../readings/zones.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'attachment-subnet-shared',
  catalogue: 'R-TGW-11',
  title: 'Attachment subnets hold other things as well',
  severity: 'advice',
  appliesTo: ['transit-gateway', 'transit-gateway-vpc-attachment', 'subnet'],
  why: 'The interface of a transit gateway obeys the route table and network ACL of its subnet. In a subnet of its own, a /28 is enough, both can be set for the gateway without touching workloads.',
  remedy: 'Give each Availability Zone a small subnet for the attachment alone, with a route table of its own and an open network ACL.',
  sources: [{ fact: 'F-TGW-20', checked: CHECKED }],
  messages: { shared: 'Attachments of {gateway} ({attachments}) share subnets with other things: {subnets}.' },
  checkEach: {
    *'transit-gateway'(gateway, { index }) {
      const shared = referrersOf(index, 'transit-gateway-vpc-attachment', gateway.id).flatMap((attachment) => {
        const subnets = attachment.SubnetIds.filter((subnet) => tenantsOf(index, subnet).length > 0)
        return subnets.length > 0 ? [{ attachment, subnets }] : []
      })
      if (shared.length === 0) return
      const subnets = shared.flatMap((entry) => entry.subnets)
      yield {
        message: 'shared',
        slots: { attachments: sentence(shared.map(({ attachment }) => displayName(attachment))), gateway: displayName(gateway), subnets: sentence(subnets.map((id) => nameOf(index, id))) },
        resources: [gateway.id, ...shared.map(({ attachment }) => attachment.id), ...subnets],
      }
    },
  },
})
