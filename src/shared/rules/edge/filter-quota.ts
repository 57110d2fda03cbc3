import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { type QuotaName, QUOTAS } from '../../facts/quotas.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { inOrder } from '../readings/acl-entries.ts'
import { overQuota } from '../readings/over-quota.ts'
import { rulesIn } from '../readings/permissions.ts'
import { defineRule, type Report, type ResourceContext } from '../rule.ts'

const listSize = (index: DesignIndex) => (id: ResourceId) => {
  const list = index.getOf('prefix-list', id)
  return list ? (list.MaxEntries ?? list.Entries.length) : 1
}

function* over(context: ResourceContext, resource: Resource, field: string, name: QuotaName, count: number, what: string): Generator<Report> {
  const exceeded = overQuota(context, name, count)
  if (exceeded) yield { message: 'many', slots: { ...exceeded.slots, name: displayName(resource), what }, resources: [resource.id], field, severity: exceeded.severity }
}

/** The groups of an interface: how many, and how many rules they hold together. */
function* checkInterface(context: ResourceContext, resource: Resource, groups: readonly ResourceId[]): Generator<Report> {
  const { index } = context
  yield* over(context, resource, 'SecurityGroupIds', 'security-groups-per-interface', groups.length, 'security groups on one network interface')
  const known = groups.flatMap((id) => index.getOf('security-group', id) ?? [])
  for (const [what, field] of [['inbound', 'IpPermissions'], ['outbound', 'IpPermissionsEgress']] as const) {
    const most = Math.max(...([4, 6] as const).map((family) => known.reduce((sum, group) => sum + rulesIn(group[field], family, listSize(index)), 0)))
    yield* over(context, resource, 'SecurityGroupIds', 'interface-filter-rules', most, `${what} rules in the security groups of one network interface`)
  }
}

export default defineRule({
  id: 'filter-quota',
  catalogue: 'R-EDGE-11',
  title: 'More security group or network ACL rules than the quotas allow',
  severity: 'warning',
  appliesTo: ['security-group', 'network-acl', 'instance', 'network-interface'],
  why: 'Security groups and network ACLs take a limited number of rules in each direction, and a network interface a limited number in all its groups together. AWS refuses the next one.',
  remedy: 'Merge rules, use prefix lists sparingly, or have the quota raised and record the increase.',
  sources: [QUOTAS['security-group-rules'], QUOTAS['network-acl-rules'], { fact: 'F-EDGE-37', checked: CHECKED }],
  messages: { many: '{name} has {count} {what}, and the quota is {quota} ({raise}).' },
  checkEach: {
    *'security-group'(group, context) {
      for (const [direction, field] of [['inbound', 'IpPermissions'], ['outbound', 'IpPermissionsEgress']] as const) {
        for (const family of [4, 6] as const) yield* over(context, group, field, 'security-group-rules', rulesIn(group[field], family, listSize(context.index)), `${direction} IPv${family} rules`)
      }
    },
    *'network-acl'(list, context) {
      for (const egress of [false, true]) yield* over(context, list, 'Entries', 'network-acl-rules', inOrder(list, egress).length, `${egress ? 'outbound' : 'inbound'} rules`)
    },
    *instance(instance, context) {
      for (const { SecurityGroupIds } of [instance, ...(instance.NetworkInterfaces ?? [])]) yield* checkInterface(context, instance, SecurityGroupIds)
    },
    'network-interface': (own, context) => checkInterface(context, own, own.SecurityGroupIds),
  },
})
