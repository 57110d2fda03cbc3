import { add, all, MAIN, PEER_NET, set, want, type Mistake } from './making.ts'

const PEERING = 'vpc-peering-connection:app-db'
const joining = (id: string, RequesterVpcId: string, AccepterVpcId: string) => add({ kind: 'vpc-peering-connection', id: `vpc-peering-connection:${id}`, name: id, RequesterVpcId, AccepterVpcId })

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'peering-not-transitive', sample: 'peering-not-transitive/good', what: 'a flow through a peer', make: want('vpc:app', 'vpc:log') },
  {
    rule: 'peering-not-transitive',
    sample: 'peering-not-transitive/good',
    what: 'a route through a peer',
    make: set(MAIN, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: PEERING }, { DestinationCidrBlock: '10.2.0.0/16', target: PEERING }] }),
  },
  { rule: 'peering-mesh', sample: 'peering-mesh/good-not-all', what: 'the last connection of a mesh', make: joining('last', 'vpc:v0', 'vpc:v5') },
  { rule: 'peering-route-missing', sample: 'peering-route-missing/good', what: 'no route at one end', make: set(MAIN, { Routes: [] }) },
  { rule: 'peering-partial-routes', sample: 'peering-partial-routes/good', what: 'one part less', make: set(MAIN, { Routes: [{ DestinationCidrBlock: '10.1.1.0/24', target: PEERING }] }) },
  { rule: 'security-group-other-region', sample: 'security-group-other-region/good', what: 'the peer in another Region', make: set('vpc:db', { Region: 'eu-west-1' }) },
  { rule: 'peering-duplicate', sample: 'peering-duplicate/good', what: 'a second connection', make: joining('more', 'vpc:db', 'vpc:app') },
  { rule: 'peering-pending', sample: PEER_NET, what: 'a request that waits', make: set(PEERING, { Status: 'pending-acceptance' }) },
  { rule: 'peering-dns', sample: 'peering-dns/good', what: 'one side off', make: set(PEERING, { accepterDnsResolution: false }) },
  { rule: 'peering-count', sample: 'peering-count/good', what: 'one connection more', make: all(add({ kind: 'vpc', id: 'vpc:more', name: 'more', CidrBlocks: ['10.99.0.0/16'] }), joining('more', 'vpc:hub', 'vpc:more')) },
  { rule: 'peering-mtu', sample: 'peering-mtu/good', what: 'the peer in another Region', make: set('vpc:db', { Region: 'eu-west-1' }) },
]
