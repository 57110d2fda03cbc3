import { all, set, unasked, type Draft, type Mistake } from './making.ts'

/** The good sample that most of these mistakes are made in. */
const NET = 'appliance-alone/good'
const [ROUTER, MONITOR] = ['instance:router-a', 'instance:monitor-c']
const without =
  (...ids: readonly string[]) =>
  (draft: Draft) => {
    for (const id of ids) delete draft.resources[id]
  }
const SITE_ROUTE = (target: string) => ({ Routes: [{ DestinationCidrBlock: '192.168.0.0/16', target }] })

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'appliance-alone', sample: NET, what: 'both appliances in one zone', make: all(set('subnet:open-b', { AvailabilityZone: 'us-east-1a' }), unasked) },
  { rule: 'source-dest-check-on', sample: NET, what: 'the check left on', make: set(ROUTER, { SourceDestCheck: true }) },
  { rule: 'appliance-internet-path', sample: NET, what: 'no Elastic IP address', make: all(set(ROUTER, { PublicIpAddress: undefined }), unasked) },
  { rule: 'appliance-other-zone', sample: NET, what: 'the other zone\'s appliance', make: set('route-table:work-a', SITE_ROUTE('instance:router-b')) },
  { rule: 'appliances-without-failover', sample: NET, what: 'no monitor', make: without(MONITOR, 'instance:monitor-d') },
  { rule: 'monitor-single', sample: NET, what: 'one monitor of two', make: without('instance:monitor-d') },
  { rule: 'monitor-restores-early', sample: NET, what: 'moved back at once', make: set(MONITOR, { restoresRoutes: 'when-repaired' }) },
  { rule: 'tunnel-single-flow', sample: NET, what: 'a rate above two flows', make: set(ROUTER, { bandwidthMbps: 10_001 }) },
  { rule: 'managed-vpn-ipsec', sample: 'managed-vpn-ipsec/good', what: 'software without IPsec', make: set(ROUTER, { ipsec: false }) },
  { rule: 'appliance-owner', sample: NET, what: 'nobody named', make: set(ROUTER, { operatedBy: undefined }) },
  { rule: 'software-vpn-overlap', sample: NET, what: 'a second prefix inside the VPC', make: all(set('site:hq', { prefixes: ['192.168.0.0/16', '10.0.200.0/24'] }), unasked) },
  { rule: 'transit-vpc', sample: 'managed-vpn-ipsec/good', what: 'a second spoke', make: (draft) => void Object.assign(draft.resources, { 'vpc:more': { ...draft.resources['vpc:spoke'], id: 'vpc:more', name: 'more', CidrBlocks: ['10.8.0.0/16'] }, 'vpn-gateway:more': { ...draft.resources['vpn-gateway:spoke'], id: 'vpn-gateway:more', name: 'more', AmazonSideAsn: 64_655, VpcAttachments: [{ VpcId: 'vpc:more' }] }, 'vpn-connection:more': { ...draft.resources['vpn-connection:to-spoke'], id: 'vpn-connection:more', name: 'more', VpnGatewayId: 'vpn-gateway:more', monitored: true } }) },
  { rule: 'remote-end-failover', sample: NET, what: 'static routes at the far end', make: all(...['1a', '1b', '2a', '2b'].map((name) => set(`software-vpn:tunnel-${name}`, { routing: 'static' })), unasked) },
  { rule: 'directory-behind-link', sample: 'directory-behind-link/good', what: 'the directory moved to the office', make: set('directory:ad', { SubnetId: undefined, site: 'site:hq', IpAddress: '192.168.0.10' }) },
  { rule: 'software-vpn-between-regions', sample: 'software-vpn-between-regions/good', what: 'the other VPC in another Region', make: set('vpc:eu', { Region: 'eu-west-1' }) },
  { rule: 'monitor-logic', sample: NET, what: 'no repair', make: set(MONITOR, { repairs: false }) },
  { rule: 'monitor-api-path', sample: NET, what: 'no public address', make: set(MONITOR, { PublicIpAddress: undefined }) },
  { rule: 'route-server-limits', sample: 'route-server-limits/good', what: 'a hundred and one prefixes', make: all(set(ROUTER, { announcedPrefixes: ['10.0.0.0/16', ...Array.from({ length: 100 }, (_, at) => `172.20.${at}.0/24`)] }), unasked) },
]
