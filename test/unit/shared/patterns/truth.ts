import type { PatternId } from '../../../../src/shared/patterns/index.ts'

/** What must be true of a pattern: each statement, and the elements whose loss alone breaks it. Ids count within a kind. */
export type Truth = Readonly<Record<string, readonly string[]>>

const device = (number: number) => `customer-device:customer-gateway:${number}`
const isp = (number: number) => `isp-link:isp-link:${number}`
const nat = (number: number) => `nat-gateway:nat-gateway:${number}`
const gate = (number: number) => [device(number), isp(number)]
const location = 'dx-location:EqDB2'
/** One line of Direct Connect. A carrier circuit counts only when drawn, and no kind draws one yet. */
const line = [device(1), 'dx-connection:direct-connect-connection:1', 'dx-device:direct-connect-connection:1', location]
const region = 'region:eu-west-1'
const [AB, AC, BC] = ['vpc:1 <-> vpc:2', 'vpc:1 <-> vpc:3', 'vpc:2 <-> vpc:3']

/** The ground truth of every pattern. */
export const TRUTH: Readonly<Record<PatternId, Truth>> = {
  'a1-managed-vpn': { 'site:1 <-> vpc:1': gate(1) },
  'a2-managed-vpn-redundant': { 'site:1 <-> vpc:1': [] },
  'a3-transit-gateway-vpn': { 'site:1 <-> vpc:1': gate(1), 'site:1 <-> vpc:2': gate(1), [AB]: [] },
  'a4-transit-gateway-vpn-redundant': { 'site:1 <-> vpc:1': [], 'site:1 <-> vpc:2': [], [AB]: [] },
  'a5-direct-connect': { 'site:1 <-> vpc:1': line },
  'a6a-direct-connect-two-devices': { 'site:1 <-> vpc:1': [device(1), location] },
  'a6b-direct-connect-high-resiliency': { 'site:1 <-> vpc:1': [] },
  'a6c-direct-connect-maximum-resiliency': { 'site:1 <-> vpc:1': [] },
  'a7-direct-connect-gateway': { 'site:1 <-> vpc:1': line, 'site:1 <-> vpc:2': line, 'vpc:1 <-/-> vpc:2': [] },
  'a8-direct-connect-transit-gateway': { 'site:1 <-> vpc:1': line, 'site:1 <-> vpc:2': line, [AB]: [] },
  'a11-vpn-cloudhub': {
    'site:1 <-> vpc:1': gate(1),
    'site:2 <-> vpc:1': gate(2),
    'site:3 <-> vpc:1': gate(3),
    'site:1 <-> site:2': [...gate(1), ...gate(2), region],
    'site:1 <-> site:3': [...gate(1), ...gate(3), region],
    'site:2 <-> site:3': [...gate(2), ...gate(3), region],
  },
  'b1-vpc-peering': { [AB]: [] },
  'b2-transit-gateway-hub': { [AB]: [], [AC]: [], [BC]: [] },
  'b6-managed-vpn-between-vpcs': { 'site:1 <-> vpc:1': gate(1), 'site:1 <-> vpc:2': gate(1), [AB]: gate(1) },
  'b7-direct-connect-between-vpcs': { 'site:1 <-> vpc:1': line, 'site:1 <-> vpc:2': line, [AB]: line },
  'zonal-nat-egress': { 'subnet:1 -> internet': [nat(1)], 'subnet:2 -> internet': [nat(2)] },
}
