import { z } from 'zod'
import { asn, cidr, commonFields, described, placeFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A transit gateway: a Regional router, redundant by design (F-TGW-1). Options are flat, as CloudFormation has them. */
export const transitGateway = defineKind({
  kind: 'transit-gateway',
  label: 'Transit gateway',
  plural: 'Transit gateways',
  appearance: 'node',
  icon: 'architecture-service/AWSTransitGateway',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('transit-gateway'),
    ...commonFields,
    ...placeFields,
    AmazonSideAsn: described(asn(), 'Amazon side ASN'),
    TransitGatewayCidrBlocks: described(z.array(cidr()).default([]), 'CIDR blocks', 'For Connect peers and private IP VPN.'),
    VpnEcmpSupport: described(z.enum(['enable', 'disable']), 'VPN ECMP'),
    DefaultRouteTableAssociation: described(z.enum(['enable', 'disable']), 'Default table association'),
    DefaultRouteTablePropagation: described(z.enum(['enable', 'disable']), 'Default table propagation'),
    SecurityGroupReferencingSupport: described(z.enum(['enable', 'disable']).optional(), 'Security group referencing'),
    EncryptionSupport: described(z.enum(['enable', 'disable']).optional(), 'Encryption support', 'Encrypts between attached VPCs, with encryption controls of the VPCs.'),
    MulticastSupport: described(z.enum(['enable', 'disable']).optional(), 'Multicast', 'Only when the gateway is made.'),
    AssociationDefaultRouteTableId: ref(['transit-gateway-route-table'], 'clear', { label: 'Default association table' }).optional(),
    PropagationDefaultRouteTableId: ref(['transit-gateway-route-table'], 'clear', { label: 'Default propagation table' }).optional(),
  }),
  parents: ['region', 'canvas'],
  defaults: () => ({
    AmazonSideAsn: 64512,
    TransitGatewayCidrBlocks: [],
    VpnEcmpSupport: 'enable',
    DefaultRouteTableAssociation: 'enable',
    DefaultRouteTablePropagation: 'enable',
  }),
})
