import type { Kind } from '../model/index.ts'
import type { Trace } from './types.ts'

/** What the simulation takes into account of a part of the network, and what it leaves out there. */
export interface Scope {
  readonly topic: string
  /** Kinds that it is about: a path over one of them rests on it. */
  readonly kinds: readonly Kind[]
  readonly models: readonly string[]
  /** Each says what happens instead: what is taken for granted, or that the answer is "cannot tell". */
  readonly leavesOut: readonly string[]
}

/** The list of what is modelled and what is not, in the order of a packet's way. */
export const SCOPES: readonly Scope[] = [
  {
    topic: 'Sites, devices and their lines',
    kinds: ['site', 'customer-gateway', 'isp-link', 'server', 'power-domain', 'wan-link', 'carrier-circuit'],
    models: [
      'Longest prefix over all routers of a site and its lines to other sites; own network first, then Direct Connect before VPN unless a policy sets local preference',
      'WAN links and colocation circuits exchange all that sites reach, free of loops',
      'Shared fate of devices, ISP links, power domains, circuits',
    ],
    leavesOut: ["The site's own LAN, its firewalls and internal routing are taken to work", 'Quality of ISP and carrier lines (loss, delay) is not judged'],
  },
  {
    topic: 'BGP',
    kinds: ['customer-gateway', 'vpn-gateway', 'transit-gateway', 'direct-connect-gateway', 'virtual-interface', 'vpn-connection', 'software-vpn', 'transit-gateway-connect-peer'],
    models: [
      'Sessions that come up only with the ASN that the other side expects',
      'A listed network of somebody else is announced only while the router, or another one of its site, knows it; a listed summary always, as a static aggregate',
      'Loop detection, AS path length, local preference, prepending, MED of one neighbouring AS, Direct Connect communities, prefix filters, accepting or overriding ASNs',
      "AWS's own order per gateway; exchanges that never come to rest are cut off, and everything that rests on them cannot be told",
      'Prefix limits: a Direct Connect session goes down; over VPN, and in VPC tables with more than 100 propagated routes, the answer is "cannot tell"',
    ],
    leavesOut: ['Filters by AS path, aggregation other than a listed summary, iBGP but for what a site\'s routers are to announce, route reflection', 'Where local preferences leave BGP several stable outcomes, one of them is shown'],
  },
  {
    topic: 'Site-to-Site VPN',
    kinds: ['vpn-connection', 'vpn-gateway'],
    models: ['Both tunnels, what carries them (ISP links, public or transit virtual interfaces), static and BGP routing, CloudHub, private addresses, one tunnel per prefix on a virtual private gateway'],
    leavesOut: ['IKE and IPsec parameters are taken to match', 'Traffic selectors of policy-based devices', 'Telemetry of an import is shown, not simulated'],
  },
  {
    topic: 'Direct Connect',
    kinds: ['direct-connect-connection', 'direct-connect-lag', 'direct-connect-gateway', 'direct-connect-gateway-association', 'virtual-interface'],
    models: ['Locations, AWS devices, ports, LAGs with minimum links, circuits; private, transit and public interfaces; allowed prefixes; SiteLink; the supernet hairpin; Region preference'],
    leavesOut: ["What a public virtual interface reaches besides the VPN ends of the design: AWS's public services are not traced", 'MACsec keys: only the stated mode counts'],
  },
  {
    topic: 'Transit gateways and Cloud WAN',
    kinds: ['transit-gateway', 'transit-gateway-vpc-attachment', 'transit-gateway-peering-attachment', 'transit-gateway-connect-peer', 'core-network', 'core-network-attachment'],
    models: ['Tables, associations, propagation, static and blackhole routes, zones of attachments, appliance mode, peering, Connect, segments and what they share'],
    leavesOut: ['Equal-cost paths: one of several is traced, the others are named', 'Policy tables, multicast, network functions, service insertion of Cloud WAN, VPN concentrators'],
  },
  {
    topic: 'VPC',
    kinds: ['vpc', 'subnet', 'route-table', 'vpc-peering-connection', 'internet-gateway', 'egress-only-internet-gateway', 'nat-gateway', 'network-interface', 'instance', 'route-server'],
    models: ['Tables with all their preferences, edge tables, peering, NAT (zonal, regional, private, NAT64 for who asks a NAT64 address), IPv4 and IPv6 egress, route servers, middleboxes with source/destination checks, stateful firewalls, Block Public Access'],
    leavesOut: ['Local Zones, Outposts, carrier gateways', 'Appliances that translate between networks with equal addresses'],
  },
  {
    topic: 'Filters',
    kinds: ['security-group', 'network-acl'],
    models: ['Security groups with references as far as they reach, network ACLs in both directions with the ports of replies'],
    leavesOut: ['Limits of connection tracking', 'Without a security group or network ACL nothing is filtered by one: what is not drawn is not judged'],
  },
  {
    topic: 'Services and load balancers',
    kinds: ['vpc-endpoint', 'vpc-endpoint-service', 'load-balancer'],
    models: ['Endpoint interfaces per zone, their groups, cross-Region support, load balancer nodes, cross-zone, listeners, targets and their groups; Gateway Load Balancer endpoints'],
    leavesOut: ['DNS names and private DNS: whoever asks is taken to find the interface', 'Client addresses that a Network Load Balancer preserves: its targets are asked about the node', 'Endpoint policies, allowed principals and acceptance, health checks of targets'],
  },
  {
    topic: 'Remote users',
    kinds: ['user-group', 'remote-access', 'client-vpn-endpoint', 'directory'],
    models: ['Client VPN (associations, authorization, routes, translation, transit gateway mode), remote-access servers, devices of a site; a new sign-in with its directory'],
    leavesOut: ['Sessions that are established already when a directory fails go on; only new sign-ins are judged', 'Certificates, client software, the users\' own lines'],
  },
  {
    topic: 'Software VPN and its monitor',
    kinds: ['software-vpn', 'instance'],
    models: ['Appliances as routers, their way to the internet, static and BGP routing, a monitor that repoints routes'],
    leavesOut: ['Ports of the tunnel in security groups and network ACLs', 'What an appliance forwards when the design states no rate: bandwidth then cannot be told'],
  },
  {
    topic: 'What a path is worth',
    kinds: ['vpc', 'vpn-connection', 'virtual-interface', 'wan-link', 'software-vpn'],
    models: ['Smallest MTU, narrowest stated bandwidth, encryption of what lies outside VPCs, Regions and sites, whether the internet is touched'],
    leavesOut: ['Load: bandwidth is what one flow may have of an idle path', 'VPN tunnels count with the leanest algorithms that AWS offers', 'Delay'],
  },
]

/** What was left out of consideration on the way of a trace. */
export function leftOutOf(trace: Trace): readonly string[] {
  const kinds = new Set([...trace.forward.hops, ...(trace.return?.hops ?? [])].map(({ kind }) => kind))
  return SCOPES.filter((scope) => scope.kinds.some((kind) => kinds.has(kind))).flatMap(({ leavesOut }) => leavesOut)
}
