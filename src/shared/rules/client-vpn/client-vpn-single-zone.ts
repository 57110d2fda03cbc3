import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { associatedSubnets } from '../readings/client-vpn.ts'
import { sharesZone, zoneOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-vpn-single-zone',
  catalogue: 'R-CVPN-04',
  title: 'Client VPN endpoint is associated with one Availability Zone',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['client-vpn-endpoint'],
  after: ['single-point-of-failure', 'client-vpn-association'],
  why: 'Sessions end in the zones of the associated subnets. With one of them, the failure of its zone throws out every user and lets nobody back in.',
  remedy: 'Associate a subnet of a second Availability Zone.',
  sources: [{ fact: 'F-CVPN-3', checked: CHECKED }],
  messages: { one: '{endpoint} is associated with {subnet} alone, so all its users hang on {zone}.' },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, { index }) {
      const [subnet, ...more] = associatedSubnets(index, endpoint)
      if (!subnet || more.length > 0) return
      const other = index.childrenOf('subnet', subnet.VpcId).find((one) => sharesZone(one, subnet) === false)
      yield {
        message: 'one',
        slots: { endpoint: displayName(endpoint), subnet: displayName(subnet), zone: zoneOf(subnet) ?? 'its Availability Zone' },
        resources: [endpoint.id, subnet.id],
        field: 'ClientVpnTargetNetworks',
        fixes: other ? [fix(`Associate ${displayName(other)} too`, setField(endpoint, 'ClientVpnTargetNetworks', [...endpoint.ClientVpnTargetNetworks, { SubnetId: other.id }]))] : [],
      }
    },
  },
})
