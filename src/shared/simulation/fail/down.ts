import { boxesOf, type HolderId } from '../../document/groups.ts'
import type { ResourceId } from '../../model/id.ts'
import { endsOf } from '../../model/link.ts'
import { tunnelElement } from '../element-names.ts'
import { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { ElementId } from '../types.ts'
import { elementsOfBox } from './switches.ts'

/** What of a design is down in a state of failure, as it is drawn: resources and group boxes. */
export interface Down {
  /** What failed itself. A VPN connection of which both tunnels failed is among them. */
  readonly failed: readonly HolderId[]
  /** What is down with what it depends on, or joins. */
  readonly carried: readonly HolderId[]
  /** Tunnels that are down of VPN connections that still have another one. */
  readonly tunnels: readonly { readonly connection: ResourceId; readonly tunnel: 1 | 2 }[]
}

/** Tells what is down. Names of no element are ignored. */
export function downIn(network: Network, failed: readonly ElementId[]): Down {
  const { elements, index } = network
  const health = new Health(network, elements.among(failed).map(({ element }) => element))
  if (health.failed.size === 0) return { failed: [], carried: [], tunnels: [] }
  const resources = Object.values(index.design.resources)
  const own = new Set<HolderId>()
  const carried = new Set<HolderId>()
  const tunnels: { connection: ResourceId; tunnel: 1 | 2 }[] = []
  for (const { kind, resource } of elements.among(health.failed)) if (resource !== undefined && kind !== 'vpn-tunnel') own.add(resource)
  for (const { id } of resources) if (!own.has(id) && !health.isUp(id)) carried.add(id)
  for (const { id } of index.all('vpn-connection')) {
    const configured = network.fragment('vpn-connection', id)?.tunnels ?? []
    const gone = configured.filter((tunnel) => !health.isTunnelUp(id, tunnel))
    if (carried.has(id) || gone.length === 0) continue
    if (gone.length < configured.length) tunnels.push(...gone.map((tunnel) => ({ connection: id, tunnel })))
    else if (configured.every((tunnel) => health.failed.has(tunnelElement(id, tunnel)))) own.add(id)
    else carried.add(id)
  }
  for (const resource of resources) {
    if (!own.has(resource.id) && endsOf(resource)?.some((end) => end !== undefined && (own.has(end) || carried.has(end)))) carried.add(resource.id)
  }
  for (const box of boxesOf(index)) {
    const [element, ...around] = elementsOfBox(elements, index, box)
    if (element !== undefined && health.failed.has(element)) own.add(box.id)
    else if (around.some((other) => health.failed.has(other))) carried.add(box.id)
  }
  return { failed: [...own], carried: [...carried], tunnels }
}
