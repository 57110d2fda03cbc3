import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Appliance, appliancesIn, farEnd, tunnelsOf } from '../readings/appliances.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { networkOf } from '../readings/software-networks.ts'
import { defineRule } from '../rule.ts'

interface Line {
  readonly tunnel: ResourceOf<'software-vpn'>
  readonly appliance: Appliance
}

/** The tunnels of the appliances by the network at their far end. */
function linesByPlace(index: DesignIndex, appliances: readonly Appliance[]): ReadonlyMap<ResourceId, readonly Line[]> {
  const byPlace = new Map<ResourceId, Line[]>()
  for (const appliance of appliances) {
    for (const tunnel of tunnelsOf(index, appliance.id)) {
      const place = networkOf(index, farEnd(tunnel, appliance.id))
      if (place !== undefined) file(byPlace, place, { tunnel, appliance })
    }
  }
  return byPlace
}

export default defineRule({
  id: 'remote-end-failover',
  catalogue: 'R-SW-13',
  title: 'The far end does not follow when an appliance fails',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['vpc', 'software-vpn', 'instance'],
  after: ['appliance-alone', 'single-point-of-failure'],
  why: 'Two appliances help only when the far end uses both. Where it has a tunnel to one of them, or routes that stay whatever the tunnels do, replies go on into the failed one.',
  remedy: 'Give the far end a tunnel to each appliance and let BGP, or a monitor of its own, choose.',
  sources: [{ fact: 'F-SW-22', checked: CHECKED }],
  messages: {
    one: '{place} has a tunnel to {appliance} alone ({tunnels}), not to {others}: when {appliance} fails, {place} does not follow.',
    static: '{place} has static routes over {tunnels}, which stay when an appliance fails, so its replies do not follow.',
  },
  checkEach: {
    *vpc(vpc, { index }) {
      const appliances = appliancesIn(index, vpc.id, 'vpn-appliance').filter(({ id }) => tunnelsOf(index, id).length > 0)
      if (appliances.length < 2) return
      for (const [place, lines] of linesByPlace(index, appliances)) {
        const met = [...new Set(lines.map(({ appliance }) => appliance))]
        const [first] = met
        if (place === vpc.id || !first) continue
        const slots = { place: nameOf(index, place), appliance: displayName(first), tunnels: sentence(lines.map(({ tunnel }) => displayName(tunnel))), others: sentence(appliances.filter((one) => one !== first).map(displayName)) }
        const resources = [place, ...lines.map(({ tunnel }) => tunnel.id), ...met.map(({ id }) => id)] as const
        if (met.length === 1) yield { message: 'one', slots, resources }
        else if (lines.every(({ tunnel }) => tunnel.routing === 'static')) yield { message: 'static', slots, resources }
      }
    },
  },
})
