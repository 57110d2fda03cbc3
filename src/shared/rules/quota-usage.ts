import type { Design } from '../document/design.ts'
import { displayName, indexOf, type DesignIndex } from '../document/query.ts'
import type { QuotaEntry } from '../document/review.ts'
import { QUOTA_NAMES, type QuotaFact, type QuotaName, QUOTAS } from '../facts/quotas.ts'
import type { ResourceId } from '../model/id.ts'
import { definitionOf } from '../model/index.ts'
import { COUNTERS, countsOf, kindsWith, placesOf } from './readings/quotas/counters.ts'
import type { Quota } from './rule.ts'
import { quotaUnder, type ReviewSettings, settingsOf } from './settings.ts'

/** One thing or place that uses a quota. */
export interface QuotaUse {
  /** The thing's name, or the place. */
  readonly where: string
  /** Which part is counted, and what kind of thing it is: "VPC, IPv4". */
  readonly what: string
  /** What is counted, or what has it counted of it; never empty. */
  readonly resources: readonly ResourceId[]
  readonly count: number
  /** The quota as it holds here. */
  readonly limit: number
}

/** A quota with its use in a design. */
export interface QuotaUsage {
  readonly name: QuotaName
  readonly fact: QuotaFact
  readonly quota: Quota
  readonly recorded: QuotaEntry | undefined
  /** What uses it, nearest to the limit first; what uses nothing of it is left out. */
  readonly uses: readonly QuotaUse[]
  /** Why it is not counted at all. */
  readonly notCounted?: string
  /** What may count as well and a design does not say. */
  readonly leavesOut?: string
}

function usesOf(index: DesignIndex, name: QuotaName, limit: number): QuotaUse[] {
  const each = kindsWith(name).flatMap((kind) =>
    index.all(kind).flatMap((resource) =>
      countsOf(index, name, resource).map(({ count, what, limit: own }): QuotaUse => ({ where: displayName(resource), what: [definitionOf(kind).label, ...(what === undefined ? [] : [what])].join(', '), resources: [resource.id], count, limit: own ?? limit })),
    ),
  )
  const places = placesOf(index, name).map(({ place, resources }): QuotaUse => ({ where: place, what: '', resources: [...new Set(resources)], count: resources.length, limit }))
  return [...each, ...places].filter(({ count }) => count > 0).sort((a, b) => shareOf(b) - shareOf(a))
}

/** How much of a quota the use takes, 1 being all of it. */
export const shareOf = ({ count, limit }: Pick<QuotaUse, 'count' | 'limit'>): number => (limit === 0 ? Number.POSITIVE_INFINITY : count / limit)

/** Every quota with its value and its use in a design, in the order of the facts. */
export function quotaUsage(design: Design, settings: ReviewSettings = settingsOf(design)): QuotaUsage[] {
  const index = indexOf(design)
  return QUOTA_NAMES.map((name): QuotaUsage => {
    const counter = COUNTERS[name]
    const quota = quotaUnder(settings, name)
    return {
      name,
      fact: QUOTAS[name],
      quota,
      recorded: settings.recorded.get(name),
      uses: usesOf(index, name, quota.value),
      ...('notCounted' in counter ? { notCounted: counter.notCounted } : {}),
      ...('leavesOut' in counter && counter.leavesOut !== undefined ? { leavesOut: counter.leavesOut } : {}),
    }
  })
}
