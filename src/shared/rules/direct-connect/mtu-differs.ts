import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { INTERFACE_MTUS } from '../../facts/direct-connect.ts'
import { lineGroups } from '../readings/line-groups.ts'
import { sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const PLAIN = INTERFACE_MTUS.value.public[0]

export default defineRule({
  id: 'mtu-differs',
  catalogue: 'R-DX-26',
  title: 'Ways that stand in for each other differ in MTU',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['virtual-interface', 'vpn-connection'],
  after: ['interface-mtu'],
  why: 'When the way with the smaller MTU takes over, packets that fitted before are dropped, and not every sender learns why. While a VPN brings the same route, AWS uses 1500 in any case.',
  remedy: 'Give all of them the same MTU; with a VPN beside them that is 1500.',
  sources: [{ fact: 'F-DX-23', checked: CHECKED }],
  messages: {
    interfaces: '{vifs} of {campus} are to stand in for each other, but have MTUs of {mtus}.',
    vpn: 'There are jumbo frames on {vifs} of {campus}, but the VPN ({vpns}) that is to stand in loses packets beyond {plain} bytes.',
  },
  *check({ index }) {
    for (const { campus, interfaces } of lineGroups(index)) {
      const [first, ...others] = interfaces
      if (!first) continue
      const mtus = [...new Set(interfaces.map(({ Mtu }) => Mtu ?? PLAIN))].sort((a, b) => a - b)
      const jumbo = interfaces.filter(({ Mtu }) => (Mtu ?? PLAIN) > PLAIN)
      const names = { vifs: sentence((mtus.length > 1 ? interfaces : jumbo).map(displayName)), campus: campus.name, plain: PLAIN }
      const align = fix(`Give ${sentence(jumbo.map(displayName))} an MTU of ${PLAIN}`, ...jumbo.map((vif) => setField(vif, 'Mtu', PLAIN)))
      const vpns = campus.vpns.filter(({ OutsideIpAddressType }) => OutsideIpAddressType !== 'PrivateIpv4')
      if (mtus.length > 1) yield { message: 'interfaces', slots: { ...names, mtus: sentence(mtus.map(String)) }, resources: [first.id, ...others.map(({ id }) => id)], field: 'Mtu', fixes: [align] }
      else if (jumbo.length > 0 && vpns.length > 0) yield { message: 'vpn', slots: { ...names, vpns: sentence(vpns.map(displayName)) }, resources: [first.id, ...others.map(({ id }) => id), ...vpns.map(({ id }) => id)], field: 'Mtu', fixes: [align] }
    }
  },
})
