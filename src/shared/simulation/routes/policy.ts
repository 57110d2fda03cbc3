import { INTERFACE_PREFIXES } from '../../facts/routing.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, equalPrefix, type Prefix } from '../../net/prefix.ts'
import type { PolicyRule, RouterFragment } from '../compile/fragment.ts'

/** Local preference of what no policy says anything about, as routers have it by default. */
export const DEFAULT_PREFERENCE = 100

/** Direct Connect communities on what the customer announces, as local preference inside AWS (F-DX-50). */
export const COMMUNITY_PREFERENCE: Readonly<Record<string, number>> = { '7224:7100': 100, '7224:7200': 200, '7224:7300': 300 }

/** As much of a router as its announcements depend on. */
type Announcing = Pick<RouterFragment, 'announced' | 'policy'>

const fits = (rule: PolicyRule, prefix: Prefix): boolean =>
  rule.prefixes.length === 0 || rule.prefixes.some((listed) => equalPrefix(listed, prefix) || (rule.orLonger === true && containsPrefix(listed, prefix)))

/** What a router's policy says of a prefix with a neighbour: the first rule that fits, `undefined` when none does, `deny` when it is dropped. */
export function ruleFor(router: Pick<RouterFragment, 'policy'>, direction: 'in' | 'out', neighbor: ResourceId, prefix: Prefix): PolicyRule | 'deny' | undefined {
  const rule = router.policy.find((candidate) => candidate.direction === direction && (candidate.neighbor === undefined || candidate.neighbor === neighbor) && fits(candidate, prefix))
  return rule?.action === 'deny' ? 'deny' : rule
}

/** How many prefixes of a family a router announces over a link. */
export function announcedCount(router: Announcing, neighbor: ResourceId, family: 4 | 6): number {
  return router.announced.filter((prefix) => prefix.family === family && ruleFor(router, 'out', neighbor, prefix) !== 'deny').length
}

/** The prefix family whose announcements overrun what AWS takes over a private or transit virtual interface; AWS then takes the session down (F-DX-32). */
export function overrun(router: Announcing, vif: ResourceOf<'virtual-interface'>): { readonly count: number; readonly limit: number; readonly family: 4 | 6 } | undefined {
  const limit = vif.prefixAllocation ?? INTERFACE_PREFIXES.value
  for (const family of [4, 6] as const) {
    const count = announcedCount(router, vif.id, family)
    if (count > limit) return { count, limit, family }
  }
  return undefined
}
