import type { ResourceOf } from '../../src/shared/model/index.ts'
import type { Prefix } from '../../src/shared/net/prefix.ts'
import type { Route } from './choose.ts'
import type { Session } from './sessions.ts'

/** A route as a neighbour tells it. */
export interface Heard {
  readonly prefix: Prefix
  readonly path: readonly number[]
  readonly med?: number | undefined
  readonly community?: string | undefined
  readonly unsure?: boolean
}

/** What a virtual interface may be told of: a destination behind an association, or behind another SiteLink interface. */
export interface Offer {
  readonly prefix: Prefix
  readonly path: readonly number[]
  readonly association?: ResourceOf<'direct-connect-gateway-association'>
  readonly session?: Session
  readonly unsure?: boolean
}

/** A virtual interface serves associations of its own type: private for VGWs, transit for transit gateways and core networks (F-DX-42). */
export const fits = (session: Session, association: ResourceOf<'direct-connect-gateway-association'>): boolean =>
  session.link.kind === 'virtual-interface' && (session.link.VirtualInterfaceType === 'private') === (association.VpnGatewayId !== undefined)

/** True for what a VGW passes between sites: learned by BGP on a session of its own, not through a Direct Connect gateway (F-RT-55). */
export const isBranch = (route: Route): boolean => route.session !== undefined && route.session.bgp && route.session.gateway?.kind === 'vpn-gateway'

/** Most routes that a VGW takes from one VPN connection, and a transit gateway (F-VPN-60). */
export const MOST_LEARNED = { 'vpn-gateway': 100, 'transit-gateway': 1000 } as const
