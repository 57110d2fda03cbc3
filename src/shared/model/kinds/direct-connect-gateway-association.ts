import { z } from 'zod'
import { cidr, commonFields, described, fieldInfo, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/**
 * Association of a Direct Connect gateway with a VGW or a transit gateway. On a transit gateway it is its own attachment.
 * Allowed prefixes filter VPC CIDRs for a VGW and are announced as they stand for a transit gateway (F-DX-45).
 */
export const directConnectGatewayAssociation = defineKind({
  kind: 'direct-connect-gateway-association',
  label: 'Direct Connect gateway association',
  plural: 'Direct Connect gateway associations',
  appearance: 'link',
  schema: z.strictObject({
    kind: z.literal('direct-connect-gateway-association'),
    ...commonFields,
    DirectConnectGatewayId: ref(['direct-connect-gateway'], 'cascade', { label: 'Direct Connect gateway' }),
    VpnGatewayId: ref(['vpn-gateway'], 'cascade', { label: 'Virtual private gateway' }).optional(),
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }).optional(),
    CoreNetworkId: ref(['core-network'], 'cascade', { label: 'Core network' }).optional(),
    segment: ref(['core-network-segment'], 'clear', { label: 'Segment' }).optional(),
    TransitGatewayAttachmentId: z.string().max(100).optional().register(fieldInfo, { hidden: true }),
    AllowedPrefixes: described(z.array(cidr()), 'Allowed prefixes'),
  }),
  parents: [],
  ends: [
    [{ field: 'DirectConnectGatewayId', kinds: ['direct-connect-gateway'] }],
    [
      { field: 'VpnGatewayId', kinds: ['vpn-gateway'] },
      { field: 'TransitGatewayId', kinds: ['transit-gateway'] },
      { field: 'CoreNetworkId', kinds: ['core-network'] },
    ],
  ],
  defaults: () => ({ AllowedPrefixes: [] }),
})
