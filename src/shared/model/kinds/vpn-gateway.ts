import { z } from 'zod'
import { asn, commonFields, described, placeFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A virtual private gateway (VGW). It may exist without a VPC (CloudHub); one VPC at most (F-RT-33). */
export const vpnGateway = defineKind({
  kind: 'vpn-gateway',
  label: 'Virtual private gateway',
  plural: 'Virtual private gateways',
  appearance: 'node',
  icon: 'resource/AmazonVPCVPNGateway',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('vpn-gateway'),
    ...commonFields,
    ...placeFields,
    AmazonSideAsn: described(asn(), 'Amazon side ASN'),
    VpcAttachments: described(z.array(z.strictObject({ VpcId: ref(['vpc'], 'drop-entry') })), 'Attached to'),
  }),
  parentField: 'VpcAttachments',
  parents: ['vpc', 'region', 'canvas'],
  defaults: () => ({ AmazonSideAsn: 64512, VpcAttachments: [] }),
})
