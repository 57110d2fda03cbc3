import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { type SinglePoint, singlePoints } from '../readings/single-points.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { defineRule } from '../rule.ts'

/** What the finding hangs on: the element itself, else the ends of the first intent it breaks (a zone is not drawn). */
function resourcesOf({ point, breaks }: SinglePoint): readonly ResourceId[] {
  const ends = breaks.flatMap(({ intent }) => [intent.from, intent.to]).flatMap((end) => (end === 'internet' ? [] : [end]))
  return point.resource === undefined ? ends : [point.resource, ...ends]
}

export default defineRule({
  id: 'single-point-of-failure',
  catalogue: 'R-AVL-01',
  title: 'Single point of failure',
  severity: 'warning',
  after: ['appliances-without-failover'],
  appliesTo: ['customer-gateway', 'isp-link', 'power-domain', 'vpn-connection', 'direct-connect-connection', 'carrier-circuit', 'wan-link', 'instance', 'nat-gateway', 'vpc-endpoint', 'directory', 'vpc', 'subnet', 'site'],
  why: 'Everything that the intent asks for works, until this one element fails. Each such element bounds the availability of the whole flow.',
  remedy: 'Add a second one that fails independently, and the routes that use it.',
  sources: [{ fact: 'F-AVL-26', checked: CHECKED }],
  messages: {
    one: '{element} is a single point of failure: without it, {consequence}',
    several: '{element} is a single point of failure of {count} intents: without it, {consequence}',
  },
  *check(context) {
    const labels = new Map(context.simulation.elements.map(({ element, label }) => [element, label]))
    for (const single of singlePoints(context)) {
      const [first, ...others] = single.breaks
      const [resource, ...resources] = resourcesOf(single)
      if (!first || resource === undefined) continue
      yield {
        message: others.length > 0 ? 'several' : 'one',
        slots: { element: labels.get(single.point.element) ?? single.point.element, count: single.breaks.length, consequence: first.consequence },
        resources: [resource, ...resources],
        evidence: single.breaks.map(({ intent, consequence }) => ({ what: statementOf(context.index, intent), value: consequence })),
      }
    }
  },
})
