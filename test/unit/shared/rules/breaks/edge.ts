import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'admin-port-open', was: 'open.some((permission) => speaksOf(permission, TCP, port))', is: 'open.every((permission) => speaksOf(permission, TCP, port))' },
  { rule: 'attachment-acl-restrictive', was: 'tenantsOf(index, subnet.id).some((id) => id !== holder.id)', is: 'tenantsOf(index, subnet.id).every((id) => id !== holder.id)' },
  { rule: 'encryption-not-excluded', was: '!exclusion || vpc.encryptionExclusions?.includes(exclusion)', is: '!exclusion' },
  { rule: 'filter-quota', was: 'instance: checkInterfaces,', is: '' },
  { rule: 'internet-gateway-unattached', was: 'if (vpc === undefined || others.length > 0 || gateway.Attachments.length > 0) return []', is: 'if (false) return []' },
  { rule: 'management-access', was: '!barrier', is: 'barrier' },
  { rule: 'nat-gateway-connections', was: 'planned > most', is: 'planned >= most' },
  { rule: 'nat-gateway-single-zone', was: 'users.filter((subnet) => zone === undefined || zoneOf(subnet) === undefined)', is: 'users' },
  { rule: 'nat-gateway-subnet', was: 'subnet && exitOf(index, subnet)', is: 'subnet' },
  { rule: 'network-acl-blocks-replies', was: 'inOrder(list, egress).filter(isService)', is: 'inOrder(list, egress)' },
  { rule: 'network-acl-rule-hidden', was: 'earlier.RuleAction !== entry.RuleAction', is: 'earlier.RuleAction === entry.RuleAction' },
  { rule: 'public-access-blocked', was: 'subnet?.InternetGatewayBlockMode === undefined ? vpc : subnet', is: 'vpc' },
  { rule: 'public-address-missing', was: '!subnet', is: 'subnet' },
  { rule: 'regional-nat-gateway-new-zone', was: 'subnets.filter(({ awsId }) => awsId !== undefined)', is: 'subnets' },
  { rule: 'regional-nat-gateway-private', was: `nat.AvailabilityMode !== 'regional' || nat.ConnectivityType !== 'private'`, is: `nat.AvailabilityMode !== 'regional'` },
  { rule: 'security-group-reference-lost', was: 'peersOf(index, group.VpcId).some(({ vpc }) => vpc === other)', is: 'peersOf(index, group.VpcId).every(({ vpc }) => vpc === other)' },
]
