import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import { containsPrefix, formatPrefix, overlaps, type Prefix, parsePrefix } from '../../net/prefix.ts'
import type { DesignIndex } from '../query.ts'
import { firstUnused, freeBlockLike, freeSubnetCidr, takenBlocks } from './addresses.ts'

/** A block that copies have instead of their originals', and whose block it was. */
interface Renumbering {
  readonly owner: ResourceId
  readonly from: Prefix
  readonly to: Prefix
}

/** What the copies of an act of pasting need to know of each other. */
export interface CopyContext {
  readonly index: DesignIndex
  /** What is copied. */
  readonly originals: readonly Resource[]
  /** The copied things around an original, and it itself. */
  readonly around: (resource: Resource) => ReadonlySet<ResourceId>
  /** The VPC that the copy of a subnet comes into without its own VPC being copied; undefined for all else. */
  readonly vpcOfLoose: (resource: Resource) => ResourceId | undefined
}

/** Blocks of their own that a resource has: no two of a design may overlap. */
function ownBlocks(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'vpc':
      return resource.CidrBlocks
    case 'site':
      return resource.prefixes
    case 'client-vpn-endpoint':
      return [resource.ClientCidrBlock]
    case 'customer-gateway':
      return resource.remoteUserPool === undefined ? [] : [resource.remoteUserPool]
    case 'instance':
      return resource.clientPool === undefined ? [] : [resource.clientPool]
    case 'transit-gateway':
      return resource.TransitGatewayCidrBlocks ?? []
    default:
      return []
  }
}

function renumberings({ index, originals, vpcOfLoose }: CopyContext): Renumbering[] {
  const found: Renumbering[] = []
  const besides: string[] = []
  const taken = takenBlocks(index)
  for (const resource of originals) {
    const vpc = vpcOfLoose(resource)
    for (const text of vpc === undefined ? ownBlocks(resource) : []) {
      const from = parsePrefix(text)
      const clashes = from && [...taken, ...besides.flatMap((block) => parsePrefix(block) ?? [])].some((other) => overlaps(other, from))
      const free = from && clashes ? freeBlockLike(index, from, besides) : text
      const to = free === undefined ? undefined : parsePrefix(free)
      if (!from || !to) continue
      besides.push(formatPrefix(to))
      if (clashes) found.push({ owner: resource.id, from, to })
    }
    if (vpc === undefined || resource.kind !== 'subnet') continue
    const [from, free] = [parsePrefix(resource.CidrBlock ?? ''), freeSubnetCidr(index, vpc, besides)]
    const to = free === undefined ? undefined : parsePrefix(free)
    if (free !== undefined) besides.push(free)
    if (from && to) found.push({ owner: resource.id, from, to })
  }
  return found
}

/** The same part of the new block that an address or block is of the old one; undefined when it is not in there, or does not fit. */
function renumbered(text: string, { from, to }: Renumbering): string | undefined {
  const own = parsePrefix(text)
  if (!own || own.family !== from.family || !containsPrefix(from, own) || own.length < to.length) return undefined
  const value = to.value + (own.value - from.value)
  const moved = { family: own.family, value, length: own.length }
  if (!containsPrefix(to, moved)) return undefined
  return parseAddress(text) ? formatAddress(moved) : formatPrefix(moved)
}

/** ASNs that the copies get: gateways always, routers when the network that they speak for is copied with them. */
function freshAsns({ index, originals, around }: CopyContext): ReadonlyMap<number, number> {
  const gateways = [...index.all('vpn-gateway'), ...index.all('transit-gateway'), ...index.all('direct-connect-gateway'), ...index.all('route-server')].map(({ AmazonSideAsn }) => AmazonSideAsn)
  const routers = [...index.all('customer-gateway'), ...index.all('instance')].flatMap(({ BgpAsn }) => BgpAsn ?? [])
  const vpcs = new Set(originals.flatMap(({ kind, id }) => (kind === 'vpc' ? [id] : [])))
  const used = [...gateways, ...routers]
  const fresh = new Map<number, number>()
  const give = (asn: number, start: number): void => {
    if (fresh.has(asn) || !used.includes(asn)) return
    fresh.set(asn, firstUnused(used, start))
    used.push(fresh.get(asn) ?? start)
  }
  for (const resource of originals) {
    if ('AmazonSideAsn' in resource) give(resource.AmazonSideAsn, 64_512)
    // Devices of one site, and appliances of one VPC, speak for one network.
    const isOfCopied = resource.kind === 'customer-gateway' ? resource.site === undefined || around(resource).size > 1 : resource.kind === 'instance' && [...around(resource)].some((id) => vpcs.has(id))
    if (isOfCopied && 'BgpAsn' in resource && resource.BgpAsn !== undefined) give(resource.BgpAsn, 65_000)
  }
  return fresh
}

/** Fields that name a number of a speaker of BGP. */
const ASN_FIELDS = ['AmazonSideAsn', 'BgpAsn', 'Asn', 'PeerAsn']
/** Text of people's own, which may look like anything. */
const WORDS = ['id', 'kind', 'name', 'notes']

/**
 * Gives copies blocks, addresses and ASNs that clash with nothing in the design, the same ones wherever the originals' are written:
 * in routes, rules, announcements. What clashes with nothing stays as it is. IPv6 blocks of a VPC are Amazon's to give, so a copy beside it has none.
 */
export function freshNumbers(context: CopyContext): (original: Resource, copy: Resource) => Resource {
  const blocks = renumberings(context)
  const asns = freshAsns(context)
  const taken6 = new Set(context.index.all('vpc').flatMap(({ Ipv6CidrBlocks }) => Ipv6CidrBlocks))
  const clashing6 = new Set<ResourceId>(context.originals.flatMap((one) => (one.kind === 'vpc' && one.Ipv6CidrBlocks.some((block) => taken6.has(block)) ? [one.id] : [])))
  return (original, copy) => {
    const around = context.around(original)
    // The block of what is around it says what is meant; blocks of others that are copied along come after.
    const rules = [...blocks].sort((a, b) => Number(around.has(b.owner)) - Number(around.has(a.owner)) || b.from.length - a.from.length)
    const clashes6 = [...around].some((id) => clashing6.has(id))
    const walk = (value: unknown, field: string): unknown => {
      if (typeof value === 'string') return rules.map((rule) => renumbered(value, rule)).find((text) => text !== undefined) ?? value
      if (typeof value === 'number') return ASN_FIELDS.includes(field) ? (asns.get(value) ?? value) : value
      if (Array.isArray(value)) return value.map((entry) => walk(entry, field))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, WORDS.includes(key) ? entry : walk(entry, key)]))
    }
    const bare = clashes6 ? { ...copy, ...without6(copy) } : copy
    return walk(bare, '') as Resource // the same fields with other numbers
  }
}

/** The fields of a resource that hold addresses of its VPC's IPv6 blocks, emptied. */
function without6(resource: Resource): Readonly<Record<string, unknown>> {
  if (resource.kind === 'vpc') return { Ipv6CidrBlocks: [] }
  if (resource.kind === 'subnet') return { Ipv6CidrBlock: undefined }
  return 'Ipv6Addresses' in resource ? { Ipv6Addresses: undefined } : {}
}
