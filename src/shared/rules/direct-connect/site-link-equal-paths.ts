import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { announcedOver, prependsOver } from '../readings/announcements.ts'
import { file } from '../readings/group.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

/** Makes the AS path over one interface longer, where its router has no policy yet that this could get in the way of. */
function lengthen(index: DesignIndex, vif: Interface): Fix[] {
  const router = index.getOf('customer-gateway', vif.customerRouter)
  if (!router || (router.bgpPolicy ?? []).length > 0) return []
  return [fix(`Announce over ${displayName(vif)} with a longer AS path`, setField(router, 'bgpPolicy', [{ direction: 'out', neighbor: vif.id, prefixes: [], action: 'permit', prepend: 1 }]))]
}

export default defineRule({
  id: 'site-link-equal-paths',
  catalogue: 'R-DX-40',
  title: 'Prefix over several SiteLink interfaces with equal AS paths',
  severity: 'warning',
  appliesTo: ['direct-connect-gateway'],
  why: 'SiteLink goes by the shortest AS path whatever the Region. A route that comes over several interfaces with paths of one length does not work, AWS says.',
  remedy: 'Announce over all but one of the interfaces with a longer AS path.',
  sources: [{ fact: 'F-DX-44', checked: CHECKED }],
  messages: { equal: '{vifs} of {gateway} announce {prefixes} with AS paths of one length: over SiteLink that route does not work.' },
  checkEach: {
    *'direct-connect-gateway'(gateway, { index }) {
      const linked = referrersOf(index, 'virtual-interface', gateway.id).filter(({ SiteLinkEnabled }) => SiteLinkEnabled === true)
      if (linked.length < 3) return // two interfaces of one site have nobody to talk to
      const holders = new Map<string, Interface[]>()
      for (const vif of linked) {
        const router = index.getOf('customer-gateway', vif.customerRouter)
        for (const prefix of announcedOver(index, router, vif.id) ?? []) file(holders, `${formatPrefix(prefix)} ${prependsOver(index, router, vif.id)}`, vif)
      }
      const together = new Map<string, { readonly vifs: readonly Interface[]; readonly prefixes: string[] }>()
      for (const [key, vifs] of holders) {
        const group = vifs.map(({ id }) => id).join(' ')
        if (vifs.length > 1) together.set(group, { vifs, prefixes: [...(together.get(group)?.prefixes ?? []), key.split(' ')[0] ?? key] })
      }
      for (const { vifs, prefixes } of together.values()) {
        const last = vifs.at(-1)
        if (last) yield { message: 'equal', slots: { vifs: sentence(vifs.map(displayName)), gateway: displayName(gateway), prefixes: sentence(prefixes) }, resources: [gateway.id, ...vifs.map(({ id }) => id)], fixes: vifs.length === 2 ? lengthen(index, last) : [] }
      }
    },
  },
})
