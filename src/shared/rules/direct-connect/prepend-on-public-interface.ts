import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { isPrivateAsn } from '../../net/asn.ts'
import { nameOf } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'prepend-on-public-interface',
  catalogue: 'R-DX-31',
  title: 'Prepending a private ASN on a public virtual interface',
  severity: 'warning',
  appliesTo: ['virtual-interface'],
  why: 'On a public virtual interface AWS puts its own number in the place of a private ASN. Adding it several times therefore changes nothing in what AWS prefers.',
  remedy: 'Use a public ASN, or announce a longer prefix over the interface that is to be preferred.',
  sources: [{ fact: 'F-DX-53', checked: CHECKED }],
  messages: { 'no-effect': '{router} prepends its private ASN {asn} over {vif}, which AWS replaces: traffic is not steered by it.' },
  checkEach: {
    *'virtual-interface'(vif, { index }) {
      if (vif.VirtualInterfaceType !== 'public' || !isPrivateAsn(vif.Asn)) return
      const router = index.getOf('customer-gateway', vif.customerRouter)
      const prepends = router?.bgpPolicy?.some(({ direction, neighbor, prepend }) => direction === 'out' && prepend !== undefined && (neighbor === undefined || neighbor === vif.id)) === true
      if (prepends) yield { message: 'no-effect', slots: { router: nameOf(index, vif.customerRouter), asn: vif.Asn, vif: displayName(vif) }, resources: [vif.id, vif.customerRouter], field: 'Asn' }
    },
  },
})
