import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-latency',
  catalogue: 'C-INT-04',
  title: 'An intent wants a latency that its way cannot promise',
  severity: 'error',
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'Nobody bounds the latency of the internet, and distance adds to it between Regions. Applications that need a steady answer time notice both.',
  remedy: 'Use Direct Connect, or keep both ends in one Region.',
  sources: [{ fact: 'F-VPN-7', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'latency'),
})
