import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** How remote users come in: to a Client VPN endpoint, a remote-access server on EC2, or a device of a site. Of several any one serves. */
export const remoteAccess = defineKind({
  kind: 'remote-access',
  label: 'Remote access',
  plural: 'Remote accesses',
  appearance: 'link',
  icon: 'architecture-service/AWSClientVPN',
  schema: z.strictObject({
    kind: z.literal('remote-access'),
    ...commonFields,
    users: ref(['user-group'], 'cascade', { label: 'Users' }),
    ClientVpnEndpointId: ref(['client-vpn-endpoint'], 'cascade', { label: 'Client VPN endpoint' }).optional(),
    server: ref(['instance'], 'cascade', { label: 'Remote-access server' }).optional(),
    device: ref(['customer-gateway'], 'cascade', { label: 'Device of a site' }).optional(),
    protocol: described(z.enum(['openvpn', 'ipsec', 'ssl', 'wireguard']).optional(), 'Protocol'),
    client: described(z.enum(['aws-client', 'other']).optional(), 'Client software', "AWS's own client, or another one."),
  }),
  parents: [],
  ends: [
    [{ field: 'users', kinds: ['user-group'] }],
    [
      { field: 'ClientVpnEndpointId', kinds: ['client-vpn-endpoint'] },
      { field: 'server', kinds: ['instance'] },
      { field: 'device', kinds: ['customer-gateway'] },
    ],
  ],
  defaults: () => ({}),
})
