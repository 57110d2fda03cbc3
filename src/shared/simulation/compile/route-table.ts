import type { Resource, ResourceOf } from '../../model/index.ts'
import { PrefixTable } from '../../net/lookup.ts'
import { containsPrefix, equalPrefix, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { displayName } from '../../document/query.ts'
import type { RouteTableFragment, TableEntry } from './fragment.ts'
import type { ReadingView } from './view.ts'
import { vpcPrefixes } from './vpc.ts'

/** Target kinds that may take a route more specific than local (F-RT-12). */
const MIDDLEBOX_KINDS: readonly string[] = ['nat-gateway', 'instance', 'network-interface']

const isMiddlebox = (target: Resource) => MIDDLEBOX_KINDS.includes(target.kind) || (target.kind === 'vpc-endpoint' && target.VpcEndpointType === 'GatewayLoadBalancer')

/** Why AWS would not have the route. One whose target is gone was accepted while the target was there (F-RT-25). */
function refusal(prefix: Prefix, target: Resource | undefined, locals: readonly Prefix[], subnets: readonly Prefix[]): string | undefined {
  const inside = locals.find((local) => containsPrefix(local, prefix))
  if (!inside || ((target === undefined || isMiddlebox(target)) && (equalPrefix(inside, prefix) || subnets.some((subnet) => equalPrefix(subnet, prefix))))) return undefined
  return 'AWS refuses a static route inside the VPC unless it covers a whole subnet and points at a NAT gateway, network interface or Gateway Load Balancer endpoint'
}

/** Compiles a VPC route table. Routes that name a prefix list become one entry per listed block. */
export function compileRouteTable(table: ResourceOf<'route-table'>, view: ReadingView): RouteTableFragment {
  const locals = vpcPrefixes(view.getOf('vpc', table.VpcId))
  const subnets = view.childrenOf('subnet', table.VpcId).flatMap((subnet) => [subnet.CidrBlock, subnet.Ipv6CidrBlock].flatMap((cidr) => (cidr === undefined ? [] : (parsePrefix(cidr) ?? []))))
  const entries = new PrefixTable<TableEntry>()
  const unreadLists: string[] = []
  for (const route of table.Routes) {
    const target = view.get(route.target)
    const unknown = target === undefined && route.targetAwsId !== undefined && route.State === 'active'
    const targetText = target ? displayName(target) : `${route.targetAwsId ?? 'its target'} (${unknown ? 'not in the design' : 'gone'})`
    const list = view.getOf('prefix-list', route.DestinationPrefixListId)
    if (list?.awsId !== undefined && list.Entries.length === 0 && target?.kind !== 'vpc-endpoint') unreadLists.push(displayName(list))
    const cidrs = list ? list.Entries.map((entry) => entry.Cidr) : [route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock]
    for (const cidr of cidrs) {
      const prefix = cidr === undefined ? undefined : parsePrefix(cidr)
      if (!prefix) continue
      const ignored = refusal(prefix, target, locals, subnets)
      entries.add(prefix, { prefix, origin: list ? 'prefix-list' : 'static', target: target?.id, targetText, ...(unknown ? { unknown } : {}), ...(ignored === undefined ? {} : { ignored }) })
    }
  }
  // The endpoint's own list, in the tables that it names (F-PL-30); an import finds the same route in the table too.
  for (const endpoint of view.referrersOf('vpc-endpoint', table.id)) {
    if (endpoint.VpcId !== table.VpcId || table.Routes.some((route) => route.target === endpoint.id)) continue
    for (const prefix of parsePrefixes(view.getOf('prefix-list', endpoint.prefixList)?.Entries.map(({ Cidr }) => Cidr) ?? [])) {
      entries.add(prefix, { prefix, origin: 'prefix-list', target: endpoint.id, targetText: displayName(endpoint) })
    }
  }
  // Only the VGW that is attached to the table's VPC brings routes (F-RT-33).
  const propagating = table.PropagatingVgws.filter((id) => view.getOf('vpn-gateway', id)?.VpcAttachments[0]?.VpcId === table.VpcId)
  const routeServers = view.referrersOf('route-server', table.id).filter(({ VpcId }) => VpcId === table.VpcId).map(({ id }) => id)
  return { kind: 'route-table', entries, locals, propagating, routeServers, unreadLists }
}
