import type { Fields, Hands } from './hands.ts'

/** A change that may leave a design as it is when there is nothing to change. */
export type Twist = (hands: Hands) => void

const appliances = (h: Hands) => h.all('instance').filter((instance) => instance['role'] === 'vpn-appliance')
const appliance = (h: Hands) => appliances(h)[0]
const each = (h: Hands, kind: string, fields: Fields) => h.all(kind).forEach((resource) => h.set(resource, fields))

/** Changes among what a basic network does not have. */
export const MORE_TWISTS: Record<string, Twist> = {
  'LAG without a place': (h) => h.all('direct-connect-lag').forEach((lag) => (delete lag['Location'], delete lag['AwsLogicalDeviceId'])),
  'LAG that wants more': (h) => each(h, 'direct-connect-lag', { MinimumLinks: 2 }),
  'circuits to all ports': (h) => [...h.all('direct-connect-connection'), ...h.all('direct-connect-lag')].forEach((port, number) => h.pick('site') && h.add('carrier-circuit', `twist${number}`, { site: h.pick('site', number)?.['id'], ConnectionId: port['id'] })),
  'SiteLink everywhere': (h) => h.all('virtual-interface').filter((vif) => vif['VirtualInterfaceType'] !== 'public').forEach((vif) => h.set(vif, { SiteLinkEnabled: true })),
  'SiteLink on one side': (h) => h.set(h.pick('virtual-interface'), { SiteLinkEnabled: false }),
  'one prefix allowed': (h) => h.set(h.pick('virtual-interface'), { prefixAllocation: 1 }),
  'many prefixes': (h) => h.set(h.pick('customer-gateway'), { announcedPrefixes: ['192.168.0.0/24', ...Array.from({ length: 101 }, (_, number) => `172.18.${number}.0/24`)] }),
  'own AS is welcome': (h) => [...h.all('customer-gateway'), ...appliances(h)].forEach((router) => h.set(router, { allowOwnAs: true })),
  'AS overridden': (h) => h.set(h.pick('customer-gateway'), { overrideAs: true }),
  'one AS for all': (h) => [...h.all('customer-gateway'), ...appliances(h)].forEach((router) => h.set(router, { BgpAsn: 65_000 })),
  'appliance without an ASN': (h) => delete appliance(h)?.['BgpAsn'],
  'appliance stopped': (h) => h.set(appliance(h), { stopped: true }),
  'appliance checked': (h) => h.set(appliance(h), { SourceDestCheck: true }),
  'appliance passes on': (h) => h.set(appliance(h), { announcedPrefixes: ['10.0.0.0/16', '10.1.0.0/16', '192.168.0.0/24', '0.0.0.0/0'] }),
  'appliance in a group': (h) => h.set(appliance(h), { SecurityGroupIds: h.all('security-group').slice(0, 1).map(({ id }) => id) }),
  'monitor of all appliances': (h) => h.pick('subnet') && h.add('instance', 'twist-monitor', { SubnetId: h.pick('subnet')?.['id'], PrivateIpAddress: String(h.pick('subnet')?.['CidrBlock']).replace(/\d+\/\d+$/, '66'), SecurityGroupIds: [], SourceDestCheck: true, role: 'vpn-monitor', watches: appliances(h).map(({ id }) => id) }),
  'monitor stopped': (h) => h.all('instance').filter((instance) => instance['role'] === 'vpn-monitor').forEach((monitor) => h.set(monitor, { stopped: true })),
  'stateful firewall': (h) => h.set(h.all('instance').find((instance) => String(instance['id']).endsWith('-appliance')), { role: 'firewall', stateful: true }),
  'peer outside': (h) => h.all('transit-gateway-connect-peer').forEach((peer) => delete peer['TransportTransitGatewayAttachmentId']),
  'hub default to a peering': (h) => h.route(h.pick('transit-gateway-route-table'), { DestinationCidrBlock: '0.0.0.0/0', attachment: h.pick('transit-gateway-peering-attachment')?.['id'] }),
  'hub default to a Connect peer': (h) => h.route(h.pick('transit-gateway-route-table'), { DestinationCidrBlock: '0.0.0.0/0', attachment: h.pick('transit-gateway-connect-peer')?.['id'] }),
  'VPN over nothing': (h) => h.all('vpn-connection').forEach((vpn) => delete vpn['TransportTransitGatewayAttachmentId']),
  'WAN everywhere': (h) => h.all('site').forEach((site, number) => h.set(h.resources[h.add('wan-link', `twist${number}`, { site: site['id'], peerSite: h.pick('site', number + 1)?.['id'], role: number === 1 ? 'backup' : 'primary' })], {})),
  'backup WAN': (h) => each(h, 'wan-link', { role: 'backup' }),
  'lists every site': (h) => h.set(h.pick('customer-gateway'), { announcedPrefixes: h.all('site').flatMap((site) => site['prefixes'] as string[]) }),
  'sites of one prefix': (h) => each(h, 'site', { prefixes: ['192.168.0.0/24'] }),
  'power for all': (h) => {
    const [site] = h.all('site')
    const powerDomain = site && h.add('power-domain', 'twist', { site: site['id'] })
    if (powerDomain) for (const kind of ['customer-gateway', 'isp-link', 'server']) each(h, kind, { powerDomain })
  },
  'endpoint without subnets': (h) => each(h, 'client-vpn-endpoint', { ClientVpnTargetNetworks: [] }),
  'endpoint with a directory': (h) => {
    const directory = h.pick('directory') ?? h.resources[h.add('directory', 'twist', {})]
    each(h, 'client-vpn-endpoint', { directory: directory?.['id'], authentication: 'directory' })
  },
  'endpoint to everywhere': (h) => each(h, 'client-vpn-endpoint', { Routes: [{ DestinationCidr: '0.0.0.0/0' }], AuthorizationRules: [{ DestinationCidr: '0.0.0.0/0' }] }),
  'directory down the street': (h) => h.set(h.pick('directory'), { port: 53 }),
  'nobody behind': (h) => h.set(h.pick('load-balancer'), { Targets: [] }),
  'listens elsewhere': (h) => h.set(h.pick('load-balancer'), { Listeners: [{ Port: 53, Protocol: 'UDP' }] }),
  'one node': (h) => h.all('load-balancer').forEach((balancer) => h.set(balancer, { SubnetIds: (balancer['SubnetIds'] as string[]).slice(0, 1), CrossZone: false })),
  'endpoint addresses stated': (h) => h.all('vpc-endpoint').forEach((endpoint, number) => {
    const subnets = (endpoint['SubnetIds'] as string[] | undefined) ?? []
    if (endpoint['VpcEndpointType'] === 'Interface') h.set(endpoint, { PrivateIpAddresses: subnets.map((id) => String(h.resources[id]?.['CidrBlock']).replace(/\d+\/\d+$/, String(160 + number))) })
  }),
  'service of nobody': (h) => delete h.pick('vpc-endpoint')?.['service'],
  'segments shut': (h) => each(h, 'core-network-segment', { IsolateAttachments: true, SharedSegments: [] }),
  'in no segment': (h) => delete h.pick('core-network-attachment')?.['segment'],
  'egress-only elsewhere': (h) => h.set(h.pick('egress-only-internet-gateway'), { VpcId: h.pick('vpc')?.['id'] }),
  'route server without endpoints': (h) => each(h, 'route-server', { Endpoints: [] }),
}
