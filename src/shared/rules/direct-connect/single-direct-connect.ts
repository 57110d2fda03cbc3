import { CHECKED } from '../../facts/fact.ts'
import { hasOwnVpn, lineGroups } from '../readings/line-groups.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'single-direct-connect',
  catalogue: 'R-DX-01',
  title: 'One Direct Connect connection and no backup',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['direct-connect-connection', 'virtual-interface'],
  after: ['single-point-of-failure', 'interface-type'],
  why: 'A single connection hangs on one port, one AWS device, one location and one cross-connect, and AWS services each of them. With nothing beside it, every such event cuts the site off.',
  remedy: 'Add a connection at another location, or a VPN connection as a backup.',
  sources: [{ fact: 'F-DX-70', checked: CHECKED }],
  messages: { single: '{campus} reaches {gateways} over {port} alone, and no VPN stands by.' },
  *check({ index }) {
    for (const group of lineGroups(index)) {
      const [port, ...others] = group.ports
      if (others.length > 0 || port.resource?.kind === 'direct-connect-lag' || hasOwnVpn(group.campus)) continue
      const slots = { campus: group.campus.name, gateways: sentence(group.gateways.map((id) => nameOf(index, id))), port: port.name }
      yield { message: 'single', slots, resources: [port.id, ...group.gateways, ...group.interfaces.map(({ id }) => id), ...group.campus.places] }
    }
  },
})
