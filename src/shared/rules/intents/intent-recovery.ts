import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-recovery',
  catalogue: 'R-AVL-07',
  title: 'A failure interrupts an intent for longer than it may',
  severity: 'error',
  profiles: ['resilience-99-9'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'After a failure each party has to notice before it uses the other way. Until the slowest timer has run out, packets are lost.',
  remedy: 'Enable BFD, shorten timers, or replace static routes by BGP.',
  sources: [{ fact: 'F-AVL-25', checked: CHECKED }, { fact: 'F-DX-25', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'recovery'),
})
