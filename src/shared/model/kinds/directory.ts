import { z } from 'zod'
import { commonFields, described, ip, ownerId, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A directory or identity provider that sign-ins of remote users ask: at a site, in a subnet, or as a service on the internet. */
export const directory = defineKind({
  kind: 'directory',
  label: 'Directory',
  plural: 'Directories',
  appearance: 'node',
  icon: 'architecture-service/AWSDirectoryService',
  palette: 'Remote users',
  schema: z.strictObject({
    kind: z.literal('directory'),
    ...commonFields,
    OwnerId: described(ownerId().optional(), 'Account', 'Of a directory or identity provider in AWS.'),
    site: ref(['site'], 'clear', { label: 'Site' }).optional(),
    SubnetId: ref(['subnet'], 'clear', { label: 'Subnet', help: 'Without a site and a subnet it is a service on the internet.' }).optional(),
    IpAddress: described(ip().optional(), 'IP address', 'Empty: any address of the place where it stands.'),
    port: described(z.int().min(1).max(65_535).optional(), 'TCP port', 'Empty: any.'),
  }),
  parentField: 'site',
  parentFields: { site: 'site', subnet: 'SubnetId' },
  parents: ['site', 'subnet', 'canvas'],
  defaults: () => ({}),
})
