import { z } from 'zod'
import { commonFields, described, placeFields, ref } from '../field.ts'
import { defineKind } from '../kind.ts'

/** A Direct Connect connection: a port on an AWS device at a location (F-DX-1, F-DX-7). */
export const directConnectConnection = defineKind({
  kind: 'direct-connect-connection',
  label: 'Direct Connect connection',
  plural: 'Direct Connect connections',
  appearance: 'node',
  icon: 'architecture-service/AWSDirectConnect',
  palette: 'Hybrid',
  schema: z.strictObject({
    kind: z.literal('direct-connect-connection'),
    ...commonFields,
    ...placeFields,
    Location: described(z.string().max(100).optional(), 'Location'),
    Bandwidth: described(z.string().max(20).optional(), 'Bandwidth', 'Such as 1Gbps.'),
    LagId: ref(['direct-connect-lag'], 'clear', { label: 'LAG' }).optional(),
    connectionType: described(z.enum(['dedicated', 'hosted']).optional(), 'Type', 'Empty counts as dedicated.'),
    ProviderName: described(z.string().max(255).optional(), 'Provider'),
    MacSecCapable: described(z.boolean().optional(), 'MACsec capable'),
    EncryptionMode: described(z.enum(['no_encrypt', 'should_encrypt', 'must_encrypt']).optional(), 'MACsec mode', 'Only with MACsec keys; empty: none.'),
    JumboFrameCapable: described(z.boolean().optional(), 'Jumbo frames'),
    /** Same value: same AWS router (F-DX-7). */
    AwsLogicalDeviceId: described(z.string().max(100).optional(), 'AWS device'),
    HasLogicalRedundancy: described(z.enum(['yes', 'no', 'unknown']).optional(), 'Logical redundancy', 'What AWS says: whether a second BGP session can end on another AWS router.'),
  }),
  parents: ['canvas'],
  defaults: () => ({ Bandwidth: '1Gbps' }),
})
