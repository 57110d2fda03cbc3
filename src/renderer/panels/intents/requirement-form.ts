import type { Intent } from '../../../shared/document/design.ts'

/** What an intent asks for beside being reached, as a person fills it in: text, empty for what is not asked. */
export interface RequirementForm {
  readonly survives: '' | '1' | '2'
  readonly bandwidth: string
  readonly bandwidthAfter: string
  readonly encrypted: boolean
  readonly offInternet: boolean
  readonly latency: '' | NonNullable<Intent['latencyClass']>
  /** In percent. */
  readonly availability: string
  /** In seconds. */
  readonly recovery: string
}

/** Nothing asked. */
export const NO_REQUIREMENTS: RequirementForm = { survives: '', bandwidth: '', bandwidthAfter: '', encrypted: false, offInternet: false, latency: '', availability: '', recovery: '' }

const text = (value: number | undefined) => (value === undefined ? '' : String(value))

/** The form that shows what an intent asks for. */
export function requirementForm({ survives, bandwidthMbps, bandwidthAfterFailureMbps, encrypted, offInternet, latencyClass, availabilityTarget, recoverySeconds }: Intent): RequirementForm {
  return {
    survives: survives === undefined ? '' : survives === 1 ? '1' : '2',
    bandwidth: text(bandwidthMbps),
    bandwidthAfter: text(bandwidthAfterFailureMbps),
    encrypted: encrypted === true,
    offInternet: offInternet === true,
    latency: latencyClass ?? '',
    // A share such as 0.9999 has no exact percentage in binary.
    availability: availabilityTarget === undefined ? '' : String(Number((availabilityTarget * 100).toFixed(9))),
    recovery: text(recoverySeconds),
  }
}

/** True when the form asks for anything. */
export const asksAnything = (form: RequirementForm): boolean => Object.values(form).some((value) => value !== '' && value !== false)

const isNumber = (value: string) => /^\d+([.,]\d+)?$/.test(value)
const numberOf = (value: string) => Number(value.replace(',', '.'))

/** What is wrong with the form, one sentence each. */
export function requirementComplaints({ bandwidth, bandwidthAfter, availability, recovery }: RequirementForm): string[] {
  const isRate = (value: string) => value === '' || (isNumber(value) && numberOf(value) > 0 && numberOf(value) <= 100_000_000)
  return [
    ...(isRate(bandwidth) && isRate(bandwidthAfter) ? [] : ['A bandwidth is a number of Mbps above 0.']),
    ...(availability === '' || (isNumber(availability) && numberOf(availability) > 0 && numberOf(availability) < 100) ? [] : ['The availability is a percentage between 0 and 100, such as 99.99.']),
    ...(recovery === '' || (isNumber(recovery) && numberOf(recovery) <= 604_800) ? [] : ['The interruption is a number of seconds, at most a week.']),
  ]
}

/** The fields of an intent that a form without complaints asks for; none for an intent that something is never reached. */
export function requirementFields(form: RequirementForm, expect: Intent['expect']): Partial<Intent> {
  if (expect === 'never') return {}
  const { survives, bandwidth, bandwidthAfter, encrypted, offInternet, latency, availability, recovery } = form
  return {
    ...(survives === '' ? {} : { survives: survives === '1' ? 1 : 2 }),
    ...(bandwidth === '' ? {} : { bandwidthMbps: numberOf(bandwidth) }),
    ...(bandwidthAfter === '' ? {} : { bandwidthAfterFailureMbps: numberOf(bandwidthAfter) }),
    ...(encrypted ? { encrypted } : {}),
    ...(offInternet ? { offInternet } : {}),
    ...(latency === '' ? {} : { latencyClass: latency }),
    ...(availability === '' ? {} : { availabilityTarget: Number((numberOf(availability) / 100).toFixed(11)) }),
    ...(recovery === '' ? {} : { recoverySeconds: numberOf(recovery) }),
  }
}
