import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { portOf } from '../readings/campuses.ts'
import { redundantGroups } from '../readings/line-groups.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'regions-without-communities',
  catalogue: 'R-DX-42',
  title: 'Lines to locations of several Regions without communities',
  severity: 'warning',
  appliesTo: ['virtual-interface'],
  after: ['intended-role'],
  why: 'Without communities each Region prefers the interfaces whose location belongs to it, before it looks at AS paths. Lines to locations of different Regions therefore do not share load, and an equal path over the other location is left idle.',
  remedy: 'Announce with the same community over interfaces that are to share load, with different ones where one is to be preferred.',
  sources: [{ fact: 'F-DX-51', checked: CHECKED }],
  messages: { regions: '{vifs} of {campus} enter AWS in {regions} without communities: each Region uses the line of its own location and leaves the other idle.' },
  *check({ index }) {
    for (const { campus, interfaces } of redundantGroups(index)) {
      const plain = interfaces.filter(({ localPreference, intendedRole, DirectConnectGatewayId }) => localPreference === undefined && intendedRole === undefined && DirectConnectGatewayId !== undefined)
      const regions = [...new Set(plain.flatMap((vif) => portOf(index, vif).Region ?? []))].sort()
      const tagged = interfaces.some(({ customerRouter, localPreference }) => localPreference !== undefined || index.getOf('customer-gateway', customerRouter)?.bgpPolicy?.some(({ community }) => community !== undefined) === true)
      const [first, ...others] = plain
      if (!first || regions.length < 2 || tagged) continue
      yield { message: 'regions', slots: { vifs: sentence(plain.map(displayName)), campus: campus.name, regions: sentence(regions) }, resources: [first.id, ...others.map(({ id }) => id)], field: 'localPreference' }
    }
  },
})
