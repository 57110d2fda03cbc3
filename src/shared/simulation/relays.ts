import type { Address } from '../net/address.ts'
import { containsAddress, equalPrefix, type Prefix } from '../net/prefix.ts'
import { depending } from './dependence.ts'
import { tunnelElement } from './element-names.ts'
import type { Network } from './network.ts'
import type { ElementId } from './types.ts'

/** A router that announces what is not its own, and everything that its sessions depend on. */
interface Relay {
  readonly prefixes: readonly Prefix[]
  readonly elements: readonly ElementId[]
}

function* relaysOf(network: Network): Generator<Relay> {
  const { index, elements } = network
  for (const { id } of [...index.all('customer-gateway'), ...index.all('instance')]) {
    const router = network.fragment('router', id)
    const prefixes = router?.announced.filter((prefix) => !router.own.some((own) => equalPrefix(own, prefix))) ?? []
    if (!router || prefixes.length === 0) continue
    const connections = router.connections.map((connection) => ({ connection, fragment: network.fragment('vpn-connection', connection) }))
    const tunnels = connections.flatMap(({ connection, fragment }) => (fragment?.tunnels ?? []).map((tunnel) => tunnelElement(connection, tunnel)))
    const underlays = [...connections.map(({ fragment }) => fragment?.underlay), ...router.softwareVpns.flatMap((vpn) => network.fragment('software-vpn', vpn)?.underlays ?? [])].flatMap((underlay) => underlay?.options ?? [])
    const links = [...router.connections, ...router.virtualInterfaces, ...router.softwareVpns, ...router.connectPeers, ...underlays]
    yield { prefixes, elements: [...new Set([...tunnels, ...links.flatMap((link) => elements.reliesOn(link))])] }
  }
}

const known = new WeakMap<Network, readonly Relay[]>()

/**
 * Elements whose loss may change who announces an address, though no packet to it passes them: a router that loses what it passed on
 * announces the prefix as its own, by a shorter AS path, and draws traffic that it cannot deliver. Everywhere else losing what is
 * not in use changes no choice.
 */
export function relayedElements(network: Network, addresses: readonly Address[]): readonly ElementId[] {
  let relays = known.get(network)
  if (!relays) {
    relays = depending(undefined, () => [...relaysOf(network)])
    known.set(network, relays)
  }
  return relays.filter(({ prefixes }) => prefixes.some((prefix) => addresses.some((address) => containsAddress(prefix, address)))).flatMap(({ elements }) => elements)
}
