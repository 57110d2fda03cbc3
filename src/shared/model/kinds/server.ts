import { z } from 'zod'
import { commonFields, described, ip, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A server of a site, to name as the end of a flow. What carries it is the site's; it has no failures of its own. */
export const server = defineKind({
  kind: 'server',
  label: 'Server',
  plural: 'Servers',
  appearance: 'node',
  icon: 'resource/Server',
  palette: 'Customer network',
  schema: z.strictObject({
    kind: z.literal('server'),
    ...commonFields,
    site: ref(['site'], 'cascade', { label: 'Site' }),
    IpAddress: described(ip().optional(), 'IP address', "Empty: any address of the site's first prefix."),
    powerDomain: ref(['power-domain'], 'clear', { label: 'Power domain' }).optional(),
  }),
  parentField: 'site',
  parents: ['site'],
  defaults: () => ({}),
})
