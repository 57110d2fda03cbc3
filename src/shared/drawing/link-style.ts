import type { Resource } from '../model/index.ts'
import type { Ink } from './display-list.ts'

/** How a kind of link looks. `lines` are the distances of its lines from the path: one each for a VPN's tunnels. */
export interface LinkStyle {
  readonly ink: Ink
  readonly width: number
  readonly dashed?: boolean
  readonly lines: readonly number[]
  /** With an icon beside its label. */
  readonly icon?: boolean
  /** Its label may be left out when zoomed out. */
  readonly minor?: boolean
}

const TUNNEL = 2.25

/** The looks of a link. */
export function styleOf(link: Resource): LinkStyle {
  switch (link.kind) {
    case 'vpn-connection':
      return { ink: 'vpn', width: 1.5, dashed: true, lines: link.TunnelOptions.filter(({ configured }) => configured).length === 2 ? [-TUNNEL, TUNNEL] : [0], icon: true }
    case 'virtual-interface':
      return { ink: 'direct-connect', width: 3, lines: [0] }
    case 'direct-connect-gateway-association':
      return { ink: 'direct-connect', width: 2, lines: [0], minor: true }
    case 'vpc-peering-connection':
      return { ink: 'peering', width: 1.75, lines: [0], icon: true, ...(link.Status === 'pending-acceptance' ? { dashed: true } : {}) }
    case 'transit-gateway-vpc-attachment':
      return { ink: 'transit', width: 1.5, lines: [0], minor: true }
    default:
      return { ink: 'link', width: 1.5, lines: [0], minor: true }
  }
}
