import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-encrypted',
  catalogue: 'R-DX-23',
  title: 'An intent must be encrypted, but part of its way is not',
  severity: 'error',
  profiles: ['security', 'seed-caveats'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'Direct Connect does not encrypt by itself, and neither do carrier lines or plain tunnels. Whoever can tap that part reads everything.',
  remedy: 'Put MACsec on the port, or a VPN over the line.',
  sources: [{ fact: 'F-DX-60', checked: CHECKED }, { fact: 'F-DX-61', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'encrypted'),
})
