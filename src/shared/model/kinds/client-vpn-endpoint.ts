import { z } from 'zod'
import { cidr, cidr4, commonFields, day, described, placeFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/**
 * A Client VPN endpoint: associated with subnets of one VPC (clients are translated to the association's interface), or attached to a
 * transit gateway (they are not, F-CVPN-31). Reach needs a route and an authorization rule (F-CVPN-4, F-CVPN-5).
 */
export const clientVpnEndpoint = defineKind({
  kind: 'client-vpn-endpoint',
  label: 'Client VPN endpoint',
  plural: 'Client VPN endpoints',
  appearance: 'node',
  icon: 'architecture-service/AWSClientVPN',
  palette: 'Remote users',
  schema: z.strictObject({
    kind: z.literal('client-vpn-endpoint'),
    ...commonFields,
    ...placeFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }).optional(),
    TransitGatewayId: ref(['transit-gateway'], 'clear', { label: 'Transit gateway', help: 'Instead of associated subnets.' }).optional(),
    ClientCidrBlock: described(cidr4(), 'Client CIDR'),
    ClientVpnTargetNetworks: described(z.array(z.strictObject({ SubnetId: ref(['subnet'], 'drop-entry') })), 'Associated subnets', 'One per Availability Zone.'),
    SecurityGroupIds: described(z.array(ref(['security-group'], 'drop-entry')), 'Security groups'),
    Routes: described(z.array(z.strictObject({ DestinationCidr: cidr(), TargetSubnet: ref(['subnet'], 'clear', { label: 'Target subnet' }).optional() })), 'Routes', "Besides the VPC's own blocks. Without a target subnet: by every association."),
    AuthorizationRules: described(z.array(z.strictObject({ DestinationCidr: cidr(), AccessGroupId: z.string().max(255).optional() })), 'Authorization rules', 'Without a group: all users.'),
    authentication: described(z.enum(['mutual', 'directory', 'saml', 'mutual-and-directory', 'mutual-and-saml']), 'Authentication'),
    directory: ref(['directory'], 'clear', { label: 'Directory' }).optional(),
    ServerCertificateArn: described(z.string().max(300).optional(), 'Server certificate'),
    serverCertificateExpires: described(day().optional(), 'Server certificate expires', 'A day such as 2027-01-31.'),
    revocationListExpires: described(day().optional(), 'Revocation list expires', 'A day such as 2027-01-31.'),
    peakConnections: described(z.int().min(1).max(1_000_000).optional(), 'Connections at peak'),
    SplitTunnel: described(z.boolean().optional(), 'Split tunnel'),
  }),
  parentField: 'VpcId',
  parents: ['vpc', 'region', 'canvas'],
  defaults: () => ({ ClientCidrBlock: '172.24.0.0/22', ClientVpnTargetNetworks: [], SecurityGroupIds: [], Routes: [], AuthorizationRules: [], authentication: 'mutual' }),
})
