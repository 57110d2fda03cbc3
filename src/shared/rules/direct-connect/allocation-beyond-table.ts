import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'allocation-beyond-table',
  catalogue: 'R-DX-18',
  title: 'More prefixes allocated than the route tables behind can learn',
  severity: 'warning',
  appliesTo: ['virtual-interface'],
  why: 'A larger allocation lets the interface take more prefixes, but a VPC route table still learns 100 at most by propagation. Which of more of them it learns is not documented.',
  remedy: 'Summarise the prefixes and leave the allocation at 100, or end the interface on a transit gateway.',
  sources: [{ fact: 'F-DX-35', checked: CHECKED }],
  messages: { beyond: '{vif} may bring {allocated} prefixes, but {table}, which learns from {gateway}, takes {limit} by propagation.' },
  checkEach: {
    *'virtual-interface'(vif, { index }) {
      const limit = QUOTAS['propagated-routes-per-table'].value
      if (vif.VirtualInterfaceType !== 'private' || vif.prefixAllocation === undefined || vif.prefixAllocation <= limit) return
      const behind = vif.DirectConnectGatewayId === undefined ? [] : referrersOf(index, 'direct-connect-gateway-association', vif.DirectConnectGatewayId)
      for (const id of [vif.VirtualGatewayId, ...behind.map(({ VpnGatewayId }) => VpnGatewayId)]) {
        const gateway = index.getOf('vpn-gateway', id)
        const table = gateway && referrersOf(index, 'route-table', gateway.id).find(({ PropagatingVgws }) => PropagatingVgws.includes(gateway.id))
        if (!gateway || !table) continue
        const slots = { vif: displayName(vif), allocated: vif.prefixAllocation, table: displayName(table), gateway: displayName(gateway), limit }
        yield { message: 'beyond', slots, resources: [vif.id, gateway.id, table.id], field: 'prefixAllocation', fixes: [fix(`Allocate ${limit} prefixes to ${slots.vif}`, setField(vif, 'prefixAllocation', limit))] }
        return
      }
    },
  },
})
