import type { Intent } from '../document/design.ts'
import type { Edit } from '../document/edit.ts'
import type { DesignIndex } from '../document/query.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind } from '../model/index.ts'
import type { Simulation } from '../simulation/index.ts'
import type { ElementId } from '../simulation/types.ts'

/** How bad. `error`: AWS or the network refuses it; `warning`: works but is likely wrong or fragile; `advice`. */
export type Severity = 'error' | 'warning' | 'advice'

/** What a rule concluded: the mistake is there, or the rule could not tell (and the message says why). */
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
}

/** What a rule may look at. */
export interface RuleContext {
  readonly index: DesignIndex
  readonly simulation: Simulation
  /** Accepted intents only; suggested ones raise nothing. */
  readonly intents: readonly Intent[]
  /**
   * Elements that are switched off. Only rules about what a failure does heed them (what would break next): a mistake in the drawing is
   * one whatever is down.
   */
  readonly failed: readonly ElementId[]
}

/** A rule, with its metadata as its documentation. */
export interface Rule {
  /** Kebab-case; equals the file's name; never reused. */
  readonly id: string
  /** The R- number(s) of the facts catalogue it implements. */
  readonly catalogue: string
  readonly title: string
  readonly severity: Severity
  readonly appliesTo: readonly Kind[]
  /** Two sentences for the user: why it matters. */
  readonly why: string
  readonly remedy: string
  readonly sources: readonly { readonly fact: string; readonly checked: string }[]
  /** Message id -> text with `{slot}`s. */
  readonly messages: Readonly<Record<string, string>>
  readonly check: (context: RuleContext) => Iterable<Report>
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
}
