import { type QuotaName, QUOTAS } from '../../facts/quotas.ts'
import type { ResourceContext, Severity } from '../rule.ts'

/** A quota that a count exceeds. */
export interface Exceeded {
  /** A warning where a recorded increase would do, an error where nobody can raise it that far. */
  readonly severity: Severity
  /** `count`, `what` is counted, `quota` as it holds, and `raise`: what can be done about it. */
  readonly slots: { readonly count: number; readonly what: string; readonly quota: number; readonly raise: string }
}

function raiseText(name: QuotaName): string {
  const { adjustable, most, value } = { most: undefined, ...QUOTAS[name] }
  if (adjustable === 'no') return 'nobody can raise it'
  const by = adjustable === 'by-request' ? 'on request' : 'by its account team'
  return `AWS's default is ${value}, and AWS raises it ${by}${most === undefined ? '' : ` to ${most} at most`}`
}

/** What a count means for a quota of this design; undefined while it is within. */
export function overQuota({ quota }: ResourceContext, name: QuotaName, count: number): Exceeded | undefined {
  const { value } = quota(name)
  if (count <= value) return undefined
  const { adjustable, most, label } = { most: undefined, ...QUOTAS[name] }
  const isFinal = adjustable === 'no' || (most !== undefined && count > most)
  return { severity: isFinal ? 'error' : 'warning', slots: { count, what: label, quota: value, raise: raiseText(name) } }
}
