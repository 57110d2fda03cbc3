import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { formatPrefix, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const isPublic = ({ family, value }: Prefix) => isPublicAddress({ family, value })

export default defineRule({
  id: 'public-interface-prefixes',
  catalogue: 'R-DX-32',
  title: 'Public virtual interface with addresses that are not public',
  severity: 'error',
  appliesTo: ['virtual-interface'],
  why: "Over a public virtual interface AWS takes prefixes that are public and the customer's own, and checks that before the interface comes up. Its BGP addresses must be public too, and packets from any other source are dropped.",
  remedy: 'Announce public prefixes of your own, and translate private sources to them.',
  sources: [
    { fact: 'F-DX-53', checked: CHECKED },
    { fact: 'F-DX-22', checked: CHECKED },
  ],
  messages: {
    private: '{vif} announces {prefixes}, which is not public; AWS takes public prefixes that are yours.',
    peer: '{vif} has {address} as a BGP address; on a public virtual interface it must be public.',
    unknown: '{vif} announces nothing yet: say which public prefixes {router} announces over it.',
  },
  checkEach: {
    *'virtual-interface'(vif, { index }) {
      if (vif.VirtualInterfaceType !== 'public') return
      const announced = parsePrefixes(vif.RouteFilterPrefixes ?? [])
      const common = { resources: [vif.id] as const, field: 'RouteFilterPrefixes' }
      const wrong = announced.filter((prefix) => !isPublic(prefix)).map(formatPrefix)
      const name = displayName(vif)
      if (announced.length === 0) yield { message: 'unknown', slots: { vif: name, router: nameOf(index, vif.customerRouter) }, ...common, verdict: 'cannot-tell', severity: 'advice' }
      else if (wrong.length > 0) yield { message: 'private', slots: { vif: name, prefixes: wrong.join(', ') }, ...common, fixes: [fix(`Announce ${wrong.join(', ')} over ${name} no more`, setField(vif, 'RouteFilterPrefixes', announced.filter(isPublic).map(formatPrefix)))] }
      const address = [vif.CustomerAddress, vif.AmazonAddress].find((text) => text !== undefined && parsePrefix(text)?.family === 4 && !isPublic(parsePrefix(text) as Prefix))
      if (address !== undefined) yield { message: 'peer', slots: { vif: name, address }, resources: [vif.id], field: 'CustomerAddress' }
    },
  },
})
