import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A segment of a core network: a routing domain; segments meet only where one is shared with the other (F-CWAN-1, F-CWAN-4). */
export const coreNetworkSegment = defineKind({
  kind: 'core-network-segment',
  label: 'Cloud WAN segment',
  plural: 'Cloud WAN segments',
  appearance: 'setting',
  icon: 'resource/AWSCloudWANSegmentNetwork',
  schema: z.strictObject({
    kind: z.literal('core-network-segment'),
    ...commonFields,
    CoreNetworkId: ref(['core-network'], 'cascade', { label: 'Core network' }),
    IsolateAttachments: described(z.boolean().optional(), 'Isolate attachments', 'Attachments of the segment do not reach each other.'),
    SharedSegments: described(z.array(ref(['core-network-segment'], 'drop-entry')), 'Shared with', 'Routes are exchanged with these segments, both ways.'),
  }),
  parentField: 'CoreNetworkId',
  parents: ['core-network'],
  defaults: () => ({ SharedSegments: [] }),
})
