import { globSync } from 'node:fs'
import { root, run } from './run.ts'

const wanted = process.argv[2] ?? ''
const files = globSync('test/bench/*.bench.ts', { cwd: root }).sort().filter((file) => file.includes(wanted))
process.exitCode = Math.max(0, ...files.map((file) => run('node', [file])))
