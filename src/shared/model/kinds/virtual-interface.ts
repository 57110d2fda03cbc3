import { z } from 'zod'
import { asn, cidr, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A private, transit or public virtual interface: one BGP session between the customer's router and AWS over a connection (F-DX-21). */
export const virtualInterface = defineKind({
  kind: 'virtual-interface',
  label: 'Virtual interface',
  plural: 'Virtual interfaces',
  appearance: 'link',
  schema: z.strictObject({
    kind: z.literal('virtual-interface'),
    ...commonFields,
    VirtualInterfaceType: described(z.enum(['private', 'transit', 'public']), 'Type'),
    ConnectionId: ref(['direct-connect-connection', 'direct-connect-lag'], 'cascade', { label: 'Connection' }).optional(),
    customerRouter: ref(['customer-gateway'], 'cascade', { label: 'Customer router' }),
    DirectConnectGatewayId: ref(['direct-connect-gateway'], 'cascade', { label: 'Direct Connect gateway' }).optional(),
    VirtualGatewayId: ref(['vpn-gateway'], 'cascade', { label: 'Virtual private gateway' }).optional(),
    publicServices: ref(['aws-public-services'], 'cascade', { label: 'AWS public services' }).optional(),
    Vlan: described(z.int().min(0).max(4095), 'VLAN'),
    Asn: described(asn(), 'Customer ASN'),
    AmazonAddress: described(cidr().optional(), 'Amazon address'),
    CustomerAddress: described(cidr().optional(), 'Customer address'),
    Mtu: described(z.int().min(1500).max(9001).optional(), 'MTU', 'Empty counts as 1500.'),
    /** Public: what the customer announces over it; the addresses of VPN devices that use it are among them (F-VPN-71). */
    RouteFilterPrefixes: described(z.array(cidr()).optional(), 'Announced public prefixes'),
    SiteLinkEnabled: described(z.boolean().optional(), 'SiteLink'),
    /** Prefixes of each family that the customer may announce: 100 unless raised, at most 1,000 (F-DX-31). */
    prefixAllocation: described(z.int().min(1).max(1000).optional(), 'Prefix allocation', 'Empty counts as 100 of each family.'),
    bfd: described(z.boolean().optional(), 'BFD on the router'),
    holdSeconds: described(z.int().min(3).max(65_535).optional(), 'BGP hold time (seconds)', 'Empty counts as 90.'),
    /** Local preference community on what the customer announces: 7224:7100 low, 7200 medium, 7300 high (F-DX-50). */
    localPreference: described(z.enum(['7224:7100', '7224:7200', '7224:7300']).optional(), 'Local preference community'),
    /** What the designer intends; what AWS does follows from communities, AS paths and prefix lengths (F-DX-52). */
    intendedRole: described(z.enum(['active', 'passive']).optional(), 'Intended role', 'Active carries traffic while it is up, passive only without the active ones.'),
    lastFailoverTest: described(z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is not a day such as 2027-01-31').optional(), 'Last failover test', 'The day on which its BGP session was last taken down on purpose.'),
  }),
  parents: [],
  ends: [
    [{ field: 'customerRouter', kinds: ['customer-gateway'] }],
    [
      { field: 'DirectConnectGatewayId', kinds: ['direct-connect-gateway'] },
      { field: 'VirtualGatewayId', kinds: ['vpn-gateway'] },
      { field: 'publicServices', kinds: ['aws-public-services'] },
    ],
  ],
  via: 'ConnectionId',
  defaults: () => ({ VirtualInterfaceType: 'private', Vlan: 100, Asn: 65000 }),
})
