import type { ResourceId } from '../model/id.ts'
import type { Underlay } from './compile/underlay.ts'
import { tunnelElement } from './element-names.ts'
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

  /** True when nothing that the resource cannot do without is down; with `by`, when that party thinks so. */
  isUp(id: ResourceId, by?: ResourceId): boolean {
    if (by !== undefined && this.#belief) return this.#belief.isUp(id, by)
    if (!this.network.elements.isUp(id, this.failed)) return false
    const tunnel = this.network.fragment('software-vpn', id)
    return tunnel === undefined || tunnel.underlays.every((underlay) => this.#carries(underlay))
  }

  /** True when a resource is neither failed nor stopped. */
  isRunning(id: ResourceId): boolean {
    return this.isUp(id) && this.network.index.getOf('instance', id)?.stopped !== true
  }

  /** True when the tunnel's AWS end, the device, and something that carries its packets are up; with `by`, when that party thinks so. */
  isTunnelUp(connection: ResourceId, tunnel: 1 | 2, by?: ResourceId): boolean {
    const fragment = this.network.fragment('vpn-connection', connection)
    if (!fragment || fragment.underlay.broken !== undefined) return false
    if (by !== undefined && this.#belief) return this.#belief.isTunnelUp(connection, tunnel, by)
    if (this.failed.has(tunnelElement(connection, tunnel)) || !this.isUp(connection)) return false
    return this.#carries(fragment.underlay)
  }

  #carries({ options, broken }: Underlay): boolean {
    return broken === undefined && (options.length === 0 || options.some((option) => this.isUp(option)))
  }

  /** The ISP links and virtual interfaces that may carry a VPN connection; empty when the internet is presumed. */
  underlaysOf(connection: ResourceId): readonly ResourceId[] {
    return this.network.fragment('vpn-connection', connection)?.underlay.options ?? []
  }

  /** Tunnels of a connection that the party at one of its ends uses now. */
  liveTunnels(connection: ResourceId, by: ResourceId): readonly (1 | 2)[] {
    return (this.network.fragment('vpn-connection', connection)?.tunnels ?? []).filter((tunnel) => this.isTunnelUp(connection, tunnel, by))
  }
}
