import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { EDGE_TARGETS } from '../../facts/routing.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, equalPrefix } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import { nameOf } from '../readings/names.ts'
import { destinationsOf, destinationText, type Route } from '../readings/routes.ts'
import { blocksOf, subnetBlocks } from '../readings/vpc-blocks.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Table = ResourceOf<'route-table'>

const isAllowedTarget = (index: DesignIndex, { target: id }: Route) => {
  const target = index.get(id)
  if (target?.kind === 'vpc-endpoint') return target.VpcEndpointType === 'GatewayLoadBalancer'
  return target === undefined || (EDGE_TARGETS.value as readonly string[]).includes(target.kind)
}

/** What is wrong with a route of an edge table; one whose target is gone is blackhole-route's to report. */
function faultOf(index: DesignIndex, table: Table, route: Route, isInternet: boolean): 'list' | 'destination' | 'target' | undefined {
  if (route.DestinationPrefixListId !== undefined) return 'list'
  const wholes = [...blocksOf(index.getOf('vpc', table.VpcId)), ...index.childrenOf('subnet', table.VpcId).flatMap(subnetBlocks)]
  for (const block of destinationsOf(index, route)) {
    // An internet gateway's table may also send public pools of addresses to an interface.
    const isPool = isInternet && isPublicAddress(block) && !wholes.some((whole) => containsPrefix(whole, block))
    if (!isPool && !wholes.some((whole) => equalPrefix(whole, block))) return 'destination'
  }
  return isAllowedTarget(index, route) ? undefined : 'target'
}

function* checkTable(index: DesignIndex, table: Table): Generator<Report> {
  const gateways = table.Associations.flatMap(({ GatewayId }) => index.get(GatewayId) ?? [])
  const [gateway] = gateways
  if (!gateway) return
  const slots = { table: displayName(table), gateway: displayName(gateway) }
  if (table.Associations.some(({ Main }) => Main === true)) yield { message: 'main', slots, resources: [table.id, gateway.id], field: 'Associations' }
  if (table.PropagatingVgws.length > 0) {
    yield { message: 'propagation', slots, resources: [table.id, gateway.id], field: 'PropagatingVgws', fixes: [fix(`Switch propagation off in ${displayName(table)}`, setField(table, 'PropagatingVgws', []))] }
  }
  const offer = fewFixes()
  for (const route of table.Routes) {
    const fault = faultOf(index, table, route, gateways.some(({ kind }) => kind === 'internet-gateway'))
    if (!fault) continue
    const destination = destinationText(index, route)
    yield {
      message: fault,
      slots: { ...slots, destination, target: route.target === undefined ? 'nothing' : nameOf(index, route.target) },
      resources: [table.id, gateway.id, ...(route.target === undefined ? [] : [route.target])],
      field: 'Routes',
      fixes: offer(table.id, () => [fix(`Remove the route ${destination} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]),
    }
  }
}

export default defineRule({
  id: 'edge-table-route',
  catalogue: 'R-RT-03',
  title: 'Edge route table holds what AWS does not take there',
  severity: 'error',
  appliesTo: ['route-table'],
  why: 'The route table of an internet or virtual private gateway only steers what comes in toward a middlebox. AWS takes no other routes in it, no propagation, and not the main table.',
  remedy: 'Keep routes for the whole VPC or whole subnets toward a network interface or a Gateway Load Balancer endpoint, in a table of its own.',
  sources: [EDGE_TARGETS, { fact: 'F-RT-2', checked: CHECKED }],
  messages: {
    main: '{table} is the main table of its VPC and cannot be the edge table of {gateway} as well.',
    propagation: '{table} is the edge table of {gateway}, so nothing can be propagated into it.',
    list: '{table} is the edge table of {gateway} and has a route for the prefix list {destination}; an edge table takes none.',
    destination: '{table} is the edge table of {gateway} and has a route for {destination}, which is neither a block of the VPC nor the whole block of a subnet.',
    target: '{table} is the edge table of {gateway} and sends {destination} to {target}; only a network interface or a Gateway Load Balancer endpoint may take it.',
  },
  checkEach: { 'route-table': (table, { index }) => checkTable(index, table) },
})
