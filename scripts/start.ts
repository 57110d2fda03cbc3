import { join } from 'node:path'
import { findElectron } from './electron-binary.ts'
import { becomeProgram } from './foreground.ts'
import { needsBuild } from './freshness.ts'
import { root, run } from './run.ts'

const args = process.argv.slice(2)
const isBuilt = !needsBuild() || run('node', ['scripts/node.js', 'build']) === 0
if (!isBuilt) {
  process.exitCode = 3
} else {
  const electron = findElectron()
  if ('path' in electron) {
    becomeProgram(electron.path, [root, ...args])
  } else {
    process.stdout.write(`${electron.missing}: Causeway runs in your browser instead.\n`)
    becomeProgram(process.execPath, [join(root, 'bin', 'causeway.js'), 'serve', ...args])
  }
}
