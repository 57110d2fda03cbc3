import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../run.ts'

/** How one suite ended. */
export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A suite that is one check: it passes or fails as a whole. */
export function single(tool: string, args: readonly string[]): Count {
  const isGood = run(tool, args) === 0
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

/** The suite's report; a suite that left none, or ended badly without a failed test, counts as one more failure. */
export function counted(file: string, runSuite: () => number, read: (report: unknown) => Count): Count {
  const path = join(root, file)
  rmSync(path, { force: true })
  const code = runSuite()
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const count = read(JSON.parse(readFileSync(path, 'utf8')))
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** Unit, sample, property and component tests. */
export function vitest(): Count {
  const file = 'test-results/unit.json'
  return counted(
    file,
    () => run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
    (report) => {
      const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = report as Record<string, number> & { testResults: readonly { status: string; assertionResults: readonly unknown[] }[] }
      // A file that fails to load has no tests of its own to count.
      const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
      const failed = (numFailedTests ?? 0) + unloaded
      return { passed: numPassedTests ?? 0, failed: failed === 0 && (numFailedTestSuites ?? 0) > 0 ? 1 : failed, skipped: numPendingTests ?? 0 }
    },
  )
}

/** Journeys, on every host. */
export function playwright(): Count {
  return counted(
    'test-results/e2e.json',
    () => run('playwright', ['test']),
    (report) => {
      const { expected, unexpected, flaky, skipped } = (report as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }).stats
      return { passed: expected, failed: unexpected + flaky, skipped }
    },
  )
}
