import { z } from 'zod'
import { cidr, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/**
 * A tunnel between two routers of the customer's own: a device of a site and an appliance on EC2, or two appliances. It runs from
 * public address to public address through the internet gateways (F-SW-3, F-SW-11).
 */
export const softwareVpn = defineKind({
  kind: 'software-vpn',
  label: 'Software VPN',
  plural: 'Software VPNs',
  appearance: 'link',
  icon: 'resource/AmazonVPCVPNConnection',
  schema: z.strictObject({
    kind: z.literal('software-vpn'),
    ...commonFields,
    near: ref(['customer-gateway', 'instance'], 'cascade', { label: 'Near end' }),
    far: ref(['instance', 'customer-gateway'], 'cascade', { label: 'Far end' }),
    protocol: described(z.enum(['ipsec', 'gre', 'wireguard', 'ssl', 'vxlan']), 'Protocol'),
    routing: described(z.enum(['bgp', 'static']), 'Routing'),
    nearPrefixes: described(z.array(cidr()), 'Static: behind the near end', 'Empty: what the near end announces.'),
    farPrefixes: described(z.array(cidr()), 'Static: behind the far end', 'Empty: what the far end announces.'),
    mtuBytes: described(z.int().min(576).max(9001).optional(), 'Inside MTU (bytes)'),
  }),
  parents: [],
  ends: [[{ field: 'near', kinds: ['customer-gateway', 'instance'] }], [{ field: 'far', kinds: ['instance', 'customer-gateway'] }]],
  defaults: () => ({ protocol: 'ipsec', routing: 'bgp', nearPrefixes: [], farPrefixes: [] }),
})
