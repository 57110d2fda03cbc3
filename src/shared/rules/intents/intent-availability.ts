import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-availability',
  catalogue: 'R-AVL-02',
  title: 'An intent is available less than it should be',
  severity: 'error',
  profiles: ['resilience-99-9'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'An estimate from commitments and assumptions lies below what was asked for. A target that the topology cannot reach is missed whatever the operations team does.',
  remedy: 'Add elements that fail independently where the most downtime comes from, or lower the target.',
  sources: [{ fact: 'F-AVL-21', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'availability'),
})
