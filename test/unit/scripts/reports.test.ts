import { expect, it } from 'vitest'
import { countPlaywright, countVitest, settle } from '../../../scripts/suites/reports.ts'

const vitest = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, testResults: [{ status: 'passed', assertionResults: [1] }] }
const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }

it.each([
  ['all good', vitest, { passed: 5, failed: 0, skipped: 1 }],
  ['a failed test', { ...vitest, success: false, numFailedTests: 2, testResults: [{ status: 'failed', assertionResults: [1] }] }, { passed: 5, failed: 2, skipped: 1 }],
  ['a file that cannot be loaded', { ...vitest, success: false, testResults: [{ status: 'failed', assertionResults: [] }] }, { passed: 5, failed: 1, skipped: 1 }],
  ['an error outside of all tests', { ...vitest, success: false }, { passed: 5, failed: 1, skipped: 1 }],
])('unit tests: %s', (_what, report, count) => {
  expect(countVitest(report)).toEqual(count)
})

it('journeys: flaky ones and errors outside of tests are failures', () => {
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 0, skipped: 0 })
  expect(countPlaywright({ stats: { ...stats, unexpected: 1, flaky: 2, skipped: 3 }, errors: [{}] })).toEqual({ passed: 4, failed: 4, skipped: 3 })
})

it('a suite that leaves no report, or ends badly without saying why, has failed', () => {
  const good = { passed: 5, failed: 0, skipped: 0 }
  expect(settle(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(settle(good, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(settle(good, 0)).toEqual(good)
})
