import type { ResourceId } from '../../model/id.ts'
import type { PrefixTable } from '../../net/lookup.ts'
import type { BgpRule } from '../../model/router.ts'
import type { Prefix } from '../../net/prefix.ts'
import type { Underlay } from './underlay.ts'

/** An interface that can send and receive in a subnet. */
export interface HostInterface {
  readonly owner: ResourceId
  readonly kind: 'instance' | 'network-interface' | 'nat-gateway' | 'vpc-endpoint' | 'load-balancer' | 'client-vpn-endpoint'
  readonly subnet: ResourceId
  /** Canonical address texts, primary first. */
  readonly addresses: readonly string[]
  readonly publicAddress: string | undefined
  readonly securityGroups: readonly ResourceId[]
  readonly sourceDestCheck: boolean
}

/** A VPC: its blocks, its subnets by address, and its gateways. */
export interface VpcFragment {
  readonly kind: 'vpc'
  readonly prefixes: readonly Prefix[]
  readonly subnets: readonly ResourceId[]
  readonly subnetByAddress: PrefixTable<ResourceId>
  readonly internetGateway: ResourceId | undefined
  readonly vpnGateway: ResourceId | undefined
  /** Transit gateway or core network -> the attachment that joins it. */
  readonly attachments: ReadonlyMap<ResourceId, ResourceId>
}

/** A subnet: its blocks, hosts by canonical address text, table and filter. */
export interface SubnetFragment {
  readonly kind: 'subnet'
  readonly vpc: ResourceId
  readonly prefixes: readonly Prefix[]
  readonly hosts: ReadonlyMap<string, HostInterface>
  readonly table: ResourceId | undefined
  readonly acl: ResourceId | undefined
}

/**
 * A stored route of a VPC table. `target` undefined: a blackhole, or `unknown`: AWS said that the route works and the design
 * does not hold where it leads. `ignored`: AWS would refuse it, with the reason.
 */
export interface TableEntry {
  readonly prefix: Prefix
  readonly origin: 'static' | 'prefix-list'
  readonly target: ResourceId | undefined
  readonly targetText: string
  readonly unknown?: true
  readonly ignored?: string
}

/** A VPC route table: stored routes by prefix, the VPC's local blocks, and the gateways that propagate into it. */
export interface RouteTableFragment {
  readonly kind: 'route-table'
  readonly entries: PrefixTable<TableEntry>
  readonly locals: readonly Prefix[]
  readonly propagating: readonly ResourceId[]
  /** Route servers that keep routes in the table. */
  readonly routeServers: readonly ResourceId[]
  /** Names of imported prefix lists that routes name and whose entries the design does not hold. */
  readonly unreadLists: readonly string[]
}

/** A filter rule, ready to match. Ports are inclusive; undefined: all. `protocol` undefined: all. */
export interface FilterRule {
  readonly allow: boolean
  readonly protocol: number | undefined
  readonly prefixes: readonly Prefix[]
  readonly groups: readonly ResourceId[]
  readonly ports: readonly [number, number] | undefined
  readonly label: string
}

interface FilterRules {
  readonly inbound: readonly FilterRule[]
  readonly outbound: readonly FilterRule[]
}

/** A security group: rules per direction. */
export interface SecurityGroupFragment extends FilterRules {
  readonly kind: 'security-group'
}

/** A network ACL: rules per direction in order of evaluation. */
export interface NetworkAclFragment extends FilterRules {
  readonly kind: 'network-acl'
}

/** A route of a transit gateway table that does not depend on any session: static, blackhole or a VPC's own blocks. */
export interface FixedRoute {
  readonly prefix: Prefix
  readonly origin: 'static' | 'vpc' | 'client-vpn'
  /** Undefined: blackhole, or `unknown` where an import did not bring the attachment. */
  readonly attachment: ResourceId | undefined
  readonly unknown?: true
}

/** A transit gateway route table. */
export interface TransitTableFragment {
  readonly kind: 'transit-gateway-route-table'
  readonly gateway: ResourceId
  readonly isUnread: boolean
  readonly fixed: PrefixTable<FixedRoute>
  readonly fixedRoutes: readonly FixedRoute[]
  readonly associations: readonly ResourceId[]
  readonly propagations: readonly ResourceId[]
}

/** A rule of a router's BGP policy, ready to match. */
export interface PolicyRule extends Omit<BgpRule, 'prefixes'> {
  readonly prefixes: readonly Prefix[]
}

/** A router of the customer's own: a device of a site, or an appliance on EC2. */
export interface RouterFragment {
  readonly kind: 'router'
  readonly asn: number
  readonly bgp: boolean
  /** Of a device. */
  readonly site: ResourceId | undefined
  /** Of an appliance. */
  readonly vpc: ResourceId | undefined
  /** The prefixes where it stands: its site's, or its VPC's blocks. */
  readonly own: readonly Prefix[]
  readonly announced: readonly Prefix[]
  /** Addresses that a device gives to users who dial in: on the customer's lines they are its site's. */
  readonly userPool: readonly Prefix[]
  /** Of what an appliance announces and is not its own: what its subnet's table sends on through a gateway, as a static route of it. */
  readonly sentOn: readonly Prefix[]
  readonly connections: readonly ResourceId[]
  readonly virtualInterfaces: readonly ResourceId[]
  readonly softwareVpns: readonly ResourceId[]
  readonly connectPeers: readonly ResourceId[]
  readonly policy: readonly PolicyRule[]
  readonly allowOwnAs: boolean
  readonly overrideAs: boolean
}

/** A site: its own prefixes and its devices. */
export interface SiteFragment {
  readonly kind: 'site'
  readonly prefixes: readonly Prefix[]
  /** The prefixes were worked out from route tables: what the site really has may be less. */
  readonly inferred: boolean
  readonly devices: readonly ResourceId[]
  readonly ispLinks: readonly ResourceId[]
  /** WAN links and colocation circuits to other sites. */
  readonly wanLinks: readonly WanLink[]
}

/** A line of the customer's network to another site. */
export interface WanLink {
  readonly id: ResourceId
  readonly to: ResourceId
  readonly backup: boolean
}

/** A virtual private gateway: its VPC, and the sessions that end on it. */
export interface VpnGatewayFragment {
  readonly kind: 'vpn-gateway'
  readonly asn: number
  readonly vpc: ResourceId | undefined
  readonly vpcPrefixes: readonly Prefix[]
  readonly connections: readonly ResourceId[]
  readonly virtualInterfaces: readonly ResourceId[]
  readonly associations: readonly ResourceId[]
}

/** A Direct Connect gateway: its virtual interfaces and associations. */
export interface DirectConnectGatewayFragment {
  readonly kind: 'direct-connect-gateway'
  readonly asn: number
  readonly virtualInterfaces: readonly ResourceId[]
  readonly associations: readonly ResourceId[]
}

/** An association of a Direct Connect gateway: the allowed prefixes, and what a VGW behind it has. */
export interface AssociationFragment {
  readonly kind: 'direct-connect-gateway-association'
  readonly allowed: readonly Prefix[]
}

/** A VPN connection: usable tunnels and static prefixes. `bgp` is false when a BGP session cannot come up, with the reason. */
export interface VpnConnectionFragment {
  readonly kind: 'vpn-connection'
  readonly device: ResourceId
  readonly gateway: ResourceId | undefined
  readonly onTransitGateway: boolean
  readonly isStatic: boolean
  /** The address family that its tunnels carry (F-VPN-61). */
  readonly family: 4 | 6
  readonly noBgpBecause: string | undefined
  readonly tunnels: readonly (1 | 2)[]
  readonly staticPrefixes: readonly Prefix[]
  readonly underlay: Underlay
  /** Prefers Direct Connect's place among VPNs: its outside addresses are private (F-TGW-28). */
  readonly overDirectConnect: boolean
}

/** A tunnel between two routers of the customer's own. */
export interface SoftwareVpnFragment {
  readonly kind: 'software-vpn'
  readonly near: ResourceId
  readonly far: ResourceId
  readonly isStatic: boolean
  /** Static: what is reached at each end. */
  readonly nearPrefixes: readonly Prefix[]
  readonly farPrefixes: readonly Prefix[]
  readonly underlays: readonly [Underlay, Underlay]
}

/** How remote users come in over one link. `underlay`: what carries them to a server on EC2. */
export interface RemoteAccessFragment {
  readonly kind: 'remote-access'
  readonly users: ResourceId
  readonly to: ResourceId | undefined
  readonly underlay: Underlay
}

/** A route server: its peers, and the subnets of its endpoints. */
export interface RouteServerFragment {
  readonly kind: 'route-server'
  readonly asn: number
  readonly vpc: ResourceId
  readonly endpoints: readonly ResourceId[]
  readonly peers: readonly ResourceId[]
}

/** A segment of a core network: the blocks of its VPCs by attachment, and the segments that it meets. */
export interface SegmentFragment {
  readonly kind: 'core-network-segment'
  readonly network: ResourceId
  readonly asn: number
  readonly isolated: boolean
  readonly blocks: readonly FixedRoute[]
  /** Segments shared either way. */
  readonly shares: readonly ResourceId[]
}

/** What a resource compiles to, for the kinds that take part in forwarding by themselves. */
export type Fragment =
  | VpcFragment
  | SubnetFragment
  | RouteTableFragment
  | SecurityGroupFragment
  | NetworkAclFragment
  | TransitTableFragment
  | RouterFragment
  | SiteFragment
  | VpnGatewayFragment
  | DirectConnectGatewayFragment
  | AssociationFragment
  | VpnConnectionFragment
  | SoftwareVpnFragment
  | RemoteAccessFragment
  | RouteServerFragment
  | SegmentFragment
