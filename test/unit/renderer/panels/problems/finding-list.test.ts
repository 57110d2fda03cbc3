import { expect, test } from 'vitest'
import { countByTone, keyOf, neighbourOf, sortedFindings } from '../../../../../src/renderer/panels/problems/finding-list.ts'
import type { Finding } from '../../../../../src/shared/rules/rule.ts'
import { at } from '../network.ts'

const finding = (rule: string, severity: Finding['severity'], verdict: Finding['verdict'] = 'violated'): Finding => ({
  rule, catalogue: 'R-X', severity, verdict, message: rule, resources: [at('vpc:a')], evidence: [], fixes: [],
})
const all = [finding('advice', 'advice'), finding('unsure', 'error', 'cannot-tell'), finding('b-error', 'error'), finding('warning', 'warning'), finding('a-error', 'error')]

test('sorts worst first, what cannot be told last, and keeps the order of equals', () => {
  expect(sortedFindings(all).map(({ rule }) => rule)).toEqual(['b-error', 'a-error', 'warning', 'advice', 'unsure'])
})

test('shows what is reported twice once', () => {
  expect(sortedFindings([...all, finding('warning', 'warning')])).toHaveLength(5)
})

test('counts by what is shown, not by severity alone', () => {
  expect(countByTone(all)).toEqual({ error: 2, warning: 1, advice: 1, unsure: 1 })
})

test('goes round and round, and starts at an end when it does not know where it is', () => {
  const sorted = sortedFindings(all)
  const key = (position: number) => { const found = sorted[position]; return found && keyOf(found) }
  expect(neighbourOf(sorted, key(0), 1)?.rule).toBe('a-error')
  expect(neighbourOf(sorted, key(4), 1)?.rule).toBe('b-error')
  expect(neighbourOf(sorted, key(0), -1)?.rule).toBe('unsure')
  expect(neighbourOf(sorted, 'gone', 1)?.rule).toBe('b-error')
  expect(neighbourOf(sorted, undefined, -1)?.rule).toBe('unsure')
  expect(neighbourOf([], undefined, 1)).toBeUndefined()
})
