import { describe, expect, test } from 'vitest'
import { failurePoints } from '../../../../../src/renderer/panels/intents/failure-points.ts'
import { EMPTY_FORM, formOfIntent, intentOf } from '../../../../../src/renderer/panels/intents/intent-form.ts'
import { acceptIntent, deleteIntent, dismissIntent, putIntent } from '../../../../../src/shared/document/commands/intents.ts'
import type { Intent } from '../../../../../src/shared/document/design.ts'
import { applyEdit, type Edit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { intentId } from '../../../../../src/shared/model/id.ts'
import type { IntentVerdict } from '../../../../../src/shared/simulation/types.ts'
import { at, network } from '../network.ts'

const intent: Intent = { id: intentId.parse('intent:suggested/a'), from: at('site:hq'), to: at('vpc:prod'), expect: 'reach', direction: 'both', status: 'suggested' }
const design = network()

function applied(edit: Edit, to = design) {
  const result = applyEdit(to, edit)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.value
}

describe('edits of intents', () => {
  test('accepting and dismissing a suggestion puts it into the design, and can be undone', () => {
    const accept = acceptIntent(design, intent, 'HQ reaches Prod')
    expect(applied(accept).intents[intent.id]?.status).toBe('accepted')
    expect(applied(invertEdit(accept), applied(accept)).intents).toEqual({})
    expect(applied(dismissIntent(design, intent, 'x')).intents[intent.id]?.status).toBe('dismissed')
  })

  test('changing an intent replaces what is there; deleting takes it away', () => {
    const once = applied(acceptIntent(design, intent, 'x'))
    const twice = applied(putIntent(once, { ...intent, status: 'accepted', protocol: 6, port: 443 }, 'Change'), once)
    expect(twice.intents[intent.id]).toMatchObject({ protocol: 6, port: 443 })
    expect(applied(deleteIntent(twice, intent.id, 'x'), twice).intents).toEqual({})
    expect(deleteIntent(design, intent.id, 'x').changes).toEqual([])
  })
})

describe('the form of an intent', () => {
  test('says what is missing', () => {
    expect(intentOf(EMPTY_FORM, 'intent:x')).toEqual({ complaints: ['Choose where it starts.', 'Choose where it goes.'] })
    expect(intentOf({ ...EMPTY_FORM, from: 'internet', to: 'internet', port: '70000' }, 'intent:x')).toEqual({ complaints: ['Both ends are the same.', 'The port is a number from 0 to 65535.'] })
  })

  test('takes and shows what else must hold', () => {
    const requirements = { survives: '1', bandwidth: '1000', bandwidthAfter: '500', encrypted: true, offInternet: false, latency: 'steady', availability: '99.99', recovery: '30' } as const
    const form = { ...EMPTY_FORM, from: 'site:hq', to: 'vpc:prod', requirements }
    const result = intentOf(form, 'intent:x')
    const made = 'intent' in result ? result.intent : undefined
    expect(made).toMatchObject({ survives: 1, bandwidthMbps: 1000, bandwidthAfterFailureMbps: 500, encrypted: true, latencyClass: 'steady', availabilityTarget: 0.9999, recoverySeconds: 30 })
    expect(made).not.toHaveProperty('offInternet')
    expect(made && formOfIntent(made)).toEqual(form)
    const never = intentOf({ ...form, expect: 'never' }, 'intent:x')
    expect('intent' in never && never.intent).not.toHaveProperty('survives')
  })

  test('refuses numbers that are none', () => {
    const wrong = intentOf({ ...EMPTY_FORM, from: 'site:hq', to: 'vpc:prod', requirements: { ...EMPTY_FORM.requirements, bandwidth: 'fast', availability: '100', recovery: '-1' } }, 'intent:x')
    expect('complaints' in wrong && wrong.complaints).toHaveLength(3)
  })

  test('keeps a port only where the protocol has ports, and shows an intent as it is', () => {
    const form = { ...EMPTY_FORM, from: 'site:hq', to: 'vpc:prod', port: '443' }
    const result = intentOf({ ...form, protocol: '6', name: ' Web ' }, 'intent:x')
    const made = 'intent' in result ? result.intent : undefined
    expect(made).toMatchObject({ protocol: 6, port: 443, name: 'Web', status: 'accepted' })
    expect(made && formOfIntent(made)).toEqual({ ...form, protocol: '6', name: 'Web' })
    const icmp = intentOf({ ...form, protocol: '1' }, 'intent:x')
    expect('intent' in icmp && icmp.intent.port).toBeUndefined()
  })
})

describe('failurePoints', () => {
  const verdict = (id: string, suggested: boolean, elements: readonly string[]): IntentVerdict => ({
    id, from: intent.from, to: intent.to, statement: id, suggested, holds: true, intent,
    singlePointsOfFailure: elements.map((element) => ({ element, kind: 'customer-device', consequence: `${id} breaks` })),
  })

  test('lists each element once with all that is lost, the worst first', () => {
    const points = failurePoints([verdict('a', true, ['one']), verdict('b', false, ['two']), verdict('c', true, ['two', 'one']), verdict('d', true, ['two'])], [{ element: 'two', kind: 'customer-device', label: 'Router 2' }])
    expect(points.map(({ element, label, consequences, isSuggested }) => [element, label, consequences.length, isSuggested])).toEqual([['two', 'Router 2', 3, false], ['one', 'one', 2, true]])
  })
})
