import type { ResourceId } from '../../model/id.ts'
import type { Network } from '../network.ts'
import type { Route } from './route.ts'

/** The segment of the core network attachment that a route leads to. */
export function segmentOf({ index }: Network, { next }: Route): ResourceId | undefined {
  if (next.kind === 'attachment') return index.getOf('core-network-attachment', next.id)?.segment
  if (next.kind === 'tunnel') return index.getOf('vpn-connection', next.connection)?.segment
  return next.kind === 'association' ? index.getOf('direct-connect-gateway-association', next.id)?.segment : undefined
}

/** Routes of a segment that its attachments have: without those to each other when it keeps them apart (F-CWAN-1). */
export function heldInSegment(network: Network, id: ResourceId, routes: readonly Route[]): readonly Route[] {
  return network.fragment('core-network-segment', id)?.isolated === true ? routes.filter((route) => segmentOf(network, route) !== id) : routes
}
