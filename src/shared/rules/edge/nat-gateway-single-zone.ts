import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { subnetsByTable } from '../readings/vpc-blocks.ts'
import { zoneOf } from '../readings/zones.ts'
import { defineRule } from '../rule.ts'

/** The subnets whose route tables lead to a NAT gateway. */
function usersOf(index: DesignIndex, nat: ResourceOf<'nat-gateway'>, home: ResourceOf<'subnet'>) {
  const tables = new Set(referrersOf(index, 'route-table', nat.id).filter(({ Routes }) => Routes.some(({ target }) => target === nat.id)))
  return [...subnetsByTable(index, home.VpcId)].flatMap(([table, subnets]) => (table && tables.has(table) ? subnets : []))
}

export default defineRule({
  id: 'nat-gateway-single-zone',
  catalogue: 'R-EDGE-02',
  title: 'Subnets of several Availability Zones share one zonal NAT gateway',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['nat-gateway', 'subnet'],
  after: ['nat-gateway-loop', 'single-point-of-failure'],
  why: 'A zonal NAT gateway goes down with its Availability Zone, and takes the way out of every other zone that uses it along. Traffic between zones is charged as well.',
  remedy: 'Use a NAT gateway in each zone with a route table of its own, or a regional NAT gateway.',
  sources: [{ fact: 'F-EDGE-10', checked: CHECKED }],
  messages: {
    shared: 'The way out of {subnets} ({zones}) is {nat} in {zone}, and it is gone with that zone.',
    unknown: 'Whether the way out of {subnets} outlives the Availability Zone of {nat} cannot be told: say the zones of the subnets.',
  },
  checkEach: {
    *'nat-gateway'(nat, { index }) {
      const home = index.getOf('subnet', nat.SubnetId)
      if (nat.AvailabilityMode === 'regional' || !home) return
      const zone = zoneOf(home)
      const users = usersOf(index, nat, home).filter(({ id }) => id !== home.id)
      const far = users.filter((subnet) => zone !== undefined && zoneOf(subnet) !== undefined && zoneOf(subnet) !== zone)
      const unclear = users.filter((subnet) => zone === undefined || zoneOf(subnet) === undefined)
      const slots = { nat: displayName(nat), zone: zone ?? '' }
      if (far.length > 0) {
        const zones = [...new Set(far.map(zoneOf))].flatMap((name) => name ?? [])
        yield { message: 'shared', slots: { ...slots, subnets: sentence(far.map(displayName)), zones: sentence(zones) }, resources: [nat.id, ...far.map(({ id }) => id)] }
      } else if (unclear.length > 0 && users.length > 1) {
        yield { message: 'unknown', slots: { ...slots, subnets: sentence(unclear.map(displayName)) }, resources: [nat.id, ...unclear.map(({ id }) => id)], verdict: 'cannot-tell', severity: 'advice' }
      }
    },
  },
})
