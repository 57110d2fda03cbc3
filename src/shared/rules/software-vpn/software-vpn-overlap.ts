import { CHECKED } from '../../facts/fact.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { blocksOfNetwork, joinedNetworks } from '../readings/software-networks.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'software-vpn-overlap',
  catalogue: 'R-SW-11',
  title: 'Networks with the same addresses are joined by software VPN without translation',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['software-vpn', 'vpn-connection', 'vpc', 'site', 'instance'],
  why: 'An address that is on both sides of a tunnel is answered by the near side alone. Routers of one\'s own can translate, and then they announce the translated prefix instead of the real one.',
  remedy: 'Renumber one network, or translate it and state the translated prefix as what its end announces.',
  sources: [
    { fact: 'F-SW-50', checked: CHECKED },
    { fact: 'F-ADDR-39', checked: CHECKED },
  ],
  messages: { overlap: '{network} ({block}) and {other} ({otherBlock}) are joined by software VPN and overlap, and neither announces other addresses than its own.' },
  *check({ index }) {
    for (const networks of joinedNetworks(index)) {
      const held = [...networks].flatMap((holder) => blocksOfNetwork(index, holder).map((prefix) => ({ prefix, holder })))
      const told = new Set<string>()
      for (const { inner, outer } of findOverlaps(held)) {
        const key = [inner.holder, outer.holder].sort().join(' ')
        if (told.has(key)) continue
        told.add(key)
        yield { message: 'overlap', slots: { network: nameOf(index, inner.holder), block: formatPrefix(inner.prefix), other: nameOf(index, outer.holder), otherBlock: formatPrefix(outer.prefix) }, resources: [inner.holder, outer.holder] }
      }
    }
  },
})
