import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { transitAttachmentsOf } from '../readings/transit-attachments.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'attachment-without-other',
  catalogue: 'R-COST-02',
  title: 'Transit gateway attachment with nothing to talk to',
  severity: 'advice',
  profiles: ['cost'],
  appliesTo: ['transit-gateway', 'transit-gateway-vpc-attachment', 'vpn-connection'],
  why: 'Each attachment and VPN connection is paid for by the hour, used or not. The only one of a transit gateway can exchange traffic with nobody.',
  remedy: 'Attach what it is to talk to, or remove it.',
  sources: [
    { fact: 'F-COST-1', checked: CHECKED },
    { fact: 'F-COST-10', checked: CHECKED },
  ],
  messages: { alone: '{attachment} is the only attachment of {gateway}: it is paid for, and nothing can flow over it.' },
  checkEach: {
    *'transit-gateway'(gateway, { index }) {
      const [only, ...others] = transitAttachmentsOf(index, gateway.id)
      if (gateway.awsId !== undefined || !only || others.length > 0) return // an import may not have seen the other accounts
      yield { message: 'alone', slots: { attachment: displayName(only), gateway: displayName(gateway) }, resources: [only.id, gateway.id] }
    },
  },
})
