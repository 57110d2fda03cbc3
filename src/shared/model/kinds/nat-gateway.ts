import { z } from 'zod'
import { commonFields, described, ip, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A NAT gateway: zonal (one subnet) or regional (the VPC, F-EDGE-20), public or private (F-EDGE-12). */
export const natGateway = defineKind({
  kind: 'nat-gateway',
  label: 'NAT gateway',
  plural: 'NAT gateways',
  appearance: 'node',
  icon: 'resource/AmazonVPCNATGateway',
  palette: 'Gateways',
  schema: z.strictObject({
    kind: z.literal('nat-gateway'),
    ...commonFields,
    SubnetId: ref(['subnet'], 'cascade', { label: 'Subnet' }).optional(),
    VpcId: ref(['vpc'], 'cascade', { label: 'VPC', help: 'For a regional NAT gateway, which has no subnet.' }).optional(),
    ConnectivityType: described(z.enum(['public', 'private']), 'Connectivity'),
    AvailabilityMode: described(z.enum(['zonal', 'regional']), 'Availability mode'),
    NatGatewayAddresses: described(
      z.array(z.strictObject({ PrivateIp: ip().optional(), PublicIp: ip().optional(), AllocationId: z.string().max(100).optional() })),
      'Addresses',
    ),
    plannedConnections: described(z.int().min(0).max(100_000_000).optional(), 'Connections to one destination', 'The most at once to the same address, port and protocol.'),
  }),
  parentField: 'SubnetId',
  parentFields: { subnet: 'SubnetId', vpc: 'VpcId' },
  parents: ['subnet'],
  variants: [
    { label: 'Regional NAT gateway', name: 'Regional NAT', is: { AvailabilityMode: 'regional' }, parents: ['vpc'] },
    { label: 'Private NAT gateway', name: 'Private NAT', is: { ConnectivityType: 'private' } },
  ],
  defaults: () => ({ ConnectivityType: 'public', AvailabilityMode: 'zonal', NatGatewayAddresses: [] }),
})
