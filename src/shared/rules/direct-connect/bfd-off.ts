import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { hasOwnVpn, type LineGroup, lineGroups } from '../readings/line-groups.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

const backup = ({ ports, campus }: LineGroup) => ports.length > 1 || hasOwnVpn(campus)

export default defineRule({
  id: 'bfd-off',
  catalogue: 'R-DX-22',
  title: 'No BFD on a virtual interface that has a backup',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['virtual-interface'],
  why: 'Without BFD a loss that does not take the port down is noticed only when the BGP hold time runs out, 90 seconds by default. With it the backup takes over within a second; AWS has it on and waits for the router.',
  remedy: 'Turn BFD on for the interface on the customer router.',
  sources: [
    { fact: 'F-DX-25', checked: CHECKED },
    { fact: 'F-DX-26', checked: CHECKED },
  ],
  messages: {
    off: '{vif} has a backup, but {router} does not use BFD on it: a silent loss lasts until the BGP hold time is over.',
    unknown: 'Whether a backup takes over from {vifs} within a second cannot be told: say there whether the router uses BFD.',
  },
  *check({ index }) {
    const silent = new Map<string, Interface[]>()
    for (const group of lineGroups(index).filter(backup)) {
      for (const vif of group.interfaces) {
        const router = index.getOf('customer-gateway', vif.customerRouter)
        const state = vif.bfd ?? (router?.bfd === false ? false : undefined)
        if (state === true) continue
        if (state === undefined) {
          silent.set(group.campus.places[0], [...(silent.get(group.campus.places[0]) ?? []), vif])
          continue
        }
        const name = displayName(vif)
        const fixes = router?.bfd === false ? [] : [fix(`Use BFD on ${name}`, setField(vif, 'bfd', true))]
        yield { message: 'off', slots: { vif: name, router: nameOf(index, vif.customerRouter) }, resources: [vif.id, vif.customerRouter], field: 'bfd', fixes }
      }
    }
    for (const [first, ...others] of silent.values()) {
      if (first) yield { message: 'unknown', slots: { vifs: sentence([first, ...others].map(displayName)) }, resources: [first.id, ...others.map(({ id }) => id)], field: 'bfd', verdict: 'cannot-tell', severity: 'advice' }
    }
  },
})
