import { add, all, set, unasked, type Mistake } from './making.ts'

/** The good sample that most of these mistakes are made in. */
const NET = 'client-cidr/good'
const [ENDPOINT, MAIN, TGW] = ['client-vpn-endpoint:staff', 'route-table:prod-main', 'transit-gateway:tgw']
const rules = (...blocks: readonly string[]) => ({ AuthorizationRules: blocks.map((DestinationCidr) => ({ DestinationCidr })) })

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'client-cidr', sample: NET, what: 'a /23', make: set(ENDPOINT, { ClientCidrBlock: '172.24.0.0/23', peakConnections: 100 }) },
  { rule: 'client-cidr', sample: NET, what: 'a block that a route leads to', make: all(set(ENDPOINT, { Routes: [{ DestinationCidr: '172.24.0.0/16' }], ...rules('10.0.0.0/16', '172.24.0.0/16') }), unasked) },
  { rule: 'client-cidr-small', sample: NET, what: '513 connections at peak', make: set(ENDPOINT, { peakConnections: 513 }) },
  { rule: 'client-vpn-association', sample: NET, what: 'both subnets in one zone', make: set('subnet:prod-b', { AvailabilityZone: 'us-east-1a' }) },
  { rule: 'client-vpn-single-zone', sample: NET, what: 'one association', make: all(set(ENDPOINT, { ClientVpnTargetNetworks: [{ SubnetId: 'subnet:prod-b' }] }), unasked) },
  { rule: 'client-vpn-unauthorized', sample: NET, what: 'no rule', make: set(ENDPOINT, rules()) },
  { rule: 'client-vpn-unauthorized', sample: 'client-vpn-route-missing/good', what: 'no rule for what is beyond', make: set(ENDPOINT, rules('10.0.0.0/16')) },
  { rule: 'client-vpn-route-missing', sample: 'client-vpn-route-missing/good', what: 'no route', make: set(ENDPOINT, { Routes: [] }) },
  { rule: 'client-vpn-internet', sample: 'client-vpn-internet/good-full', what: 'no rule for the internet', make: set(ENDPOINT, rules('10.0.0.0/16')) },
  { rule: 'client-vpn-protocol', sample: NET, what: 'IPsec clients', make: set('remote-access:team-in', { protocol: 'ipsec' }) },
  { rule: 'client-vpn-authentication', sample: 'client-vpn-authentication/good', what: 'a provider of another account', make: set('directory:ad', { OwnerId: '333333333333' }) },
  { rule: 'client-vpn-transit', sample: 'client-vpn-transit/good', what: 'no way back', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '172.24.0.0/23', target: TGW }] }) },
  { rule: 'client-vpn-capacity', sample: 'client-vpn-capacity/good', what: 'more users', make: set(ENDPOINT, { peakConnections: 36_501 }) },
  { rule: 'client-vpn-expiry', sample: 'client-vpn-expiry/good', what: 'thirty days left', make: set(ENDPOINT, { serverCertificateExpires: '2026-12-28' }) },
  { rule: 'two-remote-access-solutions', sample: 'two-remote-access-solutions/good', what: 'a pool on the device', make: set('customer-gateway:edge', { remoteUserPool: '172.24.8.0/22' }) },
  { rule: 'client-address-filtered', sample: 'client-address-filtered/good', what: 'a part of the client CIDR', make: set('security-group:db', { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '172.24.1.0/24' }] }] }) },
  { rule: 'client-vpn-quota', sample: 'client-vpn-quota/good', what: 'one more rule', make: set(ENDPOINT, rules(...Array.from({ length: 201 }, (_, at) => `10.0.${at}.0/24`))) },
  { rule: 'client-vpn-user-rate', sample: NET, what: 'a gigabit each', make: set('user-group:team', { mbpsPerUser: 1000 }) },
  { rule: 'client-vpn-transit', sample: 'client-vpn-transit/good', what: 'a group that does nothing', make: all(add({ kind: 'security-group', id: 'security-group:more', name: 'more', VpcId: 'vpc:prod', IpPermissions: [], IpPermissionsEgress: [] }), set(ENDPOINT, { SecurityGroupIds: ['security-group:more'] })) },
]
