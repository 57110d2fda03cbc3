import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'asymmetric-firewall', was: '!firewall', is: 'firewall' },
  { rule: 'blackhole-route', was: 'yield* checkTransitTable(table, required)', is: 'void 0' },
  { rule: 'edge-table-route', was: 'wholes.some((whole) => equalPrefix(whole, block))', is: 'wholes.every((whole) => equalPrefix(whole, block))' },
  { rule: 'edge-through-peering', was: 'report.resources.some((id) => reported.has(id))', is: 'report.resources.every((id) => reported.has(id))' },
  { rule: 'edge-through-vpn-gateway', was: `id === 'internet' ? [] : [id]`, is: '([])' },
  { rule: 'implicit-main-table', was: '(users.get(main) ?? []).filter(({ id }) => !explicit.has(id))', is: '(users.get(main) ?? [])' },
  { rule: 'middlebox-subnet', was: 'users.some(({ id }) => id === home)', is: 'users.every(({ id }) => id === home)' },
  { rule: 'nat-gateway-loop', was: 'seen.some(({ id }) => id < nat.id)', is: 'seen.every(({ id }) => id < nat.id)' },
  { rule: 'one-gateway-per-vpc', was: 'vpcs.length > GATEWAYS_PER_VPC.value', is: 'vpcs.length >= GATEWAYS_PER_VPC.value' },
  { rule: 'prefix-lists-overlap', was: 'listed.length < 2', is: 'listed.length <= 2' },
  { rule: 'propagated-inside-local', was: `index.childrenOf('route-table', vpc.id).filter((table) => table.PropagatingVgws.includes(gateway.id))`, is: `index.childrenOf('route-table', vpc.id)` },
  { rule: 'propagated-route-count', was: 'count <= most * NEARLY_FULL', is: 'count < most * NEARLY_FULL' },
  { rule: 'return-route-missing', was: '!gap.opens', is: 'gap.opens' },
  { rule: 'route-beyond-gateway', was: 'knows.some((prefix) => overlaps(prefix, block))', is: 'knows.every((prefix) => overlaps(prefix, block))' },
  { rule: 'route-family', was: 'block.family === 4 || nat64.some((range) => containsPrefix(range, block))', is: 'block.family === 4' },
  { rule: 'route-inside-local', was: 'subnets.some((subnet) => subnetBlocks(subnet).some((own) => equalPrefix(own, block)))', is: 'subnets.every((subnet) => subnetBlocks(subnet).some((own) => equalPrefix(own, block)))' },
  { rule: 'route-to-instance-services', was: '!range', is: 'range' },
  { rule: 'routing-never-settles', was: 'wanted && other && equalPrefix(wanted, other)', is: 'wanted && other' },
  { rule: 'site-route-missing', was: `if (gap.opens && isOver(gap, 'vpn-gateway')) yield reportGap(context.index, gap)`, is: 'if (false) yield reportGap(context.index, gap)' },
  { rule: 'static-hides-propagated', was: `verdict: 'cannot-tell' as const`, is: '...{}' },
  { rule: 'static-route-count', in: 'rules/readings/quotas/of-vpcs.ts', was: 'destinationsOf(index, route).filter((block) => block.family === family)', is: 'destinationsOf(index, route)' },
  { rule: 'static-route-ignores-health', was: 'all.filter(({ id }) => id !== connection.id)', is: 'all' },
]
