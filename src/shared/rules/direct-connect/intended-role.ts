import { type DesignIndex, displayName } from '../../document/query.ts'
import { COMMUNITY_RANK } from '../../facts/direct-connect.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { prependsOver } from '../readings/announcements.ts'
import { campuses } from '../readings/campuses.ts'
import { file } from '../readings/group.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

const rankOf = ({ localPreference }: Interface) => COMMUNITY_RANK.value[localPreference ?? '7224:7200']
const prependsOf = (index: DesignIndex, vif: Interface) => prependsOver(index, index.getOf('customer-gateway', vif.customerRouter), vif.id)
const beats = (index: DesignIndex, a: Interface, b: Interface) => rankOf(a) > rankOf(b) || (rankOf(a) === rankOf(b) && prependsOf(index, a) < prependsOf(index, b))

export default defineRule({
  id: 'intended-role',
  catalogue: 'R-DX-30',
  title: 'AWS does not prefer the interface that it is meant to',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['virtual-interface'],
  why: 'AWS judges the local preference communities first and the AS path only where they are equal. With the same community on both interfaces traffic is shared, and a prepended path does not help against a higher community.',
  remedy: 'Announce with 7224:7300 over the active interface and with 7224:7100 over the passive one.',
  sources: [
    { fact: 'F-DX-50', checked: CHECKED },
    { fact: 'F-DX-52', checked: CHECKED },
  ],
  messages: {
    same: '{active} is meant to be active and {passive} passive, but both announce alike, so AWS uses both.',
    reversed: '{active} is meant to be active, but AWS prefers {passive} for its community.',
    prepended: '{prepended} announces with a longer AS path, which is not looked at: its community ranks above that of {other}.',
  },
  *check({ index }) {
    for (const campus of campuses(index)) {
      const byGateway = new Map<string, Interface[]>()
      const tags = (vif: Interface) => index.getOf('customer-gateway', vif.customerRouter)?.bgpPolicy?.some(({ community }) => community !== undefined) === true
      // A policy that sets communities by prefix says more than one rank per interface can.
      for (const vif of campus.interfaces.filter((one) => !tags(one))) file(byGateway, vif.DirectConnectGatewayId ?? vif.VirtualGatewayId ?? vif.id, vif)
      for (const interfaces of byGateway.values()) {
        const [active, passive] = [interfaces.filter(({ intendedRole }) => intendedRole === 'active'), interfaces.filter(({ intendedRole }) => intendedRole === 'passive')]
        const wrong = active.flatMap((one) => passive.filter((other) => !beats(index, one, other)).map((other) => ({ one, other })))[0]
        if (wrong) {
          const { one, other } = wrong
          const communities = fix('Announce with 7224:7300 over the active and 7224:7100 over the passive interfaces', ...active.map((vif) => setField(vif, 'localPreference', '7224:7300')), ...passive.map((vif) => setField(vif, 'localPreference', '7224:7100')))
          yield { message: beats(index, other, one) ? 'reversed' : 'same', slots: { active: displayName(one), passive: displayName(other) }, resources: [one.id, other.id], field: 'localPreference', fixes: [communities] }
          continue
        }
        const [longest] = [...interfaces].sort((a, b) => prependsOf(index, b) - prependsOf(index, a))
        const other = longest && interfaces.find((vif) => prependsOf(index, vif) < prependsOf(index, longest) && rankOf(vif) < rankOf(longest))
        if (longest && other) yield { message: 'prepended', slots: { prepended: displayName(longest), other: displayName(other) }, resources: [longest.id, other.id], field: 'localPreference' }
      }
    }
  },
})
