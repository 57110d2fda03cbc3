import type { ResourceId } from '../../model/id.ts'
import { formatAddress } from '../../net/address.ts'
import { addressAt, firstFree, formatPrefix, parsePrefix, parsePrefixes, sizeOf } from '../../net/prefix.ts'
import { type Taken, takeBlock } from '../addresses/allocate.ts'
import type { DesignIndex } from '../query.ts'

/** Blocks kept free for examples (RFC 5737): no real device has one of these addresses. */
const EXAMPLE_BLOCKS = parsePrefixes(['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24'])
const SUBNET_LENGTHS = [24, 25, 26, 27, 28]

/** The text of a block that was taken; where nothing at all is free, one that says what was wanted. */
const textOf = (taken: Taken | undefined, otherwise: string): string => (taken ? formatPrefix(taken.prefix) : otherwise)

/** A block for a new VPC that overlaps nothing of the design, and none of `besides`: of a pool for VPCs of the Region, else a /16 of 10.0.0.0/8 while there is one. */
export function freeVpcCidr(index: DesignIndex, besides: readonly string[] = [], Region?: string): string {
  return textOf(takeBlock(index, { use: 'vpcs', besides, Region }), '10.0.0.0/16')
}

/** A prefix for a new site that overlaps nothing of the design, and none of `besides`: of a pool for sites, else a /24 of 192.168.0.0/16 while there is one. */
export function freeSitePrefix(index: DesignIndex, besides: readonly string[] = []): string {
  return textOf(takeBlock(index, { use: 'sites', besides }), '192.168.0.0/24')
}

/** A block for remote users that overlaps nothing of the design, and none of `besides`: of a pool for them, else a /22. */
export function freeClientCidr(index: DesignIndex, besides: readonly string[] = [], Region?: string): string {
  return textOf(takeBlock(index, { use: 'users', besides, Region }), '172.24.0.0/22')
}

/** A block for a transit gateway's own addresses that overlaps nothing of the design, and none of `besides`: of a pool for them, else a /24 of the shared address space. */
export function freeTransitCidr(index: DesignIndex, besides: readonly string[] = [], Region?: string): string {
  return textOf(takeBlock(index, { use: 'gateways', besides, Region }), '100.64.0.0/24')
}

/** A block for a new subnet of the VPC, a /24 or the largest smaller one that is free; undefined when the VPC is full. */
export function freeSubnetCidr(index: DesignIndex, vpc: ResourceId, besides: readonly string[] = []): string | undefined {
  const blocks = parsePrefixes(index.getOf('vpc', vpc)?.CidrBlocks ?? [])
  const used = parsePrefixes([...index.childrenOf('subnet', vpc).flatMap((subnet) => subnet.CidrBlock ?? []), ...besides])
  for (const length of SUBNET_LENGTHS) {
    for (const block of blocks) {
      const free = firstFree(block, used, Math.max(length, block.length))
      if (free && free.length <= 28) return formatPrefix(free)
    }
  }
  return undefined
}

/** Offset where new hosts start: clear of the addresses that AWS keeps (F-ADDR-6) and of gateways, which people put first. */
const FIRST_HOST = 10n

/** A private IPv4 address of the subnet that nothing drawn there has, nor `besides`; undefined when the subnet has no block or is full. */
export function freeHostAddress(index: DesignIndex, subnet: ResourceId, besides: readonly string[] = []): string | undefined {
  const block = parsePrefix(index.getOf('subnet', subnet)?.CidrBlock ?? '')
  if (!block) return undefined
  const used = new Set(index.children(subnet).flatMap((child) => ('PrivateIpAddress' in child ? [child.PrivateIpAddress, ...(child.SecondaryPrivateIpAddresses ?? [])] : child.kind === 'nat-gateway' ? child.NatGatewayAddresses.map(({ PrivateIp }) => PrivateIp) : [])))
  const last = sizeOf(block) - 1n
  for (let offset = FIRST_HOST < last ? FIRST_HOST : 4n; offset < last; offset += 1n) {
    const address = addressAt(block, offset)
    const text = address && formatAddress(address)
    if (text !== undefined && !used.has(text) && !besides.includes(text)) return text
  }
  return undefined
}

/** The first number from `start` on that is not used. */
export function firstUnused(used: readonly number[], start: number): number {
  const set = new Set(used)
  let number = start
  while (set.has(number)) number += 1
  return number
}

/** An Amazon side ASN that no gateway of the design has, and none of `besides` (F-DX-46: gateways that meet need different ones). */
export function freeAmazonAsn(index: DesignIndex, besides: readonly number[] = []): number {
  const gateways = [...index.all('vpn-gateway'), ...index.all('transit-gateway'), ...index.all('direct-connect-gateway'), ...index.all('route-server')]
  return firstUnused([...gateways.map((gateway) => gateway.AmazonSideAsn), ...besides], 64_512)
}

/** The ASN of a new device: that of its site's other devices, else one that no device has (CloudHub needs one per site). */
export function freeDeviceAsn(index: DesignIndex, site: ResourceId | undefined): number {
  const sibling = site && index.childrenOf('customer-gateway', site)[0]
  return sibling ? sibling.BgpAsn : freeRouterAsn(index)
}

/** An ASN that no router of the design has, be it a device or an appliance (CloudHub needs one per site). */
export function freeRouterAsn(index: DesignIndex): number {
  return firstUnused([...index.all('customer-gateway'), ...index.all('instance')].flatMap(({ BgpAsn }) => BgpAsn ?? []), 65_000)
}

/** A public address to stand for the real one: of the blocks kept for examples one that nothing in the design has, nor `besides`; undefined when all are taken. */
export function freeExampleAddress(index: DesignIndex, besides: readonly string[] = []): string | undefined {
  const interfaces = [...index.all('instance').flatMap((instance) => [instance, ...(instance.NetworkInterfaces ?? [])]), ...index.all('network-interface')]
  const translators = index.all('nat-gateway').flatMap(({ NatGatewayAddresses }) => NatGatewayAddresses)
  const used = [...index.all('customer-gateway').map(({ IpAddress }) => IpAddress), ...interfaces.map(({ PublicIpAddress }) => PublicIpAddress), ...translators.map(({ PublicIp }) => PublicIp)]
  const blockers = [...parsePrefixes([...used.filter((address) => address !== undefined), ...besides]), ...EXAMPLE_BLOCKS.map((block) => ({ ...block, length: 32 }))]
  const free = EXAMPLE_BLOCKS.map((block) => firstFree(block, blockers, 32)).find((found) => found !== undefined)
  return free && formatAddress(free)
}
