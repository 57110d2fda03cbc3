import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'
import { type Address, parseAddress } from '../net/address.ts'
import { parsePrefix, containsAddress } from '../net/prefix.ts'
import { isPublicAddress } from '../net/public.ts'
import type { Design } from './design.ts'
import { failure, type Result, success } from './problem.ts'
import { displayName } from './query.ts'
import { resolveResource } from './resolve.ts'

/** Where a flow starts: a resource or the internet, and the address it was named by, if it was. */
export interface FlowSource {
  readonly from: ResourceId | 'internet'
  readonly sourceAddress?: string
}

/** Where a flow goes: a resource, the internet, or whoever has the address. */
export type FlowDestination = { readonly to: ResourceId | 'internet' } | { readonly toAddress: string }

/** Kinds at which a packet can start or end; a security group that is called as its host does not make the name ambiguous. */
const END_KINDS: ReadonlySet<Kind> = new Set<Kind>(['instance', 'network-interface', 'nat-gateway', 'subnet', 'vpc', 'site', 'customer-gateway', 'vpc-endpoint', 'vpn-gateway', 'user-group', 'server', 'directory', 'load-balancer', 'vpc-endpoint-service'])

/** The resource that a person means as an end of a flow. */
function resolveEnd(design: Design, text: string): Result<Resource> {
  const found = resolveResource(design, text)
  if (found.ok || found.problems[0]?.code !== 'ambiguous-name') return found
  const ends = Object.fromEntries(Object.entries(design.resources).filter(([, { kind }]) => END_KINDS.has(kind)))
  const again = resolveResource({ ...design, resources: ends }, text)
  return again.ok || again.problems[0]?.code === 'ambiguous-name' ? again : found
}

function addressesOf(resource: Resource): readonly (string | undefined)[] {
  switch (resource.kind) {
    case 'instance':
    case 'network-interface': {
      const interfaces = [resource, ...(resource.kind === 'instance' ? (resource.NetworkInterfaces ?? []) : [])]
      return interfaces.flatMap((entry) => [entry.PrivateIpAddress, entry.PublicIpAddress, ...(entry.SecondaryPrivateIpAddresses ?? []), ...(entry.Ipv6Addresses ?? [])])
    }
    case 'nat-gateway':
      return resource.NatGatewayAddresses.flatMap(({ PrivateIp, PublicIp }) => [PrivateIp, PublicIp])
    case 'customer-gateway':
    case 'server':
    case 'directory':
      return [resource.IpAddress]
    default:
      return []
  }
}

const same = (a: Address, text: string | undefined): boolean => {
  const b = text === undefined ? undefined : parseAddress(text)
  return b !== undefined && b.family === a.family && b.value === a.value
}

/** The resources of which one interface has the address, in order of id. */
export function ownersOf(design: Design, address: Address): Resource[] {
  return Object.values(design.resources)
    .filter((resource) => addressesOf(resource).some((text) => same(address, text)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function longestAround(design: Design, address: Address, blocksOf: (resource: Resource) => readonly (string | undefined)[]): Resource[] {
  let longest = -1
  let found: Resource[] = []
  for (const resource of Object.values(design.resources)) {
    const lengths = blocksOf(resource).flatMap((text) => {
      const prefix = text === undefined ? undefined : parsePrefix(text)
      return prefix && containsAddress(prefix, address) ? [prefix.length] : []
    })
    const length = Math.max(-1, ...lengths)
    if (length > longest) [longest, found] = [length, [resource]]
    else if (length >= 0 && length === longest) found.push(resource)
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const sitePrefixes = (resource: Resource): readonly string[] => (resource.kind === 'site' ? resource.prefixes : [])

function vpcBlocks(resource: Resource): readonly (string | undefined)[] {
  if (resource.kind === 'vpc') return [...resource.CidrBlocks, ...resource.Ipv6CidrBlocks]
  return resource.kind === 'subnet' ? [resource.CidrBlock, resource.Ipv6CidrBlock] : []
}

function one(text: string, candidates: readonly Resource[]): Result<FlowSource> {
  const [first] = candidates
  if (candidates.length === 1 && first) return success({ from: first.id, sourceAddress: text })
  const names = candidates.slice(0, 10).map((candidate) => candidate.id).join(', ')
  return failure('ambiguous-address', text, `The address ${text} is at ${candidates.length} places: ${names}${candidates.length > 10 ? ', …' : ''}; name one of them.`)
}

function sourceOfAddress(design: Design, text: string, address: Address): Result<FlowSource> {
  const owners = ownersOf(design, address)
  if (owners.length > 0) return one(text, owners)
  const sites = longestAround(design, address, sitePrefixes)
  if (sites.length > 0) return one(text, sites)
  const [around] = longestAround(design, address, vpcBlocks)
  if (around) return failure('unknown-address', text, `Nothing in ${displayName(around)} has the address ${text}; name a host, or the subnet itself with a source address of your choice.`)
  if (isPublicAddress(address)) return success({ from: 'internet', sourceAddress: text })
  return failure('unknown-address', text, `Nothing in the design has the private address ${text}, and no site holds it.`)
}

/**
 * Where a flow that a person describes starts: a resource by id, AWS id or name, `internet`, or an address: of an
 * interface, inside a site's prefixes (longest first), or a public one that belongs to nothing, which is the internet.
 */
export function findSource(design: Design, text: string): Result<FlowSource> {
  if (text.toLowerCase() === 'internet') return success({ from: 'internet' })
  const address = parseAddress(text)
  const named = resolveEnd(design, text)
  if (named.ok) return success({ from: named.value.id })
  return address && named.problems[0]?.code === 'unknown-resource' ? sourceOfAddress(design, text, address) : named
}

/** Where a flow that a person describes goes: a resource by id, AWS id or name, `internet`, or any address. */
export function findDestination(design: Design, text: string): Result<FlowDestination> {
  if (text.toLowerCase() === 'internet') return success({ to: 'internet' })
  const named = resolveEnd(design, text)
  if (named.ok) return success({ to: named.value.id })
  return parseAddress(text) && named.problems[0]?.code === 'unknown-resource' ? success({ toAddress: text }) : named
}
