import { parentOf } from '../../model/containment.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Address } from '../../net/address.ts'
import { containsAddress, parsePrefix, type Prefix } from '../../net/prefix.ts'
import { isPublicAddress } from '../../net/public.ts'
import type { Network } from '../network.ts'

/** A network that holds an address: a VPC, a site, or the internet. `block` is the announced or routed block around it. */
export interface Holder {
  readonly kind: 'vpc' | 'site' | 'internet'
  /** The VPC or site; undefined for the internet. */
  readonly id: ResourceId | undefined
  readonly block: Prefix
}

/** The VPC or site that a resource is in. */
export function homeOf(network: Network, id: ResourceId | 'internet' | undefined): ResourceId | undefined {
  let resource = id === 'internet' ? undefined : network.index.get(id)
  while (resource && resource.kind !== 'vpc' && resource.kind !== 'site') resource = network.index.get(parentOf(resource))
  return resource?.id
}

const longest = (prefixes: readonly Prefix[], address: Address): Prefix | undefined =>
  prefixes.filter((prefix) => containsAddress(prefix, address)).sort((a, b) => b.length - a.length)[0]

function heldBy(network: Network, id: ResourceId, address: Address): Holder[] {
  const vpc = network.fragment('vpc', id)
  const site = network.fragment('site', id)
  const announced = (site?.devices ?? []).flatMap((device) => network.fragment('router', device)?.announced ?? [])
  const block = longest(vpc?.prefixes ?? site?.prefixes ?? [], address) ?? longest(announced, address)
  return block ? [{ kind: vpc ? 'vpc' : 'site', id, block }] : []
}

/** The block of everything of a family. */
export const everywhere = (family: 4 | 6): Prefix => ({ family, value: 0n, length: 0 })

/**
 * The networks that hold an address: the one that is meant when it does, else all, else the internet. Empty for a private
 * address that nobody has.
 */
export function holdersOf(network: Network, address: Address, meant: ResourceId | 'internet' | undefined): readonly Holder[] {
  const home = homeOf(network, meant)
  const own = home === undefined ? [] : heldBy(network, home, address)
  if (own.length > 0) return own
  const ids = [...network.index.all('vpc'), ...network.index.all('site')].map(({ id }) => id)
  const found = ids.flatMap((id) => heldBy(network, id, address))
  if (found.length > 0) return found
  return isPublicAddress(address) ? [{ kind: 'internet', id: undefined, block: everywhere(address.family) }] : []
}

/** The narrowest block that stands for an end in a filter rule: the host itself, a drawn subnet, a site's prefix, or everywhere for the internet. */
export function peerBlock(network: Network, address: Address, end: ResourceId | 'internet' | undefined, named: boolean): Prefix {
  const host: Prefix = { ...address, length: address.family === 4 ? 32 : 128 }
  if (end === 'internet') return named ? host : everywhere(address.family)
  const resource = network.index.get(end)
  if (resource?.kind === 'subnet' || resource?.kind === 'vpc') {
    const subnets = resource.kind === 'subnet' ? [resource] : network.index.childrenOf('subnet', resource.id)
    return longest(subnets.flatMap((subnet) => [subnet.CidrBlock, subnet.Ipv6CidrBlock].flatMap((text) => (text === undefined ? [] : (parsePrefix(text) ?? [])))), address) ?? host
  }
  if (resource?.kind === 'site' || resource?.kind === 'customer-gateway') return longest(network.fragment('site', homeOf(network, resource.id))?.prefixes ?? [], address) ?? host
  return host
}
