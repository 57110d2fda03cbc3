import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'interface-type',
  catalogue: 'R-DX-10',
  title: 'Virtual interface ends on what its type cannot reach',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['virtual-interface'],
  why: 'A private virtual interface ends on a virtual private gateway or a Direct Connect gateway, a transit one on a Direct Connect gateway only, and a public one on no gateway at all. AWS offers nothing else when the interface is made.',
  remedy: 'Change the type, or end it on what the type is for.',
  sources: [{ fact: 'F-DX-21', checked: CHECKED }],
  messages: {
    transit: '{vif} is a transit virtual interface, which ends on a Direct Connect gateway and not on {end}.',
    private: '{vif} is a private virtual interface, which does not lead to {end}.',
    public: '{vif} is a public virtual interface, which ends on no gateway, so not on {end}.',
  },
  checkEach: {
    *'virtual-interface'(vif, { index }) {
      const { VirtualInterfaceType: type, VirtualGatewayId: vgw, DirectConnectGatewayId: dxgw, publicServices } = vif
      const wrong = type === 'public' ? (vgw ?? dxgw) : type === 'transit' ? (vgw ?? publicServices) : publicServices
      if (wrong === undefined) return
      const fitting = wrong === publicServices ? 'public' : 'private'
      const isOnly = [vgw, dxgw, publicServices].filter((end) => end !== undefined).length === 1
      const name = displayName(vif)
      yield {
        message: type,
        slots: { vif: name, end: nameOf(index, wrong) },
        resources: [vif.id, wrong],
        field: 'VirtualInterfaceType',
        fixes: isOnly ? [fix(`Make ${name} a ${fitting} virtual interface`, setField(vif, 'VirtualInterfaceType', fitting))] : [],
      }
    },
  },
})
