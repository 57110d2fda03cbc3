import { z } from 'zod'
import { cidr, commonFields, described, ip, placeFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'
import { routerFields } from '../router.ts'

/**
 * A customer gateway device: the router at the site, together with the AWS customer gateway object that describes it.
 * It also ends Direct Connect virtual interfaces when it is the DX router.
 */
export const customerGateway = defineKind({
  kind: 'customer-gateway',
  label: 'Customer gateway device',
  plural: 'Customer gateway devices',
  appearance: 'node',
  icon: 'resource/AmazonVPCCustomerGateway',
  palette: 'Customer network',
  schema: z.strictObject({
    kind: z.literal('customer-gateway'),
    ...commonFields,
    ...placeFields,
    site: ref(['site'], 'cascade', { label: 'Site' }).optional(),
    IpAddress: described(ip().optional(), 'Public IP address'),
    ...routerFields,
    DeviceName: described(z.string().max(255).optional(), 'Device'),
    /** Empty: it uses every ISP link of its site. */
    ispLinks: described(z.array(ref(['isp-link'], 'drop-entry')), 'ISP links in use', 'Empty: every ISP link of its site.'),
    /** Empty: it announces the site's prefixes. */
    announcedPrefixes: described(z.array(cidr()), 'Announced prefixes', "Empty: the site's prefixes."),
    vendor: described(z.string().max(100).optional(), 'Vendor'),
    ipsec: described(z.boolean().optional(), 'Supports IPsec', 'Empty counts as yes.'),
    bfd: described(z.boolean().optional(), 'Supports BFD'),
    behindNat: described(z.boolean().optional(), 'Behind NAT', 'Then its public address is that of the translating device (F-VPN-40).'),
    natTraversal: described(z.boolean().optional(), 'NAT traversal', 'It wraps IPsec in UDP 4500.'),
    firewallPasses: described(z.array(z.enum(['udp-500', 'udp-4500', 'esp'])).optional(), 'Firewall lets through', 'Both ways with the AWS addresses. Empty: there is no firewall in front of it, or nobody has said.'),
    acceptsAsymmetric: described(z.boolean().optional(), 'Takes asymmetric traffic', 'Replies may come in over another tunnel than requests went out.'),
    powerDomain: ref(['power-domain'], 'clear', { label: 'Power domain' }).optional(),
    /** Addresses that it gives to remote users; they are announced only when the announced prefixes hold them. */
    remoteUserPool: described(cidr().optional(), 'Pool of remote users', 'Addresses it gives to users who dial in.'),
  }),
  parentField: 'site',
  parents: ['site', 'canvas'],
  defaults: () => ({ BgpAsn: 65000, ispLinks: [], announcedPrefixes: [], bgp: true }),
})
