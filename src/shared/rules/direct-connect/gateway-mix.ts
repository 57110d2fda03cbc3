import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const LABELS = { VpnGatewayId: 'virtual private gateways', TransitGatewayId: 'transit gateways', CoreNetworkId: 'a core network' } as const

export default defineRule({
  id: 'gateway-mix',
  catalogue: 'R-DX-11',
  title: 'Direct Connect gateway with associations or interfaces that do not go together',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-gateway'],
  after: ['interface-type'],
  why: 'A Direct Connect gateway serves virtual private gateways, or transit gateways, or one core network. The first take private virtual interfaces, the others transit ones; AWS refuses a mix.',
  remedy: 'Use a Direct Connect gateway of its own for each of them.',
  sources: [{ fact: 'F-DX-42', checked: CHECKED }],
  messages: {
    mixed: '{gateway} serves {ends} at once; it takes one sort.',
    private: '{gateway} serves {ends}, which need transit virtual interfaces, not private ones ({interfaces}).',
    transit: '{gateway} serves {ends}, which need private virtual interfaces, not transit ones ({interfaces}).',
  },
  checkEach: {
    *'direct-connect-gateway'(gateway, { index }) {
      const associations = referrersOf(index, 'direct-connect-gateway-association', gateway.id)
      const sorts = (['VpnGatewayId', 'TransitGatewayId', 'CoreNetworkId'] as const).filter((field) => associations.some((association) => association[field] !== undefined))
      const slots = { gateway: displayName(gateway), ends: sentence(sorts.map((sort) => LABELS[sort])), interfaces: '' }
      if (sorts.length > 1) return yield { message: 'mixed', slots, resources: [gateway.id, ...associations.map(({ id }) => id)] }
      const [sort] = sorts
      if (sort === undefined) return
      const needed = sort === 'VpnGatewayId' ? 'private' : 'transit'
      const other = sort === 'VpnGatewayId' ? 'transit' : 'private'
      const wrong = referrersOf(index, 'virtual-interface', gateway.id).filter(({ VirtualInterfaceType }) => VirtualInterfaceType === other)
      const [first, ...others] = wrong
      if (!first) return
      const fixes = wrong.map((vif) => fix(`Make ${displayName(vif)} a ${needed} virtual interface`, setField(vif, 'VirtualInterfaceType', needed)))
      yield { message: other, slots: { ...slots, interfaces: sentence(wrong.map(displayName)) }, resources: [gateway.id, first.id, ...others.map(({ id }) => id)], fixes: wrong.length === 1 ? fixes : [] }
    },
  },
})
