import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { type Appliance, appliancesIn, linesOf, monitorsOf, tablesTo } from '../readings/appliances.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** True when a monitor watches all of them, or a route server speaks BGP with all of them. */
function areWatched(index: DesignIndex, appliances: readonly Appliance[]): boolean {
  const ids = appliances.map(({ id }) => id)
  const [first] = ids
  if (first === undefined) return true
  const isByMonitor = monitorsOf(index, first).some(({ watches = [], stopped }) => stopped !== true && ids.every((id) => watches.includes(id)))
  return isByMonitor || referrersOf(index, 'route-server', first).some(({ Peers }) => ids.every((id) => Peers.some(({ peer }) => peer === id)))
}

/** A monitor of the VPC that watches some of them can watch the rest. */
function watchAll(index: DesignIndex, vpc: ResourceId, appliances: readonly Appliance[]): Fix[] {
  const [monitor] = appliancesIn(index, vpc, 'vpn-monitor').filter(({ stopped }) => stopped !== true)
  const ids = appliances.map(({ id }) => id)
  return monitor ? [fix(`Let ${displayName(monitor)} watch ${sentence(ids.map((id) => nameOf(index, id)))}`, setField(monitor, 'watches', [...new Set([...(monitor.watches ?? []), ...ids])]))] : []
}

export default defineRule({
  id: 'appliances-without-failover',
  catalogue: 'R-SW-05',
  title: 'Nothing moves routes from one appliance to the other',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['vpc', 'instance', 'route-table', 'route-server'],
  why: 'A route to an instance stays when the instance fails. Two appliances stand in for each other only when a monitor rewrites the routes, or VPC Route Server does it by BGP; else each one cuts off the subnets that use it.',
  remedy: 'Run a monitor that watches both, or let both speak BGP with a VPC Route Server that propagates into the tables.',
  sources: [
    { fact: 'F-SW-20', checked: CHECKED },
    { fact: 'F-SW-30', checked: CHECKED },
  ],
  messages: { none: 'When one of {appliances} in {vpc} fails, nothing moves its routes to the others ({tables}).' },
  checkEach: {
    *vpc(vpc, { index }) {
      const targets = appliancesIn(index, vpc.id, 'vpn-appliance').filter(({ id }) => tablesTo(index, id).length > 0 && linesOf(index, id).length > 0)
      const [first, ...others] = targets
      if (!first || others.length === 0 || areWatched(index, targets)) return
      const tables = [...new Set(targets.flatMap(({ id }) => tablesTo(index, id)))]
      const slots = { appliances: sentence(targets.map(displayName)), vpc: displayName(vpc), tables: sentence(tables.map(displayName)) }
      yield { message: 'none', slots, resources: [first.id, ...others.map(({ id }) => id), ...tables.map(({ id }) => id)], explains: others.map(({ id }) => id), fixes: watchAll(index, vpc.id, targets) }
    },
  },
})
