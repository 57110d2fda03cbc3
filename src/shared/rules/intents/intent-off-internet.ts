import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-off-internet',
  catalogue: 'C-INT-05',
  title: 'An intent must stay off the internet, but its way crosses it',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'Part of the way is on the public internet, even where it is encrypted. The intent rules that out.',
  remedy: 'Use Direct Connect, a private-IP VPN over it, or endpoints in the VPC.',
  sources: [{ fact: 'F-VPN-7', checked: CHECKED }, { fact: 'F-VPN-70', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'off-internet'),
})
