import type { Design } from '../../../shared/document/design.ts'
import type { Edit } from '../../../shared/document/edit.ts'
import { type Profile, type ReviewEntry, reviewId, type Waiver } from '../../../shared/document/review.ts'
import { type QuotaName, QUOTAS } from '../../../shared/facts/quotas.ts'
import type { Finding, Severity } from '../../../shared/rules/rule.ts'

function put(design: Design, label: string, id: string, after: ReviewEntry | undefined): Edit {
  const key = reviewId.parse(id)
  const before = design.review?.[key]
  if (before === undefined && after === undefined) return { label, changes: [] }
  return { label, changes: [{ op: 'put', collection: 'review', id: key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }] }
}

/** What a person says when they decide to live with a finding. */
export interface WaiverForm {
  readonly reason: string
  readonly author: string
  /** ISO 8601, or empty: it does not expire. */
  readonly expires: string
}

/** Decides to live with a finding; an expired waiver of it is replaced. */
export function waive(design: Design, finding: Finding, { reason, author, expires }: WaiverForm, created: string, newId: string): Edit {
  const id = finding.expiredWaiver?.id ?? `waiver:${newId}`
  const { rule, resources, field } = finding
  return put(design, `Waive ${rule}`, id, { id: reviewId.parse(id), rule, resources: [...resources], ...(field === undefined ? {} : { field }), reason, author, created, ...(expires === '' ? {} : { expires }) })
}

/** Changes what a waiver says; an empty end takes it away. */
export function changeWaiver(design: Design, waiver: Waiver, fields: Partial<WaiverForm>): Edit {
  const { expires: _, ...others } = { ...waiver, ...fields }
  const expires = fields.expires ?? waiver.expires ?? ''
  return put(design, `Change the waiver of ${waiver.rule}`, waiver.id, { ...others, ...(expires === '' ? {} : { expires }) })
}

/** Takes a waiver back: the finding counts again. */
export function liftWaiver(design: Design, waiver: Waiver): Edit {
  return put(design, `Lift the waiver of ${waiver.rule}`, waiver.id, undefined)
}

/** Reviews the design with other rules; `everything` is what a design without the entry has. */
export function chooseProfile(design: Design, profile: Profile): Edit {
  return put(design, 'Choose the rules', 'profile', profile === 'everything' ? undefined : { id: reviewId.parse('profile'), profile })
}

/** What is recorded of an increase: empty words are left out. */
export interface IncreaseForm {
  readonly value: number
  readonly author: string
  /** ISO 8601. */
  readonly created: string
  readonly note: string
}

/** Records that AWS has raised a quota, or with undefined that AWS's default holds. */
export function recordQuota(design: Design, name: QuotaName, form: IncreaseForm | undefined): Edit {
  const id = `quota:${name}`
  const label = form === undefined ? `Default of ${QUOTAS[name].label}` : `Record an increase of ${QUOTAS[name].label}`
  if (form === undefined) return put(design, label, id, undefined)
  const { value, author, created, note } = form
  return put(design, label, id, { id: reviewId.parse(id), value, ...(author === '' ? {} : { author }), ...(created === '' ? {} : { created }), ...(note === '' ? {} : { note }) })
}

/** Gives a rule this design's own severity, or with undefined its own again. */
export function setSeverity(design: Design, rule: string, severity: Severity | 'off' | undefined): Edit {
  const id = `severity:${rule}`
  return put(design, severity === 'off' ? `Switch ${rule} off` : `Severity of ${rule}`, id, severity === undefined ? undefined : { id: reviewId.parse(id), severity })
}
