import { CHECKED } from '../../facts/fact.ts'
import { redundantGroups } from '../readings/line-groups.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'one-customer-router',
  catalogue: 'R-DX-36',
  title: 'Redundant Direct Connect ends on one customer router',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['customer-gateway'],
  after: ['single-point-of-failure'],
  why: 'AWS has no say in how its connections end at the customer. When they all end on one router, its failure or its next update takes all of them down.',
  remedy: 'End the connections on two routers that share neither power nor software updates.',
  sources: [{ fact: 'F-DX-75', checked: CHECKED }],
  messages: { one: '{ports} are to stand in for each other, but all end on {router}.' },
  *check({ index }) {
    const done = new Set<string>()
    for (const { campus, interfaces, ports } of redundantGroups(index)) {
      const [router, ...others] = new Set(interfaces.map(({ customerRouter }) => customerRouter))
      if (router === undefined || others.length > 0 || done.has(router)) continue
      done.add(router)
      yield { message: 'one', slots: { ports: sentence(ports.map(({ name }) => name)), router: nameOf(index, router) }, resources: [router, ...ports.map(({ id }) => id), ...campus.places] }
    }
  },
})
