import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { connectionsOf } from '../readings/sessions.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'managed-vpn-ipsec',
  catalogue: 'R-SW-09',
  alsoCovers: ['R-ARCH-08'],
  title: 'Appliance without IPsec at the end of a managed VPN connection',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['instance', 'vpn-connection'],
  why: 'AWS\'s end of a VPN connection speaks IPsec and nothing else. Software for SSL, WireGuard or plain GRE cannot be its other end.',
  remedy: 'Run software with IPsec on the instance, or an appliance of the same kind on both ends.',
  sources: [{ fact: 'F-SW-2', checked: CHECKED }],
  messages: { other: '{appliance} does not support IPsec, the only protocol of {connections}.' },
  checkEach: {
    *instance(appliance, { index }) {
      const connections = appliance.ipsec === false ? connectionsOf(index, appliance.id) : []
      if (connections.length > 0) yield { message: 'other', slots: { appliance: displayName(appliance), connections: sentence(connections.map(displayName)) }, resources: [appliance.id, ...connections.map(({ id }) => id)], field: 'ipsec' }
    },
  },
})
