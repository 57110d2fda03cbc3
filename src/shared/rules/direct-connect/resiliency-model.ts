import { CHECKED } from '../../facts/fact.ts'
import { RESILIENCY_MODELS } from '../../facts/direct-connect.ts'
import type { Port } from '../readings/campuses.ts'
import { targetedCampuses } from '../readings/direct-connect-targets.ts'
import { defineRule } from '../rule.ts'

/** Devices by location; a port that does not say its device has one of its own, one that does not say its location stands at one of its own. */
function devicesByLocation(ports: readonly Port[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { id, Location, AwsLogicalDeviceId } of ports) {
    const devices = found.get(Location ?? id) ?? new Set<string>()
    found.set(Location ?? id, devices.add(AwsLogicalDeviceId ?? id))
  }
  return found
}

export default defineRule({
  id: 'resiliency-model',
  catalogue: 'R-DX-05',
  title: 'Availability target beyond the Direct Connect resiliency model',
  severity: 'warning',
  profiles: ['resilience-99-9', 'resilience-99-99'],
  appliesTo: ['direct-connect-connection', 'direct-connect-lag', 'site'],
  after: ['intent-availability', 'single-direct-connect', 'lag-as-redundancy', 'one-location', 'single-point-of-failure'],
  why: 'AWS names 99.9 % for one connection at each of two locations, and 99.99 % for two connections on different devices at each of two locations. With less, no commitment of AWS stands behind the target.',
  remedy: 'Add the connections that the model asks for.',
  sources: [{ fact: 'F-DX-70', checked: CHECKED }],
  messages: { short: '{statement} with a target of {target} %; for that AWS asks for {locations} locations with {devices} each, and {campus} has {found}.' },
  *check(context) {
    for (const { intent, statement, target, campus, ports } of targetedCampuses(context)) {
      const model = RESILIENCY_MODELS.value.find(({ from }) => target >= from)
      if (!model) continue
      const places = [...devicesByLocation(ports).values()]
      const enough = places.filter(({ size }) => size >= model.devices)
      if (enough.length >= model.locations) continue
      const found = places.map(({ size }) => size).sort((a, b) => b - a)
      const [first, ...others] = ports
      const each = model.devices === 1 ? 'one AWS device' : `${model.devices} AWS devices`
      const slots = { statement, target: Number((target * 100).toFixed(4)), locations: model.locations, devices: each, campus: campus.name, found: found.length === 1 ? `one location with ${found.join()}` : `${found.length} locations with ${found.join(' and ')}` }
      if (first) yield { message: 'short', slots, resources: [campus.places[0], first.id, ...others.map(({ id }) => id)], intents: [intent.id] }
    }
  },
})
