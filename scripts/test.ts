// Runs every suite, also after a failure, and ends with one line that sums them up.
import { chromiumHint, ensureChromium } from './chromium.ts'
import { ensureFrr } from './frr.ts'
import { playwright, single, vitest } from './suites/count.ts'
import type { Count } from './suites/reports.ts'

const hasChromium = ensureChromium()
const noBgpSpeaker = ensureFrr()
const npm = (script: string, ...args: readonly string[]) => () => single('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])])
const suites: readonly { readonly name: string; readonly run: () => Count; readonly needsChromium?: true }[] = [
  { name: 'lint and layers', run: npm('lint') },
  { name: 'types', run: npm('check') },
  { name: 'generated files', run: npm('docs', '--check') },
  { name: 'build', run: npm('build') },
  { name: 'unit', run: vitest },
  { name: 'journeys', run: playwright, needsChromium: true },
  { name: 'package', run: npm('package:check'), needsChromium: true },
]

const lines: string[] = []
const total = { passed: 0, failed: 0 }
for (const { name, run, needsChromium } of suites) {
  process.stdout.write(`\n== ${name}\n`)
  if (needsChromium && !hasChromium) {
    lines.push(`${name}: skipped, because ${chromiumHint}`)
    continue
  }
  const { passed, failed, skipped } = run()
  total.passed += passed
  total.failed += failed
  lines.push(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}
if (noBgpSpeaker !== undefined) lines.push(`BGP choices against a real speaker: skipped, because ${noBgpSpeaker}`)
process.stdout.write(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0
