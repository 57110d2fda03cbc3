import { z } from 'zod'
import { cidr, commonFields, described, ip, ref } from '../field.ts'
import { defineKind } from '../kind.ts'
import { routerFields } from '../router.ts'

/** Addresses and filters of one network interface. */
export const interfaceFields = {
  PrivateIpAddress: described(ip().optional(), 'Private IPv4 address'),
  SecondaryPrivateIpAddresses: described(z.array(ip()).optional(), 'Secondary private IPv4 addresses'),
  Ipv6Addresses: described(z.array(ip()).optional(), 'IPv6 addresses'),
  PublicIpAddress: described(ip().optional(), 'Public IPv4 address'),
  SecurityGroupIds: described(z.array(ref(['security-group'], 'drop-entry')), 'Security groups', 'None: nothing is filtered by security groups, because none is drawn.'),
  SourceDestCheck: described(z.boolean(), 'Source/destination check'),
}

/** What an instance with a role says besides; hosts leave all of it out. */
const applianceFields = {
  BgpAsn: routerFields.BgpAsn.optional(),
  bgpPolicy: routerFields.bgpPolicy,
  allowOwnAs: routerFields.allowOwnAs,
  overrideAs: routerFields.overrideAs,
  /** Of a VPN appliance. Empty: the blocks of its VPC. */
  announcedPrefixes: described(z.array(cidr()).optional(), 'Announced prefixes', "VPN appliance: empty for its VPC's blocks."),
  /** Of a VPN monitor: when one fails or loses its tunnels, routes to it are pointed at another (F-SW-20). */
  watches: described(z.array(ref(['instance'], 'drop-entry')).optional(), 'Watches', 'VPN monitor: the appliances that stand in for each other.'),
  /** Of a VPN monitor: when it moves routes back (F-SW-20). */
  restoresRoutes: described(z.enum(['when-all-work', 'when-repaired', 'never']).optional(), 'Moves routes back', 'VPN monitor: once all watched connections work again, as soon as the failed one is repaired, or never.'),
  /** Of a VPN monitor: what it does besides moving routes. */
  repairs: described(z.boolean().optional(), 'Repairs instances', 'VPN monitor: stops and restarts or replaces an appliance that failed.'),
  alerts: described(z.string().max(255).optional(), 'Alerts', 'VPN monitor: who is told of a failure.'),
  /** Who patches, configures and upgrades it (F-SW-2). */
  operatedBy: described(z.string().max(255).optional(), 'Operated by', 'Appliance or server: who patches, configures and upgrades it.'),
  ipsec: described(z.boolean().optional(), 'Supports IPsec', 'VPN appliance: empty counts as yes.'),
  /** Of a remote-access server. */
  clientPool: described(cidr().optional(), 'Pool of remote users', 'Remote-access server: addresses it gives to its users.'),
  translatesClients: described(z.boolean().optional(), 'Translates users', 'Remote-access server: users appear under its own address.'),
  directory: ref(['directory'], 'clear', { label: 'Directory', help: 'Remote-access server: what its sign-ins ask; empty: users of its own.' }).optional(),
  /** Of a firewall: drops replies of connections that it has not seen. */
  stateful: described(z.boolean().optional(), 'Stateful inspection', 'Firewall: drops replies of connections that it has not seen begin.'),
  bandwidthMbps: described(z.number().positive().optional(), 'Bandwidth (Mbps)', 'What it forwards at most.'),
}

/** An EC2 instance: a host, or by its role a VPN appliance, remote-access server, monitor or firewall. Its first interface is in the flat fields; further ones are in `NetworkInterfaces`. */
export const instance = defineKind({
  kind: 'instance',
  label: 'EC2 instance',
  plural: 'EC2 instances',
  appearance: 'node',
  icon: 'resource/AmazonEC2Instance',
  palette: 'Hosts and appliances',
  schema: z.strictObject({
    kind: z.literal('instance'),
    ...commonFields,
    SubnetId: ref(['subnet'], 'cascade', { label: 'Subnet' }),
    ...interfaceFields,
    NetworkInterfaces: described(
      z.array(z.strictObject({ NetworkInterfaceId: z.string().max(100).optional(), SubnetId: ref(['subnet'], 'drop-entry', { label: 'Subnet' }), ...interfaceFields })).optional(),
      'Further network interfaces',
    ),
    role: described(z.enum(['host', 'vpn-appliance', 'remote-access-server', 'vpn-monitor', 'firewall']).optional(), 'Role', 'Empty: a host.'),
    ...applianceFields,
    /** A stopped instance is a blackhole as a route target (F-RT-25). */
    stopped: described(z.boolean().optional(), 'Stopped'),
  }),
  parentField: 'SubnetId',
  parents: ['subnet'],
  variants: [
    { label: 'VPN appliance', icon: 'resource/AmazonVPCVPNConnection', is: { role: 'vpn-appliance' }, defaults: () => ({ SourceDestCheck: false, announcedPrefixes: [] }) },
    { label: 'Remote-access server', name: 'Access server', icon: 'resource/SSLpadlock', is: { role: 'remote-access-server' }, defaults: () => ({ translatesClients: true }) },
    { label: 'VPN monitor', icon: 'resource/AmazonEC2InstancewithCloudWatch', is: { role: 'vpn-monitor' }, defaults: () => ({ watches: [] }) },
    { label: 'Firewall', icon: 'resource/Firewall', is: { role: 'firewall' }, defaults: () => ({ SourceDestCheck: false, stateful: true }) },
  ],
  defaults: () => ({ SecurityGroupIds: [], SourceDestCheck: true }),
})
