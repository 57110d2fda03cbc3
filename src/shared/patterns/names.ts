import { firstUnused, freeAmazonAsn, freeClientCidr, freeExampleAddress, freeSitePrefix, freeTransitCidr, freeVpcCidr } from '../document/commands/addresses.ts'
import type { IdSource } from '../document/commands/draft.ts'
import { freeName, namesInUse } from '../document/commands/names.ts'
import type { DesignIndex } from '../document/query.ts'
import type { PatternNames } from './pattern.ts'

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
  const addresses: (string | undefined)[] = []
  const awsDevices = new Set([...index.all('direct-connect-connection'), ...index.all('direct-connect-lag')].flatMap(({ AwsLogicalDeviceId }) => AwsLogicalDeviceId ?? []))
  const blocks: string[] = []
  return {
    id: newId,
    name: (wanted) => {
      const name = freeName(names, wanted)
      names.add(name.toLowerCase())
      return name
    },
    vpcBlock: (region) => handOut(blocks, (given) => freeVpcCidr(index, given, region)),
    sitePrefix: () => handOut(blocks, (given) => freeSitePrefix(index, given)),
    clientBlock: () => handOut(blocks, (given) => freeClientCidr(index, given)),
    transitBlock: () => handOut(blocks, (given) => freeTransitCidr(index, given)),
    amazonAsn: () => handOut(asns, (given) => freeAmazonAsn(index, given)),
    siteAsn: () => handOut(asns, (given) => firstUnused(given, 65_000)),
    publicAddress: () => handOut(addresses, (given) => freeExampleAddress(index, given.flatMap((address) => address ?? []))),
    awsDevice: (location) => {
      let number = 1
      while (awsDevices.has(`${location}-device-${number}`)) number += 1
      awsDevices.add(`${location}-device-${number}`)
      return `${location}-device-${number}`
    },
  }
}
