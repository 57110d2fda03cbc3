import type { Intent } from '../document/design.ts'
import type { Edit } from '../document/edit.ts'
import type { DesignIndex } from '../document/query.ts'
import type { Profile, Waiver } from '../document/review.ts'
import type { QuotaName } from '../facts/quotas.ts'
import type { IntentId, ResourceId } from '../model/id.ts'
import type { Kind, ResourceOf } from '../model/index.ts'
import type { Simulation } from '../simulation/index.ts'
import type { Carried } from './carried.ts'
import type { ElementId } from '../simulation/types.ts'

/** How bad. `error`: AWS or the network refuses it; `warning`: works but is likely wrong or fragile; `advice`. */
export type Severity = 'error' | 'warning' | 'advice'

/** What a rule concluded: the mistake is there, or the rule could not tell (and the message says what it would have to know). */
export type Verdict = 'violated' | 'cannot-tell'

/** A remedy that is an ordinary edit. */
export interface Fix {
  readonly label: string
  readonly edit: Edit
}

/** A piece of evidence: what was looked at and what it said. */
export interface Evidence {
  readonly what: string
  readonly value: string
  readonly resource?: ResourceId
}

/** What a rule's check reports, before the registry adds the rule's own data. */
export interface Report {
  /** Key into the rule's messages. */
  readonly message: string
  /** Values for the `{slot}`s of the message. */
  readonly slots: Readonly<Record<string, string | number>>
  /** The resource to blame first, then the others concerned. Never empty. */
  readonly resources: readonly [ResourceId, ...ResourceId[]]
  readonly field?: string
  readonly evidence?: readonly Evidence[]
  readonly fixes?: readonly Fix[]
  readonly verdict?: Verdict
  /** A rule whose catalogue entry names a milder or harsher case overrides its severity here. */
  readonly severity?: Severity
  /** The accepted intents that make it a mistake. */
  readonly intents?: readonly IntentId[]
  /** Besides the one to blame: what else rules that come after this one are to be silent about. */
  readonly explains?: readonly ResourceId[]
  /** Of a rule that comes after every error: where the trouble shows. */
  readonly places?: readonly ResourceId[]
}

/** A quota as it holds for this design: the user's own recorded increase, else AWS's default. */
export interface Quota {
  readonly value: number
  /** True when the user recorded an increase. */
  readonly isRaised: boolean
}

/** What a rule about single resources may look at. What it reads is noted: it is asked again when an edit touched that. */
export interface ResourceContext {
  readonly index: DesignIndex
  /** A quota as it holds for this design. */
  readonly quota: (name: QuotaName) => Quota
}

/** What a rule about the whole design may look at. */
export interface RuleContext extends ResourceContext {
  readonly simulation: Simulation
  /** Accepted intents only; suggested ones raise nothing. */
  readonly intents: readonly Intent[]
  /**
   * Elements that are switched off. Only rules about what a failure does heed them (what would break next): a mistake in the drawing is
   * one whatever is down.
   */
  readonly failed: readonly ElementId[]
  /** The day of the review, ISO 8601; undefined where nobody said. */
  readonly today: string | undefined
  /** Readings about single intents, kept from check to check. */
  readonly carried: Carried
}

/** Checks of single resources, by kind. */
export type ResourceChecks = { readonly [K in Kind]?: (resource: ResourceOf<K>, context: ResourceContext) => Iterable<Report> }

/** A rule, with its metadata as its documentation. It has `checkEach`, or `check` where it compares many things or asks the simulation. */
export interface Rule {
  /** Kebab-case; equals the file's name; never reused. */
  readonly id: string
  /** The R- number of the facts catalogue it implements; `C-` and a number for what the catalogue does not have. */
  readonly catalogue: string
  /** Further catalogue numbers that say the same in other words. */
  readonly alsoCovers?: readonly string[]
  readonly title: string
  readonly severity: Severity
  /** Profiles besides `everything` that the rule belongs to. */
  readonly profiles?: readonly Exclude<Profile, 'everything'>[]
  readonly appliesTo: readonly Kind[]
  /**
   * Rules that report the cause: what they blame, or an intent they name, this rule is silent about. `every-error`: any error that speaks
   * of one of its `places`, or names an intent that it names.
   */
  readonly after?: readonly string[] | 'every-error'
  /** Two sentences for the user: why it matters. */
  readonly why: string
  readonly remedy: string
  readonly sources: readonly { readonly fact: string; readonly checked: string }[]
  /** Message id -> text with `{slot}`s. */
  readonly messages: Readonly<Record<string, string>>
  readonly checkEach?: ResourceChecks
  readonly check?: (context: RuleContext) => Iterable<Report>
}

/** Declares a rule. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule
}

/** What the product has to say about the design. */
export interface Finding {
  readonly rule: string
  readonly catalogue: string
  readonly severity: Severity
  readonly verdict: Verdict
  readonly message: string
  readonly resources: readonly ResourceId[]
  readonly field?: string
  readonly evidence: readonly Evidence[]
  readonly fixes: readonly Fix[]
  readonly intents?: readonly IntentId[]
  /** Somebody has decided to live with it; it counts in no summary while the waiver lasts. */
  readonly waiver?: Waiver
  /** A waiver of it that has run out: it counts again. */
  readonly expiredWaiver?: Waiver
}
