import type { ResourceId } from '../../../src/shared/model/id.ts'
import type { Builder, BuiltVpc } from './build.ts'
import type { VpcPlan } from './plan.ts'

const all = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }
const inside = { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }, { CidrIp: '192.168.0.0/16', Description: 'sites' }] }
const web = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }
const ping = { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }

interface Filters {
  readonly groups: readonly ResourceId[]
  readonly associate: (vpc: BuiltVpc) => void
}

/** Adds the VPC's security groups and network ACL; `associate` puts the ACL on its first subnet, or on all when it is the default. */
export function addFilters(builder: Builder, plan: VpcPlan, vpc: BuiltVpc, name: string): Filters {
  const group = (suffix: string, IpPermissions: unknown[]) =>
    builder.add('security-group', `${name}-${suffix}`, { VpcId: vpc.id, Description: suffix, IpPermissions, IpPermissionsEgress: [all] })
  const groups: Record<VpcPlan['securityGroups'], () => ResourceId[]> = {
    none: () => [],
    inside: () => [group('inside', [inside])],
    web: () => [group('web', [web, ping])],
    chained: () => {
      const front = group('front', [web])
      const back = group('back', [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: front }] }])
      // Each names the other: the order in which they are made must not matter.
      Object.assign(builder.resources[front] ?? {}, { IpPermissions: [web, { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: back }, { GroupId: front }] }] })
      return [front, back]
    },
    'prefix-list': () => {
      const list = builder.add('prefix-list', `${name}-offices`, { ...builder.place(vpc.region), AddressFamily: 'IPv4', MaxEntries: 5, Entries: [{ Cidr: '192.168.0.0/16' }] })
      return [group('offices', [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: list }] }])]
    },
  }
  return { groups: groups[plan.securityGroups](), associate: (built) => addAcl(builder, plan, built, name) }
}

function addAcl(builder: Builder, plan: VpcPlan, vpc: BuiltVpc, name: string): void {
  if (plan.networkAcl === 'none') return
  const open = [false, true].map((Egress) => ({ RuleNumber: 100, Egress, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }))
  const entries = {
    open,
    web: [
      { RuleNumber: 100, Egress: false, Protocol: '6', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', PortRange: { From: 443, To: 443 } },
      { RuleNumber: 110, Egress: false, Protocol: '1', RuleAction: 'allow', CidrBlock: '10.0.0.0/8', IcmpTypeCode: { Type: -1, Code: -1 } },
      { RuleNumber: 100, Egress: true, Protocol: '6', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', PortRange: { From: 1024, To: 65_535 } },
    ],
    deny: [{ RuleNumber: 90, Egress: false, Protocol: '-1', RuleAction: 'deny', CidrBlock: '192.168.0.0/24' }, ...open],
  }
  const associated = plan.networkAcl === 'open' ? vpc.subnets : vpc.subnets.slice(0, 1)
  builder.add('network-acl', `${name}-acl`, {
    VpcId: vpc.id,
    ...(plan.networkAcl === 'open' ? { IsDefault: true } : {}),
    Associations: associated.map((subnet) => ({ SubnetId: subnet.id })),
    Entries: entries[plan.networkAcl],
  })
}
