import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { INSIDE_LOCAL_TARGETS } from '../../facts/routing.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, equalPrefix, formatPrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { destinationsOf, type Route } from '../readings/routes.ts'
import { blockAround, subnetBlocks } from '../readings/vpc-blocks.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

const isAllowedTarget = (index: DesignIndex, route: Route) => {
  const target = index.get(route.target)
  if (target?.kind === 'vpc-endpoint') return target.VpcEndpointType === 'GatewayLoadBalancer'
  return target === undefined || (INSIDE_LOCAL_TARGETS.value as readonly string[]).includes(target.kind) // what is gone is not judged here
}

function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>): Generator<Report> {
  const vpc = index.getOf('vpc', table.VpcId)
  const subnets = index.childrenOf('subnet', table.VpcId)
  const offer = fewFixes()
  for (const route of table.Routes) {
    const [block] = route.DestinationPrefixListId === undefined ? destinationsOf(index, route) : []
    const local = block && blockAround(vpc, block)
    if (!block || !local) continue
    const isWhole = equalPrefix(local, block) || subnets.some((subnet) => subnetBlocks(subnet).some((own) => equalPrefix(own, block)))
    if (isWhole && isAllowedTarget(index, route)) continue
    yield {
      message: isWhole ? 'target' : 'destination',
      slots: { table: displayName(table), block: formatPrefix(block), local: formatPrefix(local), target: route.target === undefined ? 'nothing' : nameOf(index, route.target) },
      resources: [table.id, ...(route.target === undefined ? [] : [route.target])],
      field: 'Routes',
      evidence: subnets.flatMap((subnet) => subnetBlocks(subnet).filter((own) => containsPrefix(block, own) || containsPrefix(own, block)).map((own) => ({ what: 'subnet', value: formatPrefix(own), resource: subnet.id }))),
      fixes: offer(table.id, () => [fix(`Remove the route ${formatPrefix(block)} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]),
    }
  }
}

export default defineRule({
  id: 'route-inside-local',
  catalogue: 'R-RT-01',
  alsoCovers: ['R-ADDR-07'],
  title: 'Static route inside the VPC\'s own block is not allowed',
  severity: 'error',
  appliesTo: ['route-table'],
  why: 'Addresses of the VPC itself belong to the local route, also those of a block that is added later. AWS accepts a static route among them only for the whole block of a subnet (or of the VPC), toward a NAT gateway, a network interface or a Gateway Load Balancer endpoint.',
  remedy: 'Name the whole CIDR of a subnet and point at a middlebox, or remove the route.',
  sources: [INSIDE_LOCAL_TARGETS, { fact: 'F-RT-5', checked: CHECKED }, { fact: 'F-ADDR-13', checked: CHECKED }],
  messages: {
    destination: '{table} has a static route for {block}, which is a part of the VPC block {local} but not the block of one of its subnets.',
    target: '{table} sends {block}, which is inside the VPC block {local}, to {target}; only a NAT gateway, network interface or Gateway Load Balancer endpoint may take it.',
  },
  // An edge table has rules of its own (R-RT-03).
  checkEach: { 'route-table': (table, { index }) => (table.Associations.every(({ GatewayId }) => GatewayId === undefined) ? checkTable(index, table) : []) },
})
