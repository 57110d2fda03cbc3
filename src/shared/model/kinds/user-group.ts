import { z } from 'zod'
import { cidr, commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** People who work with the network: at a site, or remote, by the remote-access links drawn from them. */
export const userGroup = defineKind({
  kind: 'user-group',
  label: 'User group',
  plural: 'User groups',
  appearance: 'node',
  icon: 'resource/Users',
  palette: 'Remote users',
  schema: z.strictObject({
    kind: z.literal('user-group'),
    ...commonFields,
    site: ref(['site'], 'clear', { label: 'Site', help: 'Empty: remote users, somewhere on the internet.' }).optional(),
    prefix: described(cidr().optional(), 'Their addresses at the site', "Empty: the site's first prefix."),
    mbpsPerUser: described(z.number().positive().optional(), 'Rate per user (Mbps)', 'What one of them is to get.'),
    AccessGroupId: described(z.string().max(255).optional(), 'Access group', 'As authorization rules of Client VPN endpoints name it.'),
  }),
  parentField: 'site',
  parents: ['site', 'canvas'],
  defaults: () => ({}),
})
