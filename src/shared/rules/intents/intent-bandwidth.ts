import { CHECKED } from '../../facts/fact.ts'
import { reportRequirement } from '../readings/requirements.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'intent-bandwidth',
  catalogue: 'R-VPN-09',
  alsoCovers: ['R-SW-08'],
  title: 'An intent needs more bandwidth than its way carries',
  severity: 'error',
  appliesTo: ['site', 'vpc', 'subnet', 'instance', 'vpn-connection', 'direct-connect-connection', 'transit-gateway', 'virtual-interface'],
  why: 'Something on the way carries less than the flow needs. Tunnels, ports and appliances drop what is over their limit; none of them waits.',
  remedy: 'Use a larger port, large tunnels, or several equal paths on a transit gateway.',
  sources: [{ fact: 'F-VPN-10', checked: CHECKED }, { fact: 'F-VPN-11', checked: CHECKED }, { fact: 'F-VPN-13', checked: CHECKED }, { fact: 'F-SW-13', checked: CHECKED }],
  messages: {
    unmet: '{statement} and should {asked}, but {reason}.',
    unknown: '{statement} and should {asked}; whether that holds cannot be told: {reason}.',
  },
  check: (context) => reportRequirement(context, 'bandwidth'),
})
