import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-bandwidth-after-failure',
  catalogue: 'R-AVL-05',
  alsoCovers: ['R-DX-29', 'R-DX-39'],
  title: 'After a failure an intent has too little bandwidth',
  severity: 'error',
  profiles: ['resilience-99-9'],
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'What remains after one failure carries less than the flow needs then. A backup that is too small turns an outage into congestion for everybody.',
  remedy: 'Make the backup as large as what must survive, or keep the load of active links under what is left of them.',
  sources: [{ fact: 'F-AVL-60', checked: CHECKED }, { fact: 'F-DX-58', checked: CHECKED }, { fact: 'F-DX-85', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'bandwidth-after-failure'),
})
