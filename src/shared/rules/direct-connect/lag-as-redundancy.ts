import { CHECKED } from '../../facts/fact.ts'
import { hasOwnVpn, lineGroups } from '../readings/line-groups.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'lag-as-redundancy',
  catalogue: 'R-DX-03',
  title: 'A LAG is the only redundancy',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['direct-connect-lag'],
  after: ['single-point-of-failure'],
  why: 'All members of a LAG end on one AWS device at one location. It survives a broken port or fibre, but neither the device nor the location.',
  remedy: 'Add a connection on another device, best at another location.',
  sources: [{ fact: 'F-DX-5', checked: CHECKED }],
  messages: { alone: '{campus} reaches {gateways} over {lag} alone: when its AWS device or location fails, all members fail with it.' },
  *check({ index }) {
    for (const { campus, gateways, ports } of lineGroups(index)) {
      const [port, ...others] = ports
      if (others.length > 0 || port.resource?.kind !== 'direct-connect-lag' || hasOwnVpn(campus)) continue
      yield { message: 'alone', slots: { campus: campus.name, gateways: sentence(gateways.map((id) => nameOf(index, id))), lag: port.name }, resources: [port.id, ...gateways, ...campus.places] }
    }
  },
})
