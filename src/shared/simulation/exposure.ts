import { isPublicSubnet } from '../document/public-subnet.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { ResourceOf } from '../model/index.ts'
import { type Address, formatAddress, parseAddress } from '../net/address.ts'
import { containsAddress, formatPrefix, type Prefix, sampleAddress, sizeOf } from '../net/prefix.ts'
import { isPublicAddress } from '../net/public.ts'
import type { Simulation } from './index.ts'
import { prefixesIn } from './matrix/boundary.ts'
import { outcomeOf } from './matrix/pair.ts'
import type { ElementId, Flow } from './types.ts'

/**
 * What gets in from the internet to one host, or to a subnet's. `works`: something does from anywhere, or from some blocks; null: cannot be
 * told. `anyone`: the traffic that an address gets through which no filter names; empty: none. `blocks`: those that get more, or less.
 */
export interface Exposure {
  readonly works: boolean | null
  readonly anyone: string
  readonly blocks: readonly { readonly block: string; readonly traffic: string }[]
  /** Why nothing gets in, or why it cannot be told. */
  readonly detail: string
}

/** Where the search for an address that no filter names begins: documentation ranges (RFC 5737, RFC 3849). */
const STRANGERS = ['203.0.113.10', '2001:db8:ffff::10'].flatMap((text) => parseAddress(text) ?? [])

/** Most blocks that a search for a stranger steps over, and most that are tried one by one. */
const MOST_BLOCKS = 64

/** The blocks that the filters of a host name; those for everybody left out. */
function namedBlocks(index: DesignIndex, groups: readonly ResourceId[], subnet: ResourceId): readonly Prefix[] {
  const home = index.getOf('subnet', subnet)
  const filters = [...groups.map((id) => index.getOf('security-group', id)), home && index.networkAclOf(home)]
  const lists = filters.flatMap((filter) => (filter?.kind === 'security-group' ? filter.IpPermissions.flatMap(({ PrefixListIds = [] }) => PrefixListIds.map(({ PrefixListId }) => index.get(PrefixListId as ResourceId))) : []))
  const found = new Map([...filters, ...lists].flatMap((filter) => prefixesIn(filter)).filter(({ length }) => length > 0).map((prefix) => [formatPrefix(prefix), prefix]))
  return [...found.values()]
}

/** A public address of a family in none of the blocks; undefined when the blocks leave hardly any. */
function stranger(family: 4 | 6, blocks: readonly Prefix[]): Address | undefined {
  let address = STRANGERS.find((first) => first.family === family)
  for (let step = 0; address && step < MOST_BLOCKS; step++) {
    const candidate: Address = address
    const around = blocks.find((block) => block.family === family && containsAddress(block, candidate))
    if (!around) return isPublicAddress(candidate) ? candidate : undefined
    const next = around.value + sizeOf(around)
    address = next < 1n << (family === 4 ? 32n : 128n) ? { family, value: next } : undefined
  }
  return undefined
}

interface Interface {
  readonly PublicIpAddress?: string | undefined
  readonly Ipv6Addresses?: readonly string[] | undefined
  readonly SecurityGroupIds: readonly ResourceId[]
  readonly SubnetId: ResourceId
}

/** The interfaces of a host. */
function interfacesOf(index: DesignIndex, id: ResourceId): readonly Interface[] {
  const host = index.getOf('instance', id) ?? index.getOf('network-interface', id)
  return host ? [host, ...(host.kind === 'instance' ? (host.NetworkInterfaces ?? []) : [])] : []
}

/** The packets to try: to each address that the internet could know, from a stranger and from every block that a filter names. */
function attemptsAt(index: DesignIndex, id: ResourceId): { readonly flow: Flow; readonly block?: string }[] {
  return interfacesOf(index, id).flatMap(({ SubnetId, SecurityGroupIds, PublicIpAddress, Ipv6Addresses = [] }) => {
    const blocks = namedBlocks(index, SecurityGroupIds, SubnetId)
    return [...(PublicIpAddress === undefined ? [] : [PublicIpAddress]), ...Ipv6Addresses].flatMap((toAddress) => {
      const family = toAddress.includes(':') ? 6 : 4
      const from = stranger(family, blocks)
      const flow = (source: Address): Flow => ({ from: 'internet', to: id, sourceAddress: formatAddress(source), toAddress, protocol: 'some' })
      const named = blocks.filter((block) => block.family === family && isPublicAddress(sampleAddress(block))).slice(0, MOST_BLOCKS)
      return [...(from ? [{ flow: flow(from) }] : []), ...named.map((block) => ({ flow: flow(sampleAddress(block)), block: formatPrefix(block) }))]
    })
  })
}

const told = (works: boolean | null, detail: string): Exposure => ({ works, anyone: '', blocks: [], detail })

/**
 * What gets in from the internet to a drawn host, with some elements down: by the routes, filters and translations there and back. An
 * address that AWS gives it at launch and the design does not state leaves that open.
 */
export function exposureOf(simulation: Simulation, id: ResourceId, failed: readonly ElementId[] = []): Exposure {
  const { index } = simulation.network
  const tried = attemptsAt(index, id).map(({ flow, block }) => ({ block, outcome: outcomeOf(simulation.follow(flow, failed)) }))
  const anyone = [...new Set(tried.flatMap(({ block, outcome }) => (block === undefined && outcome.works === true ? [outcome.traffic] : [])))].join('; ')
  const blocks = new Map<string, string>()
  for (const { block, outcome } of tried) if (block !== undefined && outcome.works === true && outcome.traffic !== anyone) blocks.set(block, outcome.traffic)
  if (tried.some(({ outcome }) => outcome.works === true)) return { works: true, anyone, blocks: [...blocks].map(([block, traffic]) => ({ block, traffic })), detail: '' }
  const untold = tried.find(({ outcome }) => outcome.works === null)
  if (untold) return told(null, untold.outcome.detail)
  const givesAddress = interfacesOf(index, id).some(({ SubnetId, PublicIpAddress }) => {
    const subnet = index.getOf('subnet', SubnetId)
    return PublicIpAddress === undefined && subnet?.MapPublicIpOnLaunch === true && waysIn(index, subnet).works !== false
  })
  if (givesAddress) return told(null, 'its subnet gives public addresses at launch, and the design does not state its own')
  return told(false, tried[0]?.outcome.detail ?? 'it has no public address')
}

/** Whether anything could get in to a subnet whose hosts are not drawn: nothing without a route to an internet gateway or a public address; else that is up to filters that nobody has drawn. */
export function waysIn(index: DesignIndex, subnet: ResourceOf<'subnet'>): Exposure {
  if (!index.routeTableOf(subnet)) return told(null, 'the design does not hold its route table')
  if (!isPublicSubnet(index, subnet)) return told(false, 'no route of it leads to an internet gateway')
  const mode = subnet.InternetGatewayBlockMode ?? index.getOf('vpc', subnet.VpcId)?.InternetGatewayBlockMode ?? 'off'
  if (mode !== 'off') return told(false, 'Block Public Access keeps the internet out')
  if (subnet.Ipv6CidrBlock === undefined && subnet.MapPublicIpOnLaunch === false) return told(false, 'its hosts get no public address')
  if (subnet.Ipv6CidrBlock === undefined && subnet.MapPublicIpOnLaunch === undefined) return told(null, 'the design does not say whether its hosts get public addresses')
  return told(null, 'no host is drawn, so what security groups let in cannot be told')
}
