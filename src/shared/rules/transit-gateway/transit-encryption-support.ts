import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { transitAttachmentsOf } from '../readings/transit-attachments.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** Attachments that a transit gateway with encryption support does not take. */
const REFUSED: readonly string[] = ['transit-gateway-connect-peer', 'transit-gateway-peering-attachment', 'client-vpn-endpoint']

export default defineRule({
  id: 'transit-encryption-support',
  catalogue: 'R-TGW-22',
  title: 'Encryption support beside what it excludes',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['transit-gateway'],
  why: 'A transit gateway that encrypts between its VPCs gives up some of its other abilities: Connect, peering, Client VPN, references between security groups and multicast. AWS refuses the one while the other is there.',
  remedy: 'Turn encryption support off, or move what it excludes to another transit gateway.',
  sources: [{ fact: 'F-TGW-35', checked: CHECKED }],
  messages: {
    attachments: '{gateway} has encryption support on, which goes together with neither Connect nor peering nor Client VPN: {attachments}.',
    options: '{gateway} has encryption support on together with {options}; AWS does not take both.',
  },
  checkEach: {
    *'transit-gateway'(gateway, { index }) {
      if (gateway.EncryptionSupport !== 'enable') return
      const gatewayName = displayName(gateway)
      const off = fix(`Turn off encryption support of ${gatewayName}`, setField(gateway, 'EncryptionSupport', 'disable'))
      const refused = transitAttachmentsOf(index, gateway.id).filter(({ kind }) => REFUSED.includes(kind))
      if (refused.length > 0) yield { message: 'attachments', slots: { gateway: gatewayName, attachments: sentence(refused.map(displayName)) }, resources: [gateway.id, ...refused.map(({ id }) => id)], field: 'EncryptionSupport', fixes: [off] }
      const options = [gateway.SecurityGroupReferencingSupport === 'enable' ? ['security group referencing'] : [], gateway.MulticastSupport === 'enable' ? ['multicast'] : []].flat()
      if (options.length > 0) yield { message: 'options', slots: { gateway: gatewayName, options: sentence(options) }, resources: [gateway.id], field: 'EncryptionSupport', fixes: [off] }
    },
  },
})
