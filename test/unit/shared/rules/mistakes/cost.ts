import { add, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'attachment-without-other', sample: 'attachment-without-other/good-none', what: 'one attachment', make: add({ kind: 'transit-gateway-vpc-attachment', id: 'transit-gateway-vpc-attachment:alone', name: 'alone', TransitGatewayId: 'transit-gateway:spare', VpcId: 'vpc:app', SubnetIds: ['subnet:app-a', 'subnet:app-b'] }) },
]
