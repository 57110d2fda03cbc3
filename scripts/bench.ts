import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root, run } from './run.ts'

// Each bench prints its table, and writes its figures to the file that `--json` names; `--json` here gathers them by bench.
const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true })
const wanted = positionals[0] ?? ''
const files = globSync('test/bench/*.bench.ts', { cwd: root }).sort().filter((file) => file.includes(wanted))
const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
const gathered: Record<string, unknown> = {}
let worst = 0
for (const file of files) {
  const output = join(folder, `${basename(file, '.bench.ts')}.json`)
  const code = run('node', [file, '--json', output])
  worst = Math.max(worst, code)
  if (code === 0) gathered[basename(file, '.bench.ts')] = JSON.parse(readFileSync(output, 'utf8'))
}
rmSync(folder, { recursive: true })
if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify(gathered, null, 2)}\n`)
process.exitCode = worst
