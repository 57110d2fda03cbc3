import { removeResources } from '../../document/commands/remove.ts'
import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>

export default defineRule({
  id: 'one-attachment-per-vpc',
  catalogue: 'R-TGW-04',
  title: 'VPC attached twice to a transit gateway, or to too many of them',
  severity: 'error',
  appliesTo: ['vpc', 'transit-gateway-vpc-attachment'],
  why: 'AWS makes one attachment for a VPC on a transit gateway, with a subnet per Availability Zone, and refuses the second. A VPC can be on a few transit gateways only, and that number is fixed.',
  remedy: 'Keep one attachment and give it the subnets of both.',
  sources: [QUOTAS['transit-gateways-per-vpc'], { fact: 'F-TGW-3', checked: CHECKED }],
  messages: {
    twice: '{vpc} is attached to {gateway} by {attachments}; a transit gateway takes one attachment of a VPC.',
    many: '{vpc} is attached to {count} transit gateways; {limit} is the most, and AWS raises it for nobody.',
  },
  checkEach: {
    *vpc(vpc, { index, quota }) {
      const byGateway = new Map<ResourceId, Attachment[]>()
      for (const attachment of referrersOf(index, 'transit-gateway-vpc-attachment', vpc.id)) file(byGateway, attachment.TransitGatewayId, attachment)
      for (const [gateway, attachments] of byGateway) {
        const [first, ...extra] = attachments
        const [second] = extra
        if (!first || !second) continue
        const remove = extra.map((attachment) => ({ label: `Remove ${displayName(attachment)}`, edit: removeResources(index, [attachment.id]) }))
        const slots = { vpc: displayName(vpc), gateway: nameOf(index, gateway), attachments: sentence(attachments.map(displayName)) }
        yield { message: 'twice', slots, resources: [second.id, ...attachments.filter((one) => one !== second).map(({ id }) => id), vpc.id, gateway], fixes: extra.length === 1 ? remove : [] }
      }
      const limit = quota('transit-gateways-per-vpc').value
      const count = countOf(index, 'transit-gateways-per-vpc', vpc)
      if (count > limit) yield { message: 'many', slots: { vpc: displayName(vpc), count, limit }, resources: [vpc.id, ...byGateway.keys()] }
    },
  },
})
