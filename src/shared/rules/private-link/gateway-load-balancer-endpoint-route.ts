import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { nameOf, sentence } from '../readings/names.ts'
import type { Endpoint } from '../readings/private-link.ts'
import { destinationsOf, selectedRoute } from '../readings/routes.ts'
import { referrersOf } from '../readings/sessions.ts'
import { subnetBlocks } from '../readings/vpc-blocks.ts'
import { sharesZone, zoneOf } from '../readings/zones.ts'
import { defineRule } from '../rule.ts'

type Table = ResourceOf<'route-table'>
type Subnet = ResourceOf<'subnet'>

const DEFAULT = parsePrefixes(['0.0.0.0/0'])

const isInspecting = (index: DesignIndex, id: ResourceId | undefined) => index.getOf('vpc-endpoint', id)?.VpcEndpointType === 'GatewayLoadBalancer'

/** The subnets that a table serves. */
const usersOf = (index: DesignIndex, table: Table): readonly Subnet[] => index.childrenOf('subnet', table.VpcId).filter((subnet) => index.routeTableOf(subnet)?.id === table.id)

/** The table that brings replies back to the subnet: the edge table where the endpoint's subnet leads to the internet, or the NAT gateway's. */
function tableBack(index: DesignIndex, home: Subnet): Table | 'none' | undefined {
  const out = index.routeTableOf(home)
  const exit = out && DEFAULT.map((block) => selectedRoute(index, out, block)?.target)[0]
  const target = index.get(exit)
  if (target?.kind === 'internet-gateway') return index.edgeTableOf(target.id) ?? 'none'
  const nat = target?.kind === 'nat-gateway' ? index.getOf('subnet', target.SubnetId) : undefined
  return nat && (index.routeTableOf(nat) ?? 'none')
}

/** True when the table sends the whole subnet back through an inspecting endpoint. */
const bringsBack = (index: DesignIndex, table: Table | 'none', block: Prefix) => table !== 'none' && isInspecting(index, selectedRoute(index, table, block)?.target)

/** Subnets whose way out goes through the endpoint, and whose replies do not come back through any. */
function unseenReplies(index: DesignIndex, endpoint: Endpoint, users: readonly Subnet[]): Subnet[] {
  const home = index.getOf('subnet', endpoint.SubnetIds?.[0])
  const back = home && tableBack(index, home)
  return back === undefined ? [] : users.filter((subnet) => subnetBlocks(subnet).some((block) => block.family === 4 && !bringsBack(index, back, block)))
}

export default defineRule({
  id: 'gateway-load-balancer-endpoint-route',
  catalogue: 'R-PL-14',
  title: 'Gateway Load Balancer endpoint sees one direction only, or serves several zones',
  severity: 'error',
  appliesTo: ['vpc-endpoint', 'route-table'],
  why: 'Appliances behind a Gateway Load Balancer endpoint judge connections and must see both directions, so each direction needs its route to the endpoint. The endpoint lives in one zone, and zones that share it fall with that one.',
  remedy: 'Add the route for the way back, in the edge table or the table of the NAT gateway\'s subnet, and give each zone an endpoint of its own.',
  sources: [{ fact: 'F-PL-31', checked: CHECKED }],
  messages: {
    'one-way': 'What {subnets} sends goes through {endpoint}, but the replies come back past it.',
    zones: 'Traffic of {subnets}, which is in another zone, goes through {endpoint} in {zone}.',
  },
  checkEach: {
    *'vpc-endpoint'(endpoint, { index }) {
      const home = endpoint.VpcEndpointType === 'GatewayLoadBalancer' ? index.getOf('subnet', endpoint.SubnetIds?.[0]) : undefined
      if (!home) return
      const tables = referrersOf(index, 'route-table', endpoint.id).filter(({ Routes }) => Routes.some((route) => route.target === endpoint.id && destinationsOf(index, route).some(({ length }) => length === 0)))
      const users = tables.flatMap((table) => usersOf(index, table))
      const names = (subnets: readonly Subnet[]) => sentence(subnets.map(displayName))
      const unseen = unseenReplies(index, endpoint, users)
      if (unseen.length > 0) yield { message: 'one-way', slots: { subnets: names(unseen), endpoint: displayName(endpoint) }, resources: [endpoint.id, ...unseen.map(({ id }) => id)] }
      const others = users.filter((subnet) => sharesZone(subnet, home) === false)
      if (others.length > 0) yield { message: 'zones', slots: { subnets: names(others), endpoint: nameOf(index, endpoint.id), zone: zoneOf(home) ?? 'another' }, resources: [endpoint.id, ...others.map(({ id }) => id)], severity: 'warning' }
    },
  },
})
