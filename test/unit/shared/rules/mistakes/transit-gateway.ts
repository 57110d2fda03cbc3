import { HUB, MAIN, set, TGW_NET, vpn, type Mistake } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'transit-gateway-route-missing', sample: TGW_NET, what: 'no route to the other VPC', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: 'transit-gateway:tgw' }] }) },
  { rule: 'attachment-zone-missing', sample: TGW_NET, what: 'one zone taken off the attachment', make: set('transit-gateway-vpc-attachment:app-att', { SubnetIds: ['subnet:app-a'] }) },
  { rule: 'transit-gateway-table-route', sample: TGW_NET, what: 'one VPC no longer propagates', make: set(HUB, { Propagations: ['transit-gateway-vpc-attachment:app-att', vpn(1), vpn(2)] }) },
]
