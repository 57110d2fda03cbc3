import { z } from 'zod'
import { asn, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A VPC Route Server: learns routes by BGP from appliances and keeps them in route tables while their session lives (F-SW-30). */
export const routeServer = defineKind({
  kind: 'route-server',
  label: 'Route server',
  plural: 'Route servers',
  appearance: 'node',
  icon: 'resource/AmazonVPCRouter',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('route-server'),
    ...commonFields,
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC' }),
    AmazonSideAsn: described(asn(), 'Amazon side ASN'),
    Endpoints: described(z.array(z.strictObject({ SubnetId: ref(['subnet'], 'drop-entry') })), 'Endpoints', 'Two per subnet are possible, for redundancy.'),
    Peers: described(z.array(z.strictObject({ peer: ref(['instance'], 'drop-entry'), bfd: z.boolean().optional() })), 'Peers'),
    PropagationRouteTableIds: described(z.array(ref(['route-table'], 'drop-entry')), 'Propagates into'),
  }),
  parentField: 'VpcId',
  parents: ['vpc'],
  defaults: () => ({ AmazonSideAsn: 64520, Endpoints: [], Peers: [], PropagationRouteTableIds: [] }),
})
