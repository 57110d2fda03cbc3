import type { PatternId } from '../../../../src/shared/patterns/index.ts'
import { AB, AC, appliance, BC, circuit, device, directory, gate, line, location, nat, port, region, SA, SB, UA, wan, wholeLine, zone } from './elements.ts'

/** What must be true of a pattern: each statement, and the elements whose loss alone breaks it. Ids count within a kind. */
export type Truth = Readonly<Record<string, readonly string[]>>

const far = port(2, 'dx-location:EqLD5')
const signIn = [appliance(1), zone('a'), ...gate(1), directory]

/** The ground truth of every pattern. */
export const TRUTH: Readonly<Record<PatternId, Truth>> = {
  'a1-managed-vpn': { [SA]: gate(1) },
  'a2-managed-vpn-redundant': { [SA]: [] },
  'a3-transit-gateway-vpn': { [SA]: gate(1), [SB]: gate(1), [AB]: [] },
  'a4-transit-gateway-vpn-redundant': { [SA]: [], [SB]: [], [AB]: [] },
  'a5-direct-connect': { [SA]: wholeLine },
  'a6a-direct-connect-two-devices': { [SA]: [device(1), location] },
  'a6b-direct-connect-high-resiliency': { [SA]: [] },
  'a6c-direct-connect-maximum-resiliency': { [SA]: [] },
  'a6d-direct-connect-lag': { [SA]: [device(1), 'dx-device:direct-connect-connection:1', location, circuit(1)] },
  'a7-direct-connect-gateway': { [SA]: wholeLine, [SB]: wholeLine, 'vpc:1 <-/-> vpc:2': [] },
  'a8-direct-connect-transit-gateway': { [SA]: wholeLine, [SB]: wholeLine, [AB]: [] },
  'a9-direct-connect-vpn': { [SA]: wholeLine },
  'a10a-direct-connect-transit-gateway-vpn': { [SA]: wholeLine, [SB]: wholeLine, [AB]: [] },
  'a10b-private-ip-vpn': { [SA]: wholeLine, [SB]: wholeLine, [AB]: [] },
  'a11-vpn-cloudhub': {
    'site:1 <-> vpc:1': gate(1),
    'site:2 <-> vpc:1': gate(2),
    'site:3 <-> vpc:1': gate(3),
    'site:1 <-> site:2': [...gate(1), ...gate(2), region],
    'site:1 <-> site:3': [...gate(1), ...gate(3), region],
    'site:2 <-> site:3': [...gate(2), ...gate(3), region],
  },
  'a12-software-vpn': { [SA]: [...gate(1), appliance(1), zone('a')] },
  'b1-vpc-peering': { [AB]: [] },
  'b2-transit-gateway-hub': { [AB]: [], [AC]: [], [BC]: [] },
  'b2b-transit-gateway-peering': { [AB]: [], [AC]: [], [BC]: [] },
  'b3-software-vpn-between-vpcs': { [AB]: [appliance(1), appliance(2), zone('a')] },
  'b4-software-vpn-between-regions': { [AB]: [appliance(1), appliance(2), zone('a'), zone('a', 'us-east-1')] },
  'b5-software-vpn-to-managed-vpn': { [AB]: [appliance(1), zone('a')] },
  'b6-managed-vpn-between-vpcs': { [SA]: gate(1), [SB]: gate(1), [AB]: gate(1) },
  'b7-direct-connect-between-vpcs': { [SA]: wholeLine, [SB]: wholeLine, [AB]: line },
  'b7b-direct-connect-between-regions': { [SA]: wholeLine, [SB]: [circuit(1), wan, ...far], [AB]: [...line, wan, ...far] },
  'b8-private-link': { 'vpc:1 -> vpc-endpoint-service:1 6/443': [], 'vpc:2 -/-> vpc:1': [] },
  'c1-client-vpn': { [UA]: [] },
  'c2-software-remote-access': { [UA]: [appliance(1), zone('a')] },
  'c3-remote-access-directory': { [UA]: signIn, 'user-group:1 -> site:1': [...signIn, region] },
  'c4-users-through-customer-network': { [UA]: gate(1), 'user-group:2 -> vpc:1': [...gate(1), device(2)] },
  'd1-transit-vpc': { [SA]: [], [SB]: [], [AB]: [] },
  'd2-software-vpn-high-availability': { [SA]: gate(1) },
  'd3-vpn-monitoring': { [SA]: [] },
  'd4-site-to-site-vpn-steps': { 'site:1 -> instance:1 6/22': gate(1), 'site:1 -> instance:1 6/3389': gate(1), 'site:1 -> instance:1 1': gate(1) },
  'zonal-nat-egress': { 'subnet:1 -> internet': [nat(1)], 'subnet:2 -> internet': [nat(2)] },
}
