import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at } from './ground.ts'

type PoliciesPlan = NonNullable<ExtrasPlan['policies']>

const EFFECTS = {
  deny: { action: 'deny' },
  permit: { action: 'permit' },
  'local preference': { action: 'permit', localPreference: 200 },
  prepend: { action: 'permit', prepend: 2 },
  med: { action: 'permit', med: 50 },
  community: { action: 'permit', community: '7224:7300' },
} as const

/** BGP policies on routers, for all neighbours or for one link of theirs. */
export function addPolicies(builder: Builder, plan: PoliciesPlan): void {
  const all = Object.values(builder.resources)
  const routers = all.filter((resource) => resource['kind'] === 'customer-gateway' || resource['role'] === 'vpn-appliance')
  if (routers.length === 0) return
  for (const rule of plan.rules) {
    const router = at(routers, rule.at)
    const links = all.filter((link) => ['CustomerGatewayId', 'customerRouter', 'near', 'far', 'peer'].some((field) => link[field] === router['id']))
    const neighbor = rule.neighbor === null || links.length === 0 ? undefined : at(links, rule.neighbor)['id']
    const [prefix, longer] = rule.prefix.split(' or ')
    router['bgpPolicy'] = [
      ...((router['bgpPolicy'] as unknown[] | undefined) ?? []),
      { direction: rule.direction, ...(neighbor === undefined ? {} : { neighbor }), prefixes: prefix === 'all' ? [] : [prefix], ...(longer ? { orLonger: true } : {}), ...EFFECTS[rule.what] },
    ]
  }
  if (plan.allowOwnAs) for (const router of routers) router['allowOwnAs'] = true
  if (plan.overrideAs) at(routers, 0)['overrideAs'] = true
}
