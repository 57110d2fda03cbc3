import { type Address, formatAddress, parseAddress } from '../../net/address.ts'
import { containsAddress, type Prefix, sizeOf } from '../../net/prefix.ts'
import type { Network } from '../network.ts'

/** Where the search begins: documentation ranges (RFC 5737 and RFC 3849). */
const FIRST = ['203.0.113.10', '2001:db8:ffff::10'].flatMap((text) => parseAddress(text) ?? [])

/** A site that announces a shorter prefix than this speaks of the internet itself. */
export const SHORTEST_OWN = 8

/** One address of each family for "some host on the internet": the first from a documentation range on that nothing in the design has. */
export function internetHosts(network: Network): Address[] {
  const own = network.index.all('site').flatMap((site) => network.fragment('site', site.id)?.prefixes ?? []).filter((prefix) => prefix.length >= SHORTEST_OWN)
  const after = (block: Prefix): Address => ({ family: block.family, value: block.value + sizeOf(block) })
  return FIRST.map((first) => {
    let host = first
    for (;;) {
      const around = own.find((prefix) => containsAddress(prefix, host))
      const text = formatAddress(host)
      if (around) host = after(around)
      else if (network.whoHas().publicAddresses.has(text) || network.whoHas().tunnelEndpoints.has(text)) host = { ...host, value: host.value + 1n }
      else return host
    }
  })
}
