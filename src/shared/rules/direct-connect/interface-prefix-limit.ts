import { displayName } from '../../document/query.ts'
import { MOST_ALLOCATION } from '../../facts/direct-connect.ts'
import { CHECKED } from '../../facts/fact.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { countOf, countsOf } from '../readings/quotas/counters.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'interface-prefix-limit',
  catalogue: 'R-DX-17',
  title: 'More prefixes over a virtual interface than it takes',
  severity: 'error',
  appliesTo: ['virtual-interface'],
  why: 'A private or transit virtual interface takes 100 prefixes of each address family unless more are allocated, at most 1,000; a public one takes 1,000. One more and AWS takes the BGP session down, so the whole interface fails.',
  remedy: 'Summarise the prefixes, or allocate more to the interface.',
  sources: [
    { fact: 'F-DX-31', checked: CHECKED },
    { fact: 'F-DX-32', checked: CHECKED },
    { fact: 'F-DX-30', checked: CHECKED },
  ],
  messages: {
    private: '{router} announces {count} {family} prefixes over {vif}, which takes {limit}: AWS takes the whole interface down.',
    public: '{vif} announces {count} public prefixes; it takes {limit}, which nobody can raise: AWS takes the whole interface down.',
  },
  checkEach: {
    *'virtual-interface'(vif, { index, quota }) {
      const name = displayName(vif)
      if (vif.VirtualInterfaceType === 'public') {
        const { value } = quota('prefixes-per-public-interface')
        const count = countOf(index, 'prefixes-per-public-interface', vif)
        if (count > value) yield { message: 'public', slots: { vif: name, count, limit: value }, resources: [vif.id], field: 'RouteFilterPrefixes', evidence: [{ what: QUOTAS['prefixes-per-public-interface'].label, value: String(value) }] }
        return
      }
      const router = index.getOf('customer-gateway', vif.customerRouter)
      const counts = countsOf(index, 'prefixes-per-interface', vif)
      const over = counts.find(({ count, limit }) => limit !== undefined && count > limit)
      if (!router || !over) return
      const most = Math.max(...counts.map(({ count }) => count))
      const fixes = most > MOST_ALLOCATION.value ? [] : [fix(`Allocate ${most} prefixes to ${name}`, setField(vif, 'prefixAllocation', most))]
      yield { message: 'private', slots: { router: displayName(router), count: over.count, family: over.what ?? '', vif: name, limit: over.limit ?? 0 }, resources: [vif.id, router.id], field: 'prefixAllocation', fixes }
    },
  },
})
