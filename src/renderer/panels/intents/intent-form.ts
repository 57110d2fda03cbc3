import type { Intent, IntentEnd } from '../../../shared/document/design.ts'
import { intentId } from '../../../shared/model/id.ts'
import { NO_REQUIREMENTS, requirementComplaints, requirementFields, type RequirementForm, requirementForm } from './requirement-form.ts'

/** The members of an intent as a person fills them in: text, empty for what is not said. */
export interface IntentForm {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly expect: Intent['expect']
  readonly direction: Intent['direction']
  readonly protocol: string
  readonly port: string
  readonly requirements: RequirementForm
}

/** A form for a new intent. */
export const EMPTY_FORM: IntentForm = { name: '', from: '', to: '', expect: 'reach', direction: 'one-way', protocol: '', port: '', requirements: NO_REQUIREMENTS }

/** The form that shows an intent. */
export function formOfIntent(intent: Intent): IntentForm {
  const { name = '', from, to, expect, direction, protocol, port } = intent
  return { name, from, to, expect, direction, protocol: protocol === undefined ? '' : String(protocol), port: port === undefined ? '' : String(port), requirements: requirementForm(intent) }
}

/** The accepted intent that a form describes; a list of what is missing or wrong otherwise. */
export function intentOf(form: IntentForm, id: string): { readonly intent: Intent } | { readonly complaints: readonly string[] } {
  const complaints = [
    ...(form.from === '' ? ['Choose where it starts.'] : []),
    ...(form.to === '' ? ['Choose where it goes.'] : []),
    ...(form.from !== '' && form.from === form.to ? ['Both ends are the same.'] : []),
    ...(form.expect === 'reach' ? requirementComplaints(form.requirements) : []),
    ...(/^(\d{1,5})?$/.test(form.port) && Number(form.port) <= 65_535 ? [] : ['The port is a number from 0 to 65535.']),
  ]
  if (complaints.length > 0) return { complaints }
  const hasPort = form.protocol === '6' || form.protocol === '17'
  return {
    intent: {
      id: intentId.parse(id),
      from: form.from as IntentEnd,
      to: form.to as IntentEnd,
      expect: form.expect,
      direction: form.direction,
      status: 'accepted',
      ...(form.name.trim() === '' ? {} : { name: form.name.trim() }),
      ...(form.protocol === '' ? {} : { protocol: Number(form.protocol) }),
      ...(hasPort && form.port !== '' ? { port: Number(form.port) } : {}),
      ...requirementFields(form.requirements, form.expect),
    },
  }
}
