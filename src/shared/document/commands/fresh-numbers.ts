import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { mapAddresses } from '../../model/address-field.ts'
import { formatPrefix, overlaps, type Prefix, parsePrefix } from '../../net/prefix.ts'
import type { DesignIndex } from '../query.ts'
import { takeLike } from '../addresses/allocate.ts'
import { holdingsOf, ownBlocks, regionOf, useOf } from '../addresses/holdings.ts'
import { movedInto } from '../addresses/moved.ts'
import { firstUnused, freeSubnetCidr } from './addresses.ts'

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

function renumberings({ index, originals, vpcOfLoose }: CopyContext): Renumbering[] {
  const found: Renumbering[] = []
  const besides: string[] = []
  const taken = holdingsOf(index).map(({ prefix }) => prefix)
  for (const resource of originals) {
    const vpc = vpcOfLoose(resource)
    for (const text of vpc === undefined ? ownBlocks(resource) : []) {
      const from = parsePrefix(text)
      const clashes = from && [...taken, ...besides.flatMap((block) => parsePrefix(block) ?? [])].some((other) => overlaps(other, from))
      const use = useOf(resource.kind)
      const like = from && clashes && use ? takeLike(index, from, use, regionOf(index, resource), besides) : undefined
      const free = clashes ? like && formatPrefix(like.prefix) : text
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
    const bare = clashes6 ? ({ ...copy, ...without6(copy) } as Resource) : copy
    const moved = mapAddresses(bare, ({ text }) => rules.map(({ from, to }) => movedInto(text, from, to)).find((fresh) => fresh !== undefined))
    return withAsns(moved, '', asns) as Resource // the same fields with other numbers
  }
}

function withAsns(value: unknown, field: string, asns: ReadonlyMap<number, number>): unknown {
  if (typeof value === 'number') return ASN_FIELDS.includes(field) ? (asns.get(value) ?? value) : value
  if (Array.isArray(value)) return value.map((entry) => withAsns(entry, field, asns))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withAsns(entry, key, asns)]))
}

/** The fields of a resource that hold addresses of its VPC's IPv6 blocks, emptied. */
function without6(resource: Resource): Readonly<Record<string, unknown>> {
  if (resource.kind === 'vpc') return { Ipv6CidrBlocks: [] }
  if (resource.kind === 'subnet') return { Ipv6CidrBlock: undefined }
  return 'Ipv6Addresses' in resource ? { Ipv6Addresses: undefined } : {}
}
