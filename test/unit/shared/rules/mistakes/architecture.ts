import { add, set, type Mistake, want } from './making.ts'

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'direct-connect-per-vpc', sample: 'direct-connect-per-vpc/good-one-account', what: 'another Region', make: set('vpc:db', { Region: 'eu-west-2' }) },
  { rule: 'many-vpn-sites', sample: 'many-vpn-sites/good-large-tunnels', what: 'a site with tunnels of standard bandwidth', make: set('vpn-connection:branch-01', { TunnelBandwidth: 'standard' }) },
  { rule: 'public-interface-vpns', sample: 'public-interface-vpns/good', what: 'the devices announced', make: set('virtual-interface:open', { RouteFilterPrefixes: ['203.0.113.0/24'] }) },
  { rule: 'remote-users-without-access', sample: 'client-cidr/good', what: 'users with no way in', make: add({ kind: 'user-group', id: 'user-group:partners', name: 'partners' }) },
  { rule: 'sd-wan-without-connect', sample: 'sd-wan-without-connect/good', what: 'SD-WAN', make: set('wan-link:wan', { wanType: 'sd-wan' }) },
  { rule: 'service-shared-by-routes', sample: 'service-shared-by-routes/good', what: 'one service wanted instead of the VPC', make: ({ intents }) => void Object.assign(intents['intent:web-db'] ?? {}, { to: 'instance:api', direction: 'one-way' }) },
  { rule: 'vpcs-connected-singly', sample: 'vpcs-connected-singly/good-two-regions', what: 'both in one Region', make: set('vpc:db', { Region: 'us-east-1' }) },
  { rule: 'vpcs-joined-by-vpn', sample: 'vpcs-joined-by-vpn/good-nothing-wanted', what: 'a VPC that wants the other', make: want('vpc:app', 'vpc:db') },
]
