import { z } from 'zod'
import { cidr, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** Kinds that act as an attachment of a transit gateway: each of these links is its own attachment. */
export const ATTACHMENT_KINDS = ['transit-gateway-vpc-attachment', 'vpn-connection', 'direct-connect-gateway-association', 'transit-gateway-peering-attachment', 'transit-gateway-connect-peer', 'client-vpn-endpoint'] as const

/** A transit gateway route table: which attachments it serves, which propagate into it, and its static routes (F-TGW-26, F-TGW-29). */
export const transitGatewayRouteTable = defineKind({
  kind: 'transit-gateway-route-table',
  label: 'Transit gateway route table',
  plural: 'Transit gateway route tables',
  appearance: 'setting',
  icon: 'architecture-service/AWSTransitGateway',
  schema: z.strictObject({
    kind: z.literal('transit-gateway-route-table'),
    ...commonFields,
    TransitGatewayId: ref(['transit-gateway'], 'cascade', { label: 'Transit gateway' }),
    Associations: described(z.array(ref(ATTACHMENT_KINDS, 'drop-entry')), 'Associated attachments', 'Whose packets this table routes.'),
    Propagations: described(z.array(ref(ATTACHMENT_KINDS, 'drop-entry')), 'Propagating attachments', 'Whose routes this table learns.'),
    Routes: described(
      z.array(
        z.strictObject({
          DestinationCidrBlock: cidr(),
          /** Absent for a blackhole route. */
          attachment: ref(ATTACHMENT_KINDS, 'clear', { label: 'Attachment' }).optional(),
          /** True when the route was made to drop, false or absent when its attachment is merely gone. */
          blackhole: z.boolean().optional(),
        }),
      ),
      'Static routes',
    ),
    /** True for an imported table of which the import holds no list of static routes, or none of what propagates. */
    routesUnread: described(z.boolean().optional(), 'Routes not read', 'Some of its routes were not in the import, so where it has none the answer is "cannot tell".'),
  }),
  parentField: 'TransitGatewayId',
  parents: ['transit-gateway'],
  defaults: () => ({ Associations: [], Propagations: [], Routes: [] }),
})
