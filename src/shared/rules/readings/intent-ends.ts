import type { IntentEnd } from '../../document/design.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { blocksOf, subnetBlocks } from './vpc-blocks.ts'

/** Addresses that an end is reached by: a block, and the smaller blocks in it that are in use (empty: the whole block). */
export interface Destination {
  readonly prefix: Prefix
  readonly parts: readonly Prefix[]
}

interface Common {
  readonly id: IntentEnd
  readonly destinations: readonly Destination[]
}

/** An end inside a VPC: the subnets that are meant. `endpoint`: the end is a gateway endpoint of the VPC. */
export interface VpcEnd extends Common {
  readonly type: 'vpc'
  readonly vpc: ResourceOf<'vpc'>
  readonly subnets: readonly ResourceOf<'subnet'>[]
  readonly endpoint?: ResourceId
}

/** An end in the customer's network: its devices. No destinations: the design does not say what lives there. */
export interface SiteEnd extends Common {
  readonly type: 'site'
  readonly site: ResourceId | undefined
  readonly devices: readonly ResourceOf<'customer-gateway'>[]
}

/** The internet. */
export interface InternetEnd extends Common {
  readonly type: 'internet'
}

/** An end of an intent, as rules look at it. */
export type End = VpcEnd | SiteEnd | InternetEnd

const whole = (prefix: Prefix): Destination => ({ prefix, parts: [] })

/** IPv4 where there is any: intents do not name a family. */
const preferred = (prefixes: readonly Prefix[]): readonly Prefix[] => {
  const ipv4 = prefixes.filter((prefix) => prefix.family === 4)
  return ipv4.length > 0 ? ipv4 : prefixes
}

function vpcEnd(id: IntentEnd, vpc: ResourceOf<'vpc'> | undefined, subnets: readonly ResourceOf<'subnet'>[], destinations?: readonly Prefix[]): VpcEnd | undefined {
  if (!vpc) return undefined
  if (destinations) return { id, type: 'vpc', vpc, subnets, destinations: destinations.map(whole) }
  const parts = preferred(subnets.flatMap(subnetBlocks))
  const blocks = blocksOf(vpc).map((prefix) => ({ prefix, parts: parts.filter((part) => containsPrefix(prefix, part)) }))
  return { id, type: 'vpc', vpc, subnets, destinations: blocks.filter((block) => block.parts.length > 0) }
}

function hostEnd(index: DesignIndex, id: IntentEnd, subnet: ResourceOf<'subnet'> | undefined, address: string | undefined): VpcEnd | undefined {
  if (!subnet) return undefined
  const host = address === undefined ? undefined : parsePrefix(address)
  return vpcEnd(id, index.getOf('vpc', subnet.VpcId), [subnet], host ? [host] : preferred(subnetBlocks(subnet)))
}

/** Reads an end of an intent; undefined for what is neither in a VPC nor at a site (a gateway, a link). */
export function readEnd(index: DesignIndex, id: IntentEnd): End | undefined {
  if (id === 'internet') return { id, type: 'internet', destinations: parsePrefixes(['0.0.0.0/0']).map(whole) }
  const resource = index.get(id)
  switch (resource?.kind) {
    case 'vpc':
      return vpcEnd(id, resource, index.childrenOf('subnet', resource.id))
    case 'subnet':
      return hostEnd(index, id, resource, undefined)
    case 'instance':
    case 'network-interface':
      return hostEnd(index, id, index.getOf('subnet', resource.SubnetId), resource.PrivateIpAddress)
    case 'vpc-endpoint': {
      const end = vpcEnd(id, index.getOf('vpc', resource.VpcId), [], [])
      return end && { ...end, endpoint: resource.id }
    }
    case 'site':
      return { id, type: 'site', site: resource.id, devices: index.childrenOf('customer-gateway', resource.id), destinations: parsePrefixes(resource.prefixes).map(whole) }
    case 'customer-gateway': {
      // A router may also announce what lies elsewhere (another VPC's block); what lives at its site is the site's.
      const own = index.getOf('site', resource.site)?.prefixes ?? []
      const stated = own.length > 0 ? own : resource.announcedPrefixes
      return { id, type: 'site', site: resource.site, devices: [resource], destinations: parsePrefixes(stated).map(whole) }
    }
    default:
      return undefined
  }
}
