import type { DesignIndex } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { equalPrefix, parsePrefix } from '../../net/prefix.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** Routers of the cycle need not announce the prefix: without it the cycle is cut at them. */
function* fixesOf(index: DesignIndex, prefix: string, cycle: readonly ResourceId[]): Generator<Fix> {
  const wanted = parsePrefix(prefix)
  for (const id of cycle) {
    const router = index.getOf('customer-gateway', id) ?? index.getOf('instance', id)
    const listed = router?.announcedPrefixes ?? []
    const rest = listed.filter((text) => {
      const other = parsePrefix(text)
      return !(wanted && other && equalPrefix(wanted, other))
    })
    // An empty list would mean that it announces its own networks.
    if (router === undefined || rest.length === 0 || rest.length === listed.length) continue
    yield fix(`Do not announce ${prefix} from ${nameOf(index, id)}`, setField(router, 'announcedPrefixes', rest))
  }
}

export default defineRule({
  id: 'routing-never-settles',
  catalogue: 'C-RT-01',
  title: 'Routers keep changing their minds about a network',
  severity: 'error',
  appliesTo: ['customer-gateway', 'instance', 'vpn-gateway', 'transit-gateway-route-table', 'direct-connect-gateway', 'core-network-segment'],
  why: 'What one of them tells the next changes what that one tells back, so the routes to the network come and go for ever. Connections over them break again and again, and nobody can say which way they take.',
  remedy: 'Let a router not tell a gateway what it heard there: do not announce the network from it, or do not replace ASNs, which are what shows the loop.',
  sources: [{ fact: 'F-VPN-55', checked: CHECKED }, { fact: 'F-VPN-65', checked: CHECKED }],
  messages: { cycle: 'The routes to {prefix} never come to rest: {cycle} keep changing each other\'s minds.' },
  *check({ index, simulation }) {
    for (const { prefix, cycle } of simulation.restless()) {
      const [first, ...others] = cycle
      if (first === undefined) continue
      yield {
        message: 'cycle',
        slots: { prefix, cycle: sentence(cycle.map((id) => nameOf(index, id))) },
        resources: [first, ...others],
        evidence: cycle.map((id, at) => ({ what: `${nameOf(index, id)} tells, and takes back`, value: `${prefix} to ${nameOf(index, cycle[at + 1] ?? first)}`, resource: id })),
        fixes: [...fixesOf(index, prefix, cycle)],
      }
    }
  },
})
