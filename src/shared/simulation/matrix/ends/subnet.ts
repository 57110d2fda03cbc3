import { displayName } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import { type Address, formatAddress, parseAddress, widthOf } from '../../../net/address.ts'
import { containsAddress, type Prefix, prefixOf } from '../../../net/prefix.ts'
import { type AddressRange, rangeOf, withoutAddresses } from '../../../net/range.ts'
import type { HostInterface, SubnetFragment } from '../../compile/fragment.ts'
import type { Health } from '../../health.ts'
import { workloadSubnets } from '../../intents/pairs.ts'
import type { EndKind, MatrixEnd, Part } from './end-kind.ts'

/** AWS keeps the first four addresses of a subnet and the last (F-ADDR-6). */
const RESERVED_FIRST = 4n

/** Interfaces that stand for a workload; those of gateways and services send nothing of their own and are no ends. */
const WORKLOADS: readonly HostInterface['kind'][] = ['instance', 'network-interface']

function usable(prefix: Prefix): AddressRange[] {
  const { family, first, last } = rangeOf(prefix)
  const range = { family, first: first + RESERVED_FIRST, last: last - 1n }
  return range.first <= range.last ? [range] : []
}

/**
 * What tells hosts of one subnet apart besides their addresses: their security groups and whether they run. A router, or one that somebody
 * names (a route, an endpoint), that the internet knows or that is not in the subnet's blocks is only like itself, address by address.
 */
function likeness(health: Health, { prefixes }: SubnetFragment, host: HostInterface, address: Address): string {
  const named = !prefixes.some((prefix) => containsAddress(prefix, address)) || host.publicAddress !== undefined || health.network.fragment('router', host.owner) !== undefined || health.network.index.referrers(host.owner).length > 0 || host.addresses.length > 1
  return named ? `${host.owner} ${host.addresses.join()} ${formatAddress(address)}` : `${host.kind} ${[...host.securityGroups].sort().join()} ${health.isRunning(host.owner)}`
}

function partsOf(health: Health, subnet: SubnetFragment): Part[] {
  const held: Address[] = []
  const alike = new Map<string, { readonly family: 4 | 6; readonly ranges: AddressRange[] }>()
  for (const [text, host] of subnet.hosts) {
    const address = parseAddress(text)
    if (!address) continue
    held.push(address)
    if (!WORKLOADS.includes(host.kind)) continue
    const key = `${address.family} ${likeness(health, subnet, host, address)}`
    const range = rangeOf(prefixOf(address, widthOf(address.family)))
    const known = alike.get(key)
    if (known) known.ranges.push(range)
    else alike.set(key, { family: address.family, ranges: [range] })
  }
  const unnamed = subnet.prefixes.map((prefix): Part => ({ kind: 'unnamed', family: prefix.family, ranges: usable(prefix).flatMap((range) => withoutAddresses(range, held)) }))
  return [...unnamed.filter(({ ranges }) => ranges.length > 0), ...[...alike.values()].map((part): Part => ({ kind: 'hosts', ...part }))]
}

function endOf(health: Health, id: ResourceId): MatrixEnd[] {
  const { network } = health
  const subnet = network.index.getOf('subnet', id)
  const fragment = network.fragment('subnet', id)
  if (!subnet || !fragment) return []
  const hosts = new Map([...fragment.hosts].flatMap(([text, host]) => (WORKLOADS.includes(host.kind) ? [[text, host.owner] as const] : [])))
  const parts = partsOf(health, fragment)
  return [{ id, kind: 'subnet', name: displayName(subnet), sends: true, receives: true, container: fragment.vpc, blocks: fragment.prefixes.map(rangeOf), parts, hosts, ...(parts.length === 0 ? { problem: 'the subnet has no usable address' } : {}) }]
}

/**
 * Subnets: any host that may be started there, and each host that is drawn. Left out are the addresses that AWS keeps, those of
 * gateways, and subnets that hold nothing but the interfaces of a transit gateway (as for intents).
 */
export const subnetEnds: EndKind = {
  kind: 'subnet',
  endsOf: (health) => {
    const { network } = health
    return network.index.all('vpc').flatMap((vpc) => {
      const fragment = network.fragment('vpc', vpc.id)
      return fragment ? workloadSubnets(network, fragment).flatMap((subnet) => endOf(health, subnet)) : []
    })
  },
}
