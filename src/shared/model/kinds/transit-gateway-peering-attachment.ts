import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A peering of two transit gateways, in one Region or across; it is an attachment of both and carries static routes only (F-TGW-40). */
export const transitGatewayPeeringAttachment = defineKind({
  kind: 'transit-gateway-peering-attachment',
  label: 'Transit gateway peering',
  plural: 'Transit gateway peerings',
  appearance: 'link',
  icon: 'resource/AWSTransitGatewayAttachment',
  schema: z.strictObject({
    kind: z.literal('transit-gateway-peering-attachment'),
    ...commonFields,
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }),
    PeerTransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Peer transit gateway' }),
    State: described(z.enum(['available', 'pendingAcceptance']).optional(), 'State', 'Empty counts as available.'),
  }),
  parents: [],
  ends: [[{ field: 'TransitGatewayId', kinds: ['transit-gateway'] }], [{ field: 'PeerTransitGatewayId', kinds: ['transit-gateway'] }]],
  defaults: () => ({}),
})
