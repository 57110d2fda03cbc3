import type { ResourceId } from '../model/id.ts'
import { tunnelElement } from './elements.ts'
import type { Network } from './network.ts'
import type { ElementId } from './types.ts'

/** What works while some elements are down. */
export class Health {
  readonly network: Network
  readonly failed: ReadonlySet<ElementId>

  /** Nothing is down when `failed` is empty. */
  constructor(network: Network, failed: Iterable<ElementId> = []) {
    this.network = network
    this.failed = new Set(failed)
  }

  /** True when none of the elements that carry the resource is down. */
  isUp(id: ResourceId): boolean {
    return this.failed.size === 0 || this.network.elements.of(id).every((element) => !this.failed.has(element))
  }

  /** True when the tunnel's AWS end, the device, and at least one of the ISP links it may use are up. */
  isTunnelUp(connection: ResourceId, tunnel: 1 | 2): boolean {
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

  /** Tunnels of a connection that carry traffic now. */
  liveTunnels(connection: ResourceId): readonly (1 | 2)[] {
    return (this.network.fragment('vpn-connection', connection)?.tunnels ?? []).filter((tunnel) => this.isTunnelUp(connection, tunnel))
  }
}
