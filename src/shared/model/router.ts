import { z } from 'zod'
import { asn, cidr, described, ref } from './field.ts'

/** Links over which a router speaks BGP with a neighbour. */
export const BGP_LINK_KINDS = ['vpn-connection', 'virtual-interface', 'transit-gateway-connect-peer', 'software-vpn'] as const

/**
 * A rule of a router's BGP policy. The first rule that fits a route decides; a route that none fits passes unchanged. `permit` may set
 * attributes: `localPreference` counts on the way in, `prepend` (own ASN so many times more), `med` and `community` on the way out.
 */
export const bgpRule = z.strictObject({
  direction: z.enum(['in', 'out']),
  /** Absent: every neighbour. */
  neighbor: ref(BGP_LINK_KINDS, 'drop-entry', { label: 'Neighbor' }).optional(),
  /** Empty: every prefix; else these and what lies inside them when `orLonger`. */
  prefixes: z.array(cidr()),
  orLonger: z.boolean().optional(),
  action: z.enum(['permit', 'deny']),
  localPreference: z.int().min(0).max(4_294_967_295).optional(),
  prepend: z.int().min(1).max(10).optional(),
  med: z.int().min(0).max(4_294_967_295).optional(),
  community: z.enum(['7224:7100', '7224:7200', '7224:7300', '7224:9100', '7224:9200', '7224:9300']).optional(),
})

/** A rule of a router's BGP policy. */
export type BgpRule = Readonly<z.infer<typeof bgpRule>>

/** What makes a resource a router: its ASN, what it announces, and its policy. */
export const routerFields = {
  BgpAsn: described(asn(), 'BGP ASN'),
  bgp: described(z.boolean(), 'Supports BGP'),
  bgpPolicy: described(z.array(bgpRule).optional(), 'BGP policy', 'Rules in order; the first that fits a route decides.'),
  allowOwnAs: described(z.boolean().optional(), 'Accepts its own ASN', 'Takes routes whose AS path holds its own ASN (allowas-in).'),
  overrideAs: described(z.boolean().optional(), 'Overrides the ASN', "Puts its own ASN in place of the neighbor's in what it announces (as-override)."),
}
