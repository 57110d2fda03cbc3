import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { transitAttachmentsOf } from '../readings/transit-attachments.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'attachment-unassociated',
  catalogue: 'R-TGW-05',
  title: 'Attachment is associated with no transit gateway route table',
  severity: 'error',
  appliesTo: ['transit-gateway', 'transit-gateway-vpc-attachment', 'vpn-connection', 'direct-connect-gateway-association', 'transit-gateway-peering-attachment', 'transit-gateway-connect-peer', 'client-vpn-endpoint'],
  why: 'The route table that an attachment is associated with decides where its packets go. Where the transit gateway does not associate new attachments by itself and nobody else does, all that the attachment sends is dropped.',
  remedy: 'Associate the attachment with a route table of the transit gateway.',
  sources: [{ fact: 'F-TGW-26', checked: CHECKED }],
  messages: {
    none: '{attachment} is associated with no route table of {gateway}, which associates nothing by itself: what comes from it is dropped.',
    unknown: 'Which route table serves {attachments} cannot be told: the design holds no route table of {gateway}; say it in the associations of one.',
  },
  checkEach: {
    *'transit-gateway'(gateway, { index }) {
      if (gateway.DefaultRouteTableAssociation === 'enable') return
      const tables = index.childrenOf('transit-gateway-route-table', gateway.id)
      const associated = new Set(tables.flatMap(({ Associations }) => Associations))
      const [first, ...others] = transitAttachmentsOf(index, gateway.id).filter(({ id }) => !associated.has(id))
      if (!first) return
      if (gateway.awsId !== undefined && tables.length === 0) {
        yield { message: 'unknown', slots: { attachments: sentence([first, ...others].map(displayName)), gateway: displayName(gateway) }, resources: [gateway.id, first.id, ...others.map(({ id }) => id)], verdict: 'cannot-tell', severity: 'advice' }
        return
      }
      const [table, ...more] = tables
      for (const attachment of [first, ...others]) {
        const slots = { attachment: displayName(attachment), gateway: displayName(gateway) }
        const repair = table && more.length === 0 ? [fix(`Associate ${slots.attachment} with ${displayName(table)}`, setField(table, 'Associations', [...table.Associations, attachment.id]))] : []
        yield { message: 'none', slots, resources: [attachment.id, gateway.id], fixes: repair }
      }
    },
  },
})
