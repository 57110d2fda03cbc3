import { findElectron } from './electron-binary.ts'
import { needsBuild } from './freshness.ts'
import { root, run } from './run.ts'

const args = process.argv.slice(2)
const isBuilt = !needsBuild() || run('node', ['scripts/node.js', 'build']) === 0
if (!isBuilt) {
  process.exitCode = 3
} else {
  const electron = findElectron()
  if ('path' in electron) {
    process.exitCode = run(electron.path, [root, ...args])
  } else {
    process.stdout.write(`${electron.missing}: Causeway runs in your browser instead.\n`)
    // Ctrl+C reaches the whole group: stay until the host has closed its library.
    process.on('SIGINT', () => undefined)
    process.exitCode = run('node', ['bin/causeway.js', 'serve', ...args])
  }
}
