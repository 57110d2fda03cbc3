import type { Design } from '../document/design.ts'
import type { Profile, QuotaEntry, Waiver } from '../document/review.ts'
import { type QuotaName, QUOTAS } from '../facts/quotas.ts'
import { isInProfile } from './profiles.ts'
import type { Finding, Quota, Rule, Severity } from './rule.ts'

/** How a design is reviewed, read from its `review` entries. */
export interface ReviewSettings {
  readonly profile: Profile
  readonly severities: ReadonlyMap<string, Severity | 'off'>
  readonly quotas: ReadonlyMap<string, number>
  /** The whole records of raised quotas. */
  readonly recorded: ReadonlyMap<string, QuotaEntry>
  readonly waivers: readonly Waiver[]
}

/** The review settings of a design. */
export function settingsOf(design: Design): ReviewSettings {
  let profile: Profile = 'everything'
  const severities = new Map<string, Severity | 'off'>()
  const recorded = new Map<string, QuotaEntry>()
  const waivers: Waiver[] = []
  for (const entry of Object.values(design.review ?? {})) {
    const about = entry.id.slice(entry.id.indexOf(':') + 1)
    if ('profile' in entry) profile = entry.profile
    else if ('severity' in entry) severities.set(about, entry.severity)
    else if ('value' in entry) recorded.set(about, entry)
    else waivers.push(entry)
  }
  return { profile, severities, quotas: new Map([...recorded].map(([name, { value }]) => [name, value])), recorded, waivers }
}

/** A quota under these settings: the recorded increase where it is one, else AWS's default. A quota that nobody can raise stays as it is. */
export function quotaUnder(settings: ReviewSettings, name: QuotaName): Quota {
  const { value, adjustable } = QUOTAS[name]
  const recorded = settings.quotas.get(name)
  return recorded !== undefined && adjustable !== 'no' && recorded > value ? { value: recorded, isRaised: true } : { value, isRaised: false }
}

/** The severity that a rule's findings of a severity get in this design; undefined when they are not wanted. */
export function severityUnder(settings: ReviewSettings, rule: Rule, severity: Severity): Severity | undefined {
  const own = settings.severities.get(rule.id)
  if (own === 'off') return undefined
  if (own !== undefined) return own
  return isInProfile(rule, settings.profile) ? severity : undefined
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, at) => one === b[at])

/** What a finding, or a waiver, is about. */
export type Subject = Pick<Finding, 'rule' | 'resources'> & { readonly field?: string | undefined }

/** True when both are about the same: one rule, the same resources in the same order, the same field. */
export function isAbout(one: Subject, other: Subject): boolean {
  return one.rule === other.rule && same(one.resources, other.resources) && one.field === other.field
}

/** The finding with the waiver that covers it on the day, or with the one that has run out. Without a day no waiver has run out. */
export function underWaivers(settings: ReviewSettings, finding: Finding, today: string | undefined): Finding {
  const waivers = settings.waivers.filter((waiver) => isAbout(waiver, finding))
  const hasExpired = ({ expires }: Waiver) => today !== undefined && expires !== undefined && expires < today
  const lasting = waivers.find((waiver) => !hasExpired(waiver))
  if (lasting) return { ...finding, waiver: lasting }
  const [expired] = waivers
  return expired ? { ...finding, expiredWaiver: expired } : finding
}
