import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Appliance, appliancesIn, linesOf } from '../readings/appliances.ts'
import { sentence } from '../readings/names.ts'
import { destinationText } from '../readings/routes.ts'
import { sharesZone, zoneOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Subnet = ResourceOf<'subnet'>

const ROLES: readonly unknown[] = ['vpn-appliance', 'firewall']

/** Another instance of the role, with lines where the first has some, in the zone of the subnet. */
function localOne(index: DesignIndex, appliance: Appliance, subnet: Subnet): Appliance | undefined {
  const isUsed = ({ id }: Appliance) => linesOf(index, id).length > 0
  return appliancesIn(index, subnet.VpcId, appliance.role).find((other) => {
    const home = index.getOf('subnet', other.SubnetId)
    return other.id !== appliance.id && other.stopped !== true && home !== undefined && sharesZone(home, subnet) === true && isUsed(other) === isUsed(appliance)
  })
}

export default defineRule({
  id: 'appliance-other-zone',
  catalogue: 'R-SW-04',
  alsoCovers: ['R-COST-01'],
  title: 'Subnets use an appliance of another zone although their own has one',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9', 'cost'],
  appliesTo: ['route-table', 'instance', 'subnet'],
  why: 'With an appliance in each zone, each zone\'s subnets should use their own: the failure of one zone then leaves the other alone. Across zones, two zones can break one path, and the traffic is charged.',
  remedy: 'Give each zone a route table that leads to the appliance of that zone.',
  sources: [{ fact: 'F-SW-20', checked: CHECKED }],
  messages: { across: '{table} sends {block} from {subnets} in {zone} to {appliance} in {other}, although {local} is in {zone}.' },
  checkEach: {
    *'route-table'(table, { index }) {
      const targets = table.Routes.flatMap((route) => {
        const appliance = index.getOf('instance', route.target)
        return appliance && ROLES.includes(appliance.role) ? [{ route, appliance }] : []
      })
      if (targets.length === 0) return
      const users = index.childrenOf('subnet', table.VpcId).filter((subnet) => index.routeTableOf(subnet)?.id === table.id)
      for (const { route, appliance } of targets) {
        const home = index.getOf('subnet', appliance.SubnetId)
        const away = users.filter((subnet) => home && sharesZone(home, subnet) === false)
        const [first] = away
        const local = first && localOne(index, appliance, first)
        if (!first || !home || !local) continue
        const stranded = away.filter((subnet) => sharesZone(subnet, first) === true)
        const slots = { table: displayName(table), block: destinationText(index, route), subnets: sentence(stranded.map(displayName)), zone: zoneOf(first) ?? '', appliance: displayName(appliance), other: zoneOf(home) ?? '', local: displayName(local) }
        const moved = setField(table, 'Routes', table.Routes.map((other) => (other === route ? { ...route, target: local.id } : other)))
        yield { message: 'across', slots, resources: [table.id, appliance.id, local.id, ...stranded.map(({ id }) => id)], field: 'Routes', fixes: stranded.length === users.length ? [fix(`Send ${slots.block} to ${slots.local} in ${slots.table}`, moved)] : [] }
      }
    },
  },
})
