import { IPV4_BLOCK_LENGTHS, IPV6_BLOCK_LENGTHS } from '../../facts/addressing.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Kind, Resource } from '../../model/index.ts'
import { firstFree, formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import { setFields } from '../commands/set-fields.ts'
import type { Edit } from '../edit.ts'
import type { PoolUse } from '../pool.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { takeBlock } from './allocate.ts'
import { regionOf } from './holdings.ts'
import { refusedRanges } from './secondary-block.ts'
import { USE_WORDS } from './outside-pools.ts'

/** A field that holds blocks which can be taken from somewhere free. */
export interface BlockField {
  readonly field: string
  /** What pools it takes from; a subnet takes from its VPC. */
  readonly from: PoolUse | 'vpc'
  readonly family: 4 | 6
  /** It can hold several. */
  readonly isList: boolean
  /** Prefix lengths that there may be, the largest block first. */
  readonly lengths: readonly number[]
  /** The length that is offered first. */
  readonly usual: number
}

const upTo = (shortest: number, longest: number, step = 1): number[] => Array.from({ length: Math.floor((longest - shortest) / step) + 1 }, (_, position) => shortest + position * step)
const v4 = upTo(IPV4_BLOCK_LENGTHS.value.shortest, IPV4_BLOCK_LENGTHS.value.longest)
const { vpc: vpc6, subnet: subnet6, step } = IPV6_BLOCK_LENGTHS.value

/** Lengths beside those of VPCs: remote users F-CVPN-2, transit gateways F-TGW-5. */
const FIELDS: Partial<Readonly<Record<Kind, readonly BlockField[]>>> = {
  vpc: [
    { field: 'CidrBlocks', from: 'vpcs', family: 4, isList: true, lengths: v4, usual: 16 },
    { field: 'Ipv6CidrBlocks', from: 'vpcs', family: 6, isList: true, lengths: upTo(vpc6.shortest, vpc6.longest, step), usual: 56 },
  ],
  subnet: [
    { field: 'CidrBlock', from: 'vpc', family: 4, isList: false, lengths: v4, usual: 24 },
    { field: 'Ipv6CidrBlock', from: 'vpc', family: 6, isList: false, lengths: upTo(subnet6.shortest, subnet6.longest, step), usual: 64 },
  ],
  site: [{ field: 'prefixes', from: 'sites', family: 4, isList: true, lengths: upTo(12, 30), usual: 24 }],
  'client-vpn-endpoint': [{ field: 'ClientCidrBlock', from: 'users', family: 4, isList: false, lengths: upTo(12, 22), usual: 22 }],
  'customer-gateway': [{ field: 'remoteUserPool', from: 'users', family: 4, isList: false, lengths: upTo(12, 28), usual: 24 }],
  'transit-gateway': [{ field: 'TransitGatewayCidrBlocks', from: 'gateways', family: 4, isList: true, lengths: upTo(16, 24), usual: 24 }],
}

/** What a field takes blocks from; undefined for all other fields. */
export function blockField(kind: Kind, field: string): BlockField | undefined {
  return FIELDS[kind]?.find((one) => one.field === field)
}

/** The first field of a kind that blocks of the family go into. */
export function blockFieldOf(kind: Kind, family: 4 | 6): BlockField | undefined {
  return FIELDS[kind]?.find((one) => one.family === family)
}

/** Whether there is anywhere to take a block from: IPv6 blocks are only in pools, or in the VPC of a subnet. */
export function canTake(index: DesignIndex, resource: Resource, { from, family }: BlockField): boolean {
  if (from !== 'vpc') return family === 4 || takesSix(index, from)
  const vpc = resource.kind === 'subnet' ? index.getOf('vpc', resource.VpcId) : undefined
  return vpc !== undefined && (family === 4 || vpc.Ipv6CidrBlocks.length > 0)
}

const takesSix = (index: DesignIndex, use: PoolUse): boolean => Object.values(index.design.pools ?? {}).some((pool) => pool.use === use && parsePrefixes(pool.blocks).some(({ family }) => family === 6))

/** A block for the field, and where it is from; or one sentence why there is none. */
export function freeBlockFor(index: DesignIndex, resource: Resource, { from, family }: BlockField, length: number): { readonly cidr: string; readonly source: string } | { readonly reason: string } {
  if (from === 'vpc') {
    const vpc = resource.kind === 'subnet' ? index.getOf('vpc', resource.VpcId) : undefined
    if (!vpc) return { reason: 'It is in no VPC.' }
    const used = parsePrefixes(index.childrenOf('subnet', vpc.id).flatMap((subnet) => (family === 4 ? subnet.CidrBlock : subnet.Ipv6CidrBlock) ?? []))
    const found = parsePrefixes(family === 4 ? vpc.CidrBlocks : vpc.Ipv6CidrBlocks).map((block) => firstFree(block, used, length)).find((free) => free !== undefined)
    return found ? { cidr: formatPrefix(found), source: displayName(vpc) } : { reason: `${displayName(vpc)} has no free /${length} left.` }
  }
  const Region = regionOf(index, resource)
  const refused = resource.kind === 'vpc' && family === 4 ? refusedRanges(parsePrefixes(resource.CidrBlocks)).map(formatPrefix) : []
  const taken = takeBlock(index, { use: from, Region, length, family, besides: refused })
  const isPlanned = Object.values(index.design.pools ?? {}).some(({ use }) => use === from)
  if (taken) return { cidr: formatPrefix(taken.prefix), source: taken.pool?.name ?? (isPlanned ? 'outside the pools' : 'private addresses') }
  return { reason: `No pool for ${USE_WORDS[from]}${Region === undefined ? '' : ` in ${Region}`} has a free /${length}.` }
}

/** Gives a resource a block: beside those that the field holds, or instead of the one. */
export function giveBlock(index: DesignIndex, id: ResourceId, { field, isList }: BlockField, cidr: string): Edit {
  const resource = index.get(id)
  const before = ((resource ?? {}) as Readonly<Record<string, unknown>>)[field]
  const value = isList ? [...((before ?? []) as readonly string[]), cidr] : cidr
  return setFields(index, id, { [field]: value }, `Give ${resource ? displayName(resource) : id} ${cidr}`)
}
