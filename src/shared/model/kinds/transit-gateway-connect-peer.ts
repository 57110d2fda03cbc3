import { z } from 'zod'
import { asn, cidr, commonFields, described, ip, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/**
 * A Connect peer: GRE and two BGP sessions between a transit gateway and an appliance, over a VPC attachment or a Direct Connect
 * gateway association as transport (F-TGW-50). It is its own attachment of the transit gateway; peers of one Connect attachment carry the same
 * `TransitGatewayAttachmentId`.
 */
export const transitGatewayConnectPeer = defineKind({
  kind: 'transit-gateway-connect-peer',
  label: 'Transit gateway Connect peer',
  plural: 'Transit gateway Connect peers',
  appearance: 'link',
  icon: 'resource/AWSTransitGatewayAttachment',
  schema: z.strictObject({
    kind: z.literal('transit-gateway-connect-peer'),
    ...commonFields,
    peer: ref(['instance', 'customer-gateway'], 'cascade', { label: 'Appliance' }),
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }),
    TransportTransitGatewayAttachmentId: ref(['transit-gateway-vpc-attachment', 'direct-connect-gateway-association'], 'clear', { label: 'Transport attachment' }).optional(),
    TransitGatewayAttachmentId: described(z.string().max(100).optional(), 'Connect attachment', 'Peers with the same name here belong to one Connect attachment.'),
    PeerAddress: described(ip().optional(), 'Peer address'),
    TransitGatewayAddress: described(ip().optional(), 'Transit gateway address'),
    InsideCidrBlocks: described(z.array(cidr()), 'Inside CIDR blocks'),
    PeerAsn: described(asn().optional(), 'Peer ASN', "Empty: the appliance's own."),
  }),
  parents: [],
  ends: [[{ field: 'peer', kinds: ['instance', 'customer-gateway'] }], [{ field: 'TransitGatewayId', kinds: ['transit-gateway'] }]],
  defaults: () => ({ InsideCidrBlocks: [] }),
})
