import { add, all, set, type Mistake } from './making.ts'

const INTERNET = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
const anything = (Egress: boolean) => ({ RuleNumber: 100, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' })
const subnet = (zone: string) => add({ kind: 'subnet', id: `subnet:new-${zone}`, name: `new-${zone}`, VpcId: 'vpc:app', CidrBlock: '10.0.77.0/24', AvailabilityZone: `us-east-1${zone}` })

/** Mistakes that rules of this family are to report. */
export const MISTAKES: readonly Mistake[] = [
  { rule: 'internet-gateway-unattached', sample: 'internet-gateway-unattached/good', what: 'the gateway detached', make: set('internet-gateway:igw', { Attachments: [] }) },
  { rule: 'nat-gateway-single-zone', sample: 'nat-gateway-single-zone/good', what: 'one zone through the other', make: set('route-table:app-b', { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'nat-gateway:nat-a' }] }) },
  { rule: 'nat-gateway-subnet', sample: 'nat-gateway-loop/good', what: 'no way out of its subnet', make: set('route-table:public', { Routes: [] }) },
  { rule: 'nat-gateway-subnet', sample: 'nat-gateway-subnet/good', what: 'no Elastic IP', make: set('nat-gateway:nat-a', { NatGatewayAddresses: [{ PrivateIp: '10.0.8.8' }] }) },
  { rule: 'admin-port-open', sample: 'admin-port-open/good', what: 'SSH for everybody', make: set('security-group:web', { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ...INTERNET }] }) },
  { rule: 'network-acl-blocks-replies', sample: 'network-acl-blocks-replies/good', what: 'no rule for replies', make: set('network-acl:db', { Entries: [{ ...anything(false), Protocol: '6', PortRange: { From: 5432, To: 5432 } }] }) },
  { rule: 'network-acl-rule-hidden', sample: 'network-acl-rule-hidden/good', what: 'a denial after everything is allowed', make: set('network-acl:app', { Entries: [anything(false), anything(true), { ...anything(false), RuleNumber: 110, RuleAction: 'deny', CidrBlock: '198.51.100.0/24' }] }) },
  { rule: 'public-access-blocked', sample: 'public-access-blocked/good', what: 'the exclusion taken back', make: set('subnet:app-a', { InternetGatewayBlockMode: 'block-ingress' }) },
  { rule: 'management-access', sample: 'management-access/good', what: 'SSH from elsewhere', make: set('security-group:web', { IpPermissions: [{ IpProtocol: 'tcp', FromPort: 3389, ToPort: 3389, ...INTERNET, IpRanges: [{ CidrIp: '192.168.0.0/16' }] }, { IpProtocol: 'icmp', ...INTERNET }] }) },
  { rule: 'security-group-reference-lost', sample: 'security-group-reference-lost/good', what: 'a group of a VPC that nothing joins', make: all(add({ kind: 'vpc', id: 'vpc:far', name: 'far', CidrBlocks: ['10.7.0.0/16'] }), add({ kind: 'security-group', id: 'security-group:far', name: 'far', VpcId: 'vpc:far', IpPermissions: [], IpPermissionsEgress: [] }), set('security-group:web', { IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'security-group:far' }] }] })) },
  { rule: 'filter-quota', sample: 'filter-quota/good', what: 'a group too many', make: all(...['a', 'b', 'c', 'd', 'e'].map((name) => add({ kind: 'security-group', id: `security-group:${name}`, name, VpcId: 'vpc:app', IpPermissions: [], IpPermissionsEgress: [] })), set('instance:web', { SecurityGroupIds: ['security-group:web', ...['a', 'b', 'c', 'd', 'e'].map((name) => `security-group:${name}`)] })) },
  { rule: 'public-address-missing', sample: 'public-address-missing/good', what: 'no public address', make: (draft) => void delete draft.resources['instance:web']?.['PublicIpAddress'] },
  { rule: 'nat-gateway-connections', sample: 'nat-gateway-connections/good', what: 'one connection more', make: set('nat-gateway:nat-b', { plannedConnections: 55_001 }) },
  { rule: 'attachment-acl-restrictive', sample: 'attachment-acl-restrictive/good', what: 'a denial at the attachment', make: set('network-acl:quiet', { Entries: [{ ...anything(false), RuleNumber: 10, RuleAction: 'deny', CidrBlock: '203.0.113.0/24' }, anything(false), anything(true)] }) },
  { rule: 'regional-nat-gateway-private', sample: 'regional-nat-gateway-private/good', what: 'a private one', make: set('nat-gateway:nat', { ConnectivityType: 'private' }) },
  { rule: 'regional-nat-gateway-new-zone', sample: 'regional-nat-gateway-new-zone/good', what: 'a subnet in a new zone', make: subnet('d') },
  { rule: 'encryption-not-excluded', sample: 'encryption-not-excluded/good', what: 'an exclusion less', make: set('vpc:app', { encryptionExclusions: ['internet-gateway'] }) },
]
