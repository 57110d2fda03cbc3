import type { Severity, Verdict } from './rule.ts'

/** What a rule says of a design of its samples. */
export interface Example {
  readonly verdict: Verdict
  readonly severity: Severity
  readonly message: string
  /** What was looked at and what it said, in words. */
  readonly evidence: readonly string[]
  /** What the fixes that are offered do. */
  readonly fixes: readonly string[]
}

/** Examples of a rule: of the mistake, and of not being able to tell. At least one of them. */
export type Examples = readonly Example[]
