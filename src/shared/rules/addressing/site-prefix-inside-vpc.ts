import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { wantedSites } from '../readings/site-collisions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'site-prefix-inside-vpc',
  catalogue: 'R-ADDR-12',
  title: 'On-premises prefix that must be reached lies inside the VPC',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['site', 'customer-gateway', 'vpc'],
  why: 'Inside a VPC its own blocks always win: packets for them never leave toward a VPN, Direct Connect or transit gateway. Hosts of a site with such addresses cannot be reached.',
  remedy: 'Renumber one side, or translate the addresses on the way.',
  sources: [
    { fact: 'F-ADDR-35', checked: CHECKED },
    { fact: 'F-RT-11', checked: CHECKED },
  ],
  messages: {
    inside: '{vpc} must reach {site}, but its prefix {prefix} lies inside the VPC block {block}, so packets for it never leave the VPC.',
    unknown: 'Whether {site} collides with the blocks of {vpc} cannot be told, because the design does not say its prefixes.',
  },
  *check(context) {
    const { index } = context
    const seen = new Set<string>()
    for (const { side, vpc, site, collisions, over } of wantedSites(context)) {
      const id = site.id === 'internet' ? vpc.id : site.id
      const common = { resources: [id, vpc.id, ...over] as const, intents: [side.demand.intent.id], evidence: [{ what: 'intent', value: side.demand.statement }] }
      const slots = { vpc: displayName(vpc), site: nameOf(index, id) }
      const isNew = (key: string) => !seen.has(key) && seen.add(key)
      if (site.destinations.length === 0 && isNew(`${vpc.id} ${id}`)) yield { message: 'unknown', slots, ...common, verdict: 'cannot-tell', severity: 'advice' }
      for (const { prefix, block } of collisions) {
        if (isNew(`${vpc.id} ${formatPrefix(prefix)}`)) yield { message: 'inside', slots: { ...slots, prefix: formatPrefix(prefix), block: formatPrefix(block) }, ...common }
      }
    }
  },
})
