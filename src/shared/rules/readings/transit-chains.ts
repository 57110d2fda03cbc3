import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'

/** A transit gateway on the other side of a peering. */
export interface PeerGateway {
  readonly peering: ResourceOf<'transit-gateway-peering-attachment'>
  readonly gateway: ResourceId
}

/** The transit gateways that one is peered with and that have accepted, in order of the peering's id. */
export function peerAttachmentsOf(index: DesignIndex, gateway: ResourceId): PeerGateway[] {
  return index.links(gateway).flatMap((link): PeerGateway[] => {
    if (link.kind !== 'transit-gateway-peering-attachment' || link.State === 'pendingAcceptance' || link.TransitGatewayId === link.PeerTransitGatewayId) return []
    return [{ peering: link, gateway: link.TransitGatewayId === gateway ? link.PeerTransitGatewayId : link.TransitGatewayId }]
  })
}

/** One hop of a way over peered transit gateways: at `gateway` the packet leaves by `by` and has come by `came` (undefined at the first). */
export interface ChainHop {
  readonly gateway: ResourceId
  readonly came: ResourceId | undefined
  /** Undefined at the last: the destination's own attachment. */
  readonly by: ResourceId | undefined
}

/** The shortest way over peerings from one of the gateways to one of the others; undefined when there is none, or when they share one. */
export function chainBetween(index: DesignIndex, from: readonly ResourceId[], to: ReadonlySet<ResourceId>): readonly ChainHop[] | undefined {
  const reached = new Map<ResourceId, { readonly before: ResourceId; readonly peering: ResourceId } | undefined>(from.map((gateway) => [gateway, undefined]))
  const queue = [...from]
  for (let gateway = queue.shift(); gateway !== undefined; gateway = queue.shift()) {
    if (to.has(gateway)) return from.includes(gateway) ? undefined : chainTo(gateway, reached)
    for (const peer of peerAttachmentsOf(index, gateway)) {
      if (reached.has(peer.gateway)) continue
      reached.set(peer.gateway, { before: gateway, peering: peer.peering.id })
      queue.push(peer.gateway)
    }
  }
  return undefined
}

function chainTo(last: ResourceId, reached: ReadonlyMap<ResourceId, { readonly before: ResourceId; readonly peering: ResourceId } | undefined>): ChainHop[] {
  const hops: ChainHop[] = []
  let by: ResourceId | undefined
  for (let gateway: ResourceId | undefined = last; gateway !== undefined; ) {
    const step = reached.get(gateway)
    hops.unshift({ gateway, came: step?.peering, by })
    by = step?.peering
    gateway = step?.before
  }
  return hops
}
