import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../run.ts'
import { countPlaywright, countVitest, settle, type Count } from './reports.ts'

/** A suite that is one check: it passes or fails as a whole. */
export function single(tool: string, args: readonly string[]): Count {
  const isGood = run(tool, args) === 0
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}

function reported<R>(file: string, runSuite: () => number, count: (report: R) => Count): Count {
  const path = join(root, file)
  rmSync(path, { force: true })
  const code = runSuite()
  // Written by the tool that has just run, in the shape that its documentation gives.
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as R) : undefined
  return settle(report === undefined ? undefined : count(report), code)
}

/** Unit, sample and property tests. */
export function vitest(): Count {
  const file = 'test-results/unit.json'
  return reported(file, () => run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]), countVitest)
}

/** Journeys, on every host. */
export function playwright(): Count {
  return reported('test-results/e2e.json', () => run('playwright', ['test']), countPlaywright)
}
