import { firstUnused, freeAmazonAsn, freeClientCidr, freeSitePrefix, freeTransitCidr, freeVpcCidr } from '../document/commands/addresses.ts'
import type { IdSource } from '../document/commands/draft.ts'
import { freeName, namesInUse } from '../document/commands/names.ts'
import type { DesignIndex } from '../document/query.ts'
import { formatAddress } from '../net/address.ts'
import { firstFree, parsePrefixes } from '../net/prefix.ts'
import type { PatternNames } from './pattern.ts'

/** Blocks kept free for examples (RFC 5737): no real device has one of these addresses. */
const EXAMPLE_BLOCKS = parsePrefixes(['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24'])

function freeAddress(taken: readonly string[]): string | undefined {
  const blockers = [...parsePrefixes(taken), ...EXAMPLE_BLOCKS.map((block) => ({ ...block, length: 32 }))]
  for (const block of EXAMPLE_BLOCKS) {
    const free = firstFree(block, blockers, 32)
    if (free) return formatAddress(free)
  }
  return undefined
}

/** Gives what is free beside what is listed, and lists it. */
function handOut<T>(given: T[], free: (given: readonly T[]) => T): T {
  const one = free(given)
  given.push(one)
  return one
}

/** Names, blocks and numbers that clash with nothing in the design, nor with each other. */
export function namesFor(index: DesignIndex, newId: IdSource): PatternNames {
  const names = namesInUse(index)
  const devices = index.all('customer-gateway')
  const gateways = [...index.all('vpn-gateway'), ...index.all('transit-gateway'), ...index.all('direct-connect-gateway')]
  // One list for both sides: a session between two of the same number is no BGP session between networks.
  const routers = [...devices.map(({ BgpAsn }) => BgpAsn), ...index.all('instance').flatMap(({ BgpAsn }) => BgpAsn ?? [])]
  const asns = [...routers, ...index.all('virtual-interface').map(({ Asn }) => Asn), ...gateways.map(({ AmazonSideAsn }) => AmazonSideAsn)]
  const interfaces = [...index.all('instance').flatMap((instance) => [instance, ...(instance.NetworkInterfaces ?? [])]), ...index.all('network-interface')]
  const translators = index.all('nat-gateway').flatMap(({ NatGatewayAddresses }) => NatGatewayAddresses)
  const addresses: (string | undefined)[] = [...devices.map(({ IpAddress }) => IpAddress), ...interfaces.map(({ PublicIpAddress }) => PublicIpAddress), ...translators.map(({ PublicIp }) => PublicIp)]
  const awsDevices = new Set([...index.all('direct-connect-connection'), ...index.all('direct-connect-lag')].flatMap(({ AwsLogicalDeviceId }) => AwsLogicalDeviceId ?? []))
  const blocks: string[] = []
  return {
    id: newId,
    name: (wanted) => {
      const name = freeName(names, wanted)
      names.add(name.toLowerCase())
      return name
    },
    vpcBlock: () => handOut(blocks, (given) => freeVpcCidr(index, given)),
    sitePrefix: () => handOut(blocks, (given) => freeSitePrefix(index, given)),
    clientBlock: () => handOut(blocks, (given) => freeClientCidr(index, given)),
    transitBlock: () => handOut(blocks, (given) => freeTransitCidr(index, given)),
    amazonAsn: () => handOut(asns, (given) => freeAmazonAsn(index, given)),
    siteAsn: () => handOut(asns, (given) => firstUnused(given, 65_000)),
    publicAddress: () => handOut(addresses, (given) => freeAddress(given.flatMap((address) => address ?? []))),
    awsDevice: (location) => {
      let number = 1
      while (awsDevices.has(`${location}-device-${number}`)) number += 1
      awsDevices.add(`${location}-device-${number}`)
      return `${location}-device-${number}`
    },
  }
}
