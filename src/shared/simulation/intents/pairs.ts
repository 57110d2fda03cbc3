import type { Intent, IntentEnd } from '../../document/design.ts'
import type { ResourceId } from '../../model/id.ts'
import { formatAddress } from '../../net/address.ts'
import type { VpcFragment } from '../compile/fragment.ts'
import type { Network } from '../network.ts'
import type { ElementId, Flow, FlowProtocol } from '../types.ts'

/** One member of a group that an intent names. `address` when one resource stands for several networks (a site's prefixes). */
export interface Member {
  readonly resource: ResourceId | 'internet'
  readonly address?: string
  /** Elements whose failure takes the member itself away: then nothing is expected of it. */
  readonly fate: readonly ElementId[]
}

/** A flow that an intent expects to work, and the ends it presumes alive. */
export interface Pair {
  readonly flow: Flow
  readonly fate: readonly ElementId[]
}

/**
 * Subnets of a VPC that something can be expected of. Subnets that only hold transit gateway interfaces, with a route table of
 * their own as AWS advises (F-TGW-20), are left out.
 */
export function workloadSubnets(network: Network, vpc: VpcFragment): readonly ResourceId[] {
  const ofGateway = new Set([...vpc.attachments.values()].flatMap((id) => network.index.getOf('transit-gateway-vpc-attachment', id)?.SubnetIds ?? []))
  const tablesOfOthers = new Set(vpc.subnets.filter((subnet) => !ofGateway.has(subnet)).map((subnet) => network.fragment('subnet', subnet)?.table))
  if (tablesOfOthers.size === 0) return vpc.subnets
  return vpc.subnets.filter((subnet) => {
    const fragment = network.fragment('subnet', subnet)
    return !ofGateway.has(subnet) || fragment === undefined || fragment.hosts.size > 0 || tablesOfOthers.has(fragment.table)
  })
}

/** The members of an intent's end: every subnet of a VPC, every prefix of a site, else the resource itself. */
export function membersOf(network: Network, end: IntentEnd): readonly Member[] {
  if (end === 'internet') return [{ resource: end, fate: [] }]
  const fate = network.elements.of(end)
  const vpc = network.fragment('vpc', end)
  if (vpc) return workloadSubnets(network, vpc).map((subnet) => ({ resource: subnet, fate: network.elements.of(subnet) }))
  const site = network.fragment('site', end)
  if (site && site.prefixes.length === 0) return site.devices.some((device) => (network.fragment('router', device)?.announced.length ?? 0) > 0) ? [{ resource: end, fate: [] }] : []
  if (site) return site.prefixes.map((prefix) => ({ resource: end, address: formatAddress(network.sampleOf(end, prefix)), fate: [] }))
  return network.index.get(end) ? [{ resource: end, fate }] : []
}

function flowBetween(from: Member, to: Member, protocol: FlowProtocol, port: number | undefined): Flow {
  return {
    from: from.resource,
    ...(from.address === undefined ? {} : { sourceAddress: from.address }),
    ...(to.address === undefined ? { to: to.resource } : { to: to.resource, toAddress: to.address }),
    protocol,
    ...(port === undefined ? {} : { port }),
  }
}

const family = (address: string | undefined) => (address === undefined ? undefined : address.includes(':') ? 6 : 4)

/** The members that one end of an intent stands for. */
export interface Group {
  readonly end: IntentEnd
  readonly members: readonly Member[]
}

/** Every flow between the members of two groups; with `bothWays`, either side opens. */
export function pairsBetween(froms: readonly Member[], tos: readonly Member[], traffic: { readonly protocol: FlowProtocol; readonly port?: number | undefined; readonly bothWays?: boolean }): Pair[] {
  const { protocol, port, bothWays = false } = traffic
  const pairs: Pair[] = []
  for (const from of froms) {
    for (const to of tos) {
      if (from.address !== undefined && to.address !== undefined && family(from.address) !== family(to.address)) continue
      if (from.resource === to.resource && from.address === to.address) continue
      const fate = [...from.fate, ...to.fate]
      pairs.push({ flow: flowBetween(from, to, protocol, port), fate })
      if (bothWays) pairs.push({ flow: flowBetween(to, from, protocol, port), fate })
    }
  }
  return pairs
}

/** Every flow that an intent speaks of, both directions where it says so. */
export function pairsOf(network: Network, intent: Intent): Pair[] {
  return pairsBetween(membersOf(network, intent.from), membersOf(network, intent.to), { protocol: intent.protocol ?? 'some', port: intent.port, bothWays: intent.direction === 'both' })
}
