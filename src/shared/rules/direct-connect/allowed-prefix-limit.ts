import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { nameOf } from '../readings/names.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

const FACT = QUOTAS['prefixes-from-transit-gateway']

export default defineRule({
  id: 'allowed-prefix-limit',
  catalogue: 'R-DX-16',
  title: 'More allowed prefixes than a Direct Connect gateway announces for a transit gateway',
  severity: 'warning',
  appliesTo: ['direct-connect-gateway-association'],
  why: 'A Direct Connect gateway announces 200 prefixes of a transit gateway to the sites, IPv4 and IPv6 together. AWS takes no longer list unless the account team has raised that.',
  remedy: 'Summarise the allowed prefixes, or have the quota raised and record that.',
  sources: [FACT],
  messages: { over: '{association} allows {count} prefixes of {hub}; {limit} are announced (default {default}, which the AWS account team may raise).' },
  checkEach: {
    *'direct-connect-gateway-association'(association, { index, quota }) {
      const count = countOf(index, 'prefixes-from-transit-gateway', association)
      const { value } = quota('prefixes-from-transit-gateway')
      if (association.TransitGatewayId === undefined || count <= value) return
      const slots = { association: displayName(association), count, hub: nameOf(index, association.TransitGatewayId), limit: value, default: FACT.value }
      yield { message: 'over', slots, resources: [association.id, association.TransitGatewayId], field: 'AllowedPrefixes', evidence: [{ what: FACT.label, value: String(value) }] }
    },
  },
})
