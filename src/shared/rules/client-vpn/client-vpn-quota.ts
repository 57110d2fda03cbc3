import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { overQuota } from '../readings/over-quota.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'client-vpn-quota',
  catalogue: 'R-CVPN-15',
  title: 'Client VPN endpoint has more rules or routes than its quota allows',
  severity: 'warning',
  appliesTo: ['client-vpn-endpoint'],
  why: 'Authorization rules are limited per endpoint, and routes per associated subnet, the one to the VPC included. AWS refuses what is beyond.',
  remedy: 'Merge prefixes, or have the quota raised and record it.',
  sources: [QUOTAS['client-vpn-rules'], QUOTAS['client-vpn-routes']],
  messages: { many: '{endpoint} has {count} {what}, and the quota is {quota} ({raise}).' },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, context) {
      const rules = overQuota(context, 'client-vpn-rules', countOf(context.index, 'client-vpn-rules', endpoint))
      const routes = overQuota(context, 'client-vpn-routes', countOf(context.index, 'client-vpn-routes', endpoint))
      if (rules) yield { message: 'many', slots: { endpoint: displayName(endpoint), ...rules.slots, what: 'authorization rules' }, resources: [endpoint.id], field: 'AuthorizationRules', severity: rules.severity }
      if (routes) yield { message: 'many', slots: { endpoint: displayName(endpoint), ...routes.slots, what: 'routes of one associated subnet' }, resources: [endpoint.id], field: 'Routes', severity: routes.severity }
    },
  },
})
