import type { ResourceId } from '../model/id.ts'
import { tunnelElement } from './elements.ts'
import type { Network } from './network.ts'
import type { ElementId } from './types.ts'

/** What a party takes to be up. In the moments after a failure or a repair that is not the truth, and no two parties need agree. */
export interface Belief {
  /** Whether `by` (a device, gateway, site or VPC attachment's gateway) takes the resource to be up. */
  isUp(id: ResourceId, by: ResourceId): boolean
  /** Whether the party at one end of the connection takes the tunnel to be up. */
  isTunnelUp(connection: ResourceId, tunnel: 1 | 2, by: ResourceId): boolean
}

/** What works while some elements are down, in truth and as the parties that choose routes see it. */
export class Health {
  readonly network: Network
  readonly failed: ReadonlySet<ElementId>
  readonly #belief: Belief | undefined

  /** Nothing is down when `failed` is empty. Without a belief everybody knows the truth. */
  constructor(network: Network, failed: Iterable<ElementId> = [], belief?: Belief) {
    this.network = network
    this.failed = new Set(failed)
    this.#belief = belief
  }

  /** True when none of the elements that carry the resource is down; with `by`, when that party thinks so. */
  isUp(id: ResourceId, by?: ResourceId): boolean {
    if (by !== undefined && this.#belief) return this.#belief.isUp(id, by)
    return this.failed.size === 0 || this.network.elements.of(id).every((element) => !this.failed.has(element))
  }

  /** True when the tunnel's AWS end, the device, and at least one of the ISP links it may use are up; with `by`, when that party thinks so. */
  isTunnelUp(connection: ResourceId, tunnel: 1 | 2, by?: ResourceId): boolean {
    if (by !== undefined && this.#belief) return this.#belief.isTunnelUp(connection, tunnel, by)
    if (this.failed.size === 0) return true
    if (this.failed.has(tunnelElement(connection, tunnel)) || !this.isUp(connection)) return false
    const links = this.ispLinksOf(connection)
    return links.length === 0 || links.some((link) => this.isUp(link))
  }

  /** The ISP links that a VPN connection may use; empty when none is drawn. */
  ispLinksOf(connection: ResourceId): readonly ResourceId[] {
    const device = this.network.fragment('vpn-connection', connection)?.device
    return this.network.fragment('customer-gateway', device)?.ispLinks ?? []
  }

  /** Tunnels of a connection that the party at one of its ends uses now. */
  liveTunnels(connection: ResourceId, by: ResourceId): readonly (1 | 2)[] {
    return (this.network.fragment('vpn-connection', connection)?.tunnels ?? []).filter((tunnel) => this.isTunnelUp(connection, tunnel, by))
  }
}
