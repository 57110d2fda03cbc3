import { CHECKED } from '../../facts/fact.ts'
import { displayName } from '../../document/query.ts'
import { campuses } from '../readings/campuses.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'direct-connect-with-vpn',
  catalogue: 'R-DX-37',
  title: 'Direct Connect and VPN together',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['site', 'vpn-connection'],
  why: 'Both together are more to run than either: two layers of BGP, two MTUs, keys, and preferences that must be right in both directions. What the pair does when one of them fails should be written down and tried.',
  remedy: 'Document which way traffic is to take in each state, and test it.',
  sources: [{ fact: 'F-DX-59', checked: CHECKED }],
  messages: { both: '{campus} combines Direct Connect ({lines}) with VPN ({vpns}): two BGP layers, 1,500 bytes over the VPN, and keys to look after.' },
  *check({ index }) {
    for (const { places, name, interfaces, publicInterfaces, vpns } of campuses(index)) {
      const lines = [...interfaces, ...publicInterfaces]
      if (lines.length === 0 || vpns.length === 0) continue
      const slots = { campus: name, lines: sentence(lines.map(displayName)), vpns: sentence(vpns.map(displayName)) }
      yield { message: 'both', slots, resources: [places[0], ...lines.map(({ id }) => id), ...vpns.map(({ id }) => id)] }
    }
  },
})
