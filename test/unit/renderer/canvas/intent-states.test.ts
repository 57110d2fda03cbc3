import { describe, expect, it } from 'vitest'
import { intentStates } from '../../../../src/renderer/canvas/intent-states.ts'
import type { Analysis } from '../../../../src/renderer/worker/index.ts'
import { intentId } from '../../../../src/shared/model/id.ts'
import { placedPattern } from '../../../../src/shared/patterns/index.ts'
import type { Finding } from '../../../../src/shared/rules/rule.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'

const simulation = simulate(placedPattern('a1-managed-vpn'))
const [intent] = simulation.intents
if (!intent) throw new Error('the pattern has an intent')

function stateOf(failed: readonly string[], survives?: 1, findings: Analysis['findings'] = []) {
  const asked = survives ? { ...intent, survives } : intent
  const analysis: Analysis = { version: 0, failed, findings, verdicts: intent ? [{ ...simulation.judge(intent, failed), intent: asked as typeof intent }] : [], effects: new Map(), elements: simulation.elements }
  return intentStates(analysis).get(intent?.id ?? '')
}

/** As much of a finding as states are read from. */
const finding = (rule: string, verdict: 'violated' | 'cannot-tell'): Finding => ({ rule, verdict, intents: [intentId.parse(intent.id)] }) as unknown as Finding

describe('intentStates', () => {
  const tunnel = simulation.elements.find(({ kind }) => kind === 'vpn-tunnel')?.element ?? ''
  const device = simulation.elements.find(({ kind }) => kind === 'customer-device')?.element ?? ''

  it('holds, survives what is switched off, and is broken by what carries it', () => {
    expect(stateOf([])).toBe('holds')
    expect(stateOf([tunnel])).toBe('survives')
    expect(stateOf([device])).toBe('broken')
  })

  it('survives where it is asked to and no rule objects, and falls short where one does', () => {
    expect(stateOf([], 1)).toBe('survives')
    expect(stateOf([], 1, [finding('intent-survives', 'violated')])).toBe('short')
    expect(stateOf([], 1, [finding('intent-bandwidth', 'cannot-tell')])).toBe('unsure')
    expect(stateOf([], 1, [finding('intent-bandwidth', 'cannot-tell'), finding('intent-survives', 'violated')])).toBe('short')
    expect(stateOf([], 1, [finding('single-customer-gateway', 'violated')])).toBe('survives')
  })
})
