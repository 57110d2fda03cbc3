import { chromiumHint, ensureChromium } from './chromium.ts'
import { needsBuild } from './freshness.ts'
import { run } from './run.ts'

// It measures and asserts nothing: only what keeps it from running at all is a failure.
if (!ensureChromium()) process.stderr.write(`${chromiumHint}\n`)
else if (needsBuild() && run('node', ['scripts/build.ts']) !== 0) process.stderr.write('the product could not be built\n')
else process.exitCode = run('node', ['test/bench/canvas/bench.ts', ...process.argv.slice(2)])
