import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { type QuotaName, QUOTAS } from '../../facts/quotas.ts'
import type { Resource } from '../../model/index.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countsOf } from '../readings/quotas/counters.ts'
import { defineRule, type Report, type ResourceContext } from '../rule.ts'

function* over(context: ResourceContext, resource: Resource, name: QuotaName, told: (what: string) => { readonly field: string; readonly what: string }): Generator<Report> {
  for (const { count, what: counted = '' } of countsOf(context.index, name, resource)) {
    const exceeded = overQuota(context, name, count)
    const { field, what } = told(counted)
    if (exceeded) yield { message: 'many', slots: { ...exceeded.slots, name: displayName(resource), what }, resources: [resource.id], field, severity: exceeded.severity }
  }
}

/** The groups of the interfaces of an instance, or of one alone: how many, and how many rules they hold together. */
function* checkInterfaces(resource: Resource, context: ResourceContext): Generator<Report> {
  yield* over(context, resource, 'security-groups-per-interface', () => ({ field: 'SecurityGroupIds', what: 'security groups on one network interface' }))
  yield* over(context, resource, 'interface-filter-rules', (what) => ({ field: 'SecurityGroupIds', what: `${what} rules in the security groups of one network interface` }))
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
    'security-group': (group, context) => over(context, group, 'security-group-rules', (what) => ({ field: what.startsWith('inbound') ? 'IpPermissions' : 'IpPermissionsEgress', what: `${what} rules` })),
    'network-acl': (list, context) => over(context, list, 'network-acl-rules', (what) => ({ field: 'Entries', what: `${what} rules` })),
    instance: checkInterfaces,
    'network-interface': checkInterfaces,
  },
})
