import { z } from 'zod'
import { commonFields, described, ref } from '../field.ts'
import { defineKind } from '../kind.ts'
import { interfaceFields } from './instance.ts'

/** An elastic network interface that belongs to no instance of the design (a load balancer's, a database's, a function's). */
export const networkInterface = defineKind({
  kind: 'network-interface',
  label: 'Network interface',
  plural: 'Network interfaces',
  appearance: 'node',
  icon: 'resource/AmazonVPCElasticNetworkInterface',
  palette: 'Hosts and appliances',
  schema: z.strictObject({
    kind: z.literal('network-interface'),
    ...commonFields,
    SubnetId: ref(['subnet'], 'cascade', { label: 'Subnet' }),
    ...interfaceFields,
    /** What AWS says it is for (load balancer, database, function). */
    Description: described(z.string().max(500).optional(), 'Description'),
  }),
  parentField: 'SubnetId',
  parents: ['subnet'],
  defaults: () => ({ SecurityGroupIds: [], SourceDestCheck: true }),
})
