import { z } from 'zod'
import { commonFields, described, ip, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** Addresses and filters of one network interface. */
export const interfaceFields = {
  PrivateIpAddress: described(ip().optional(), 'Private IPv4 address'),
  SecondaryPrivateIpAddresses: described(z.array(ip()).optional(), 'Secondary private IPv4 addresses'),
  Ipv6Addresses: described(z.array(ip()).optional(), 'IPv6 addresses'),
  PublicIpAddress: described(ip().optional(), 'Public IPv4 address'),
  SecurityGroupIds: described(z.array(ref(['security-group'], 'drop-entry')), 'Security groups', 'None: nothing is filtered by security groups, because none is drawn.'),
  SourceDestCheck: described(z.boolean(), 'Source/destination check'),
}

/** An EC2 instance. Its first interface is in the flat fields; further ones are in `NetworkInterfaces`. */
export const instance = defineKind({
  kind: 'instance',
  label: 'EC2 instance',
  plural: 'EC2 instances',
  appearance: 'node',
  icon: 'resource/AmazonEC2Instance',
  palette: 'VPC',
  schema: z.strictObject({
    kind: z.literal('instance'),
    ...commonFields,
    SubnetId: ref(['subnet'], 'cascade', { label: 'Subnet' }),
    ...interfaceFields,
    NetworkInterfaces: described(
      z.array(z.strictObject({ NetworkInterfaceId: z.string().max(100).optional(), SubnetId: ref(['subnet'], 'drop-entry', { label: 'Subnet' }), ...interfaceFields })).optional(),
      'Further network interfaces',
    ),
    /** A stopped instance is a blackhole as a route target (F-RT-25). */
    stopped: described(z.boolean().optional(), 'Stopped'),
  }),
  parentField: 'SubnetId',
  parents: ['subnet'],
  defaults: () => ({ SecurityGroupIds: [], SourceDestCheck: true }),
})
