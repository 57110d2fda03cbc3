import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-survives',
  catalogue: 'C-INT-03',
  title: 'An intent must survive failures and does not',
  severity: 'error',
  profiles: ['resilience-99-9'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'The intent says that it must still hold when elements under it fail. One or two of them take it down.',
  remedy: 'Add a second element that fails independently, and the routes that use it.',
  sources: [{ fact: 'F-AVL-26', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'survives'),
})
