import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { type Appliance, monitorsOf } from '../readings/appliances.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { sharesZone, subnetsOf, zoneOf } from '../readings/zones.ts'
import { defineRule } from '../rule.ts'

/** Watched appliances whose zone the monitor shares. */
function besides(index: DesignIndex, monitor: Appliance): ResourceId[] {
  const [home] = subnetsOf(index, [monitor.SubnetId])
  return (monitor.watches ?? []).filter((id) => {
    const [other] = subnetsOf(index, [index.getOf('instance', id)?.SubnetId].filter((subnet) => subnet !== undefined))
    return home !== undefined && other !== undefined && sharesZone(home, other) === true
  })
}

export default defineRule({
  id: 'monitor-single',
  catalogue: 'R-SW-06',
  title: 'Safeguard of VPN appliances is weak or gone',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['instance'],
  why: 'The monitor is no part of the path, so its failure breaks nothing and nobody notices. From then on the next failure of an appliance is not healed any more.',
  remedy: 'Run a second monitor in another zone, away from the appliances that it watches, and alarm when one of them is silent.',
  sources: [
    { fact: 'F-SW-21', checked: CHECKED },
    { fact: 'F-AVL-53', checked: CHECKED },
  ],
  messages: {
    single: '{monitor} alone watches {appliances}: without it their failures are not healed.',
    shared: '{monitor} alone watches {appliances} and is in {zone}, as {beside} is: what takes that zone takes the healing too.',
    down: '{monitor} is down: failures of {appliances} are not healed, a degraded safeguard.',
  },
  *check({ index, failed }) {
    const isDown = ({ id, stopped }: Appliance) => stopped === true || failed.includes(`instance:${id}`)
    for (const monitor of index.all('instance').filter(({ role }) => role === 'vpn-monitor')) {
      const watched = monitor.watches ?? []
      const [first] = watched
      if (first === undefined) continue
      const slots = { monitor: displayName(monitor), appliances: sentence(watched.map((id) => nameOf(index, id))) }
      const others = monitorsOf(index, first).filter((other) => other.id !== monitor.id && watched.every((id) => other.watches?.includes(id) === true))
      const resources = [monitor.id, ...watched] as const
      if (others.some((other) => !isDown(other))) continue
      if (isDown(monitor)) {
        yield { message: 'down', slots, resources }
        continue
      }
      const beside = besides(index, monitor)
      const zone = subnetsOf(index, [monitor.SubnetId]).map(zoneOf)[0] ?? ''
      yield beside.length > 0 ? { message: 'shared', slots: { ...slots, zone, beside: sentence(beside.map((id) => nameOf(index, id))) }, resources } : { message: 'single', slots, resources }
    }
  },
})
