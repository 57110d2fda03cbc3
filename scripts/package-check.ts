// Packs the app with a stand-in for Electron's distribution, looks at what was packed, and runs it under the double.
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { needsBuild } from './freshness.ts'
import { inspectFiles, inspectFuses } from './package/inspect.ts'
import { runPacked } from './package/run-packed.ts'
import { makeStandIn } from './package/stand-in.ts'
import { root, run } from './run.ts'

const largestBytes = 80 * 1024 * 1024

function build(): string | undefined {
  if (needsBuild() && run('node', ['scripts/node.js', 'build']) !== 0) return 'the build failed'
  const standIn = join(root, '.tmp', 'stand-in')
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { electron: string } }
  makeStandIn(standIn, devDependencies.electron)
  rmSync(join(root, '.tmp', 'package'), { recursive: true, force: true })
  const code = run('electron-builder', [
    '--linux', 'dir', '--x64', '--publish', 'never', '--config', 'electron-builder.config.js',
    `-c.electronDist=${standIn}`, `-c.electronVersion=${devDependencies.electron}`, '-c.directories.output=.tmp/package',
  ])
  return code === 0 ? undefined : 'electron-builder failed'
}

async function check(): Promise<readonly string[]> {
  const failure = build()
  if (failure !== undefined) return [failure]
  const unpacked = join(root, '.tmp', 'package', 'linux-unpacked')
  const asar = join(unpacked, 'resources', 'app.asar')
  const { size } = statSync(asar)
  process.stdout.write(`app.asar: ${(size / 1024 / 1024).toFixed(1)} MiB\n`)
  return [
    ...(size > largestBytes ? [`app.asar has ${size} bytes, more than ${largestBytes}`] : []),
    ...inspectFiles(asar),
    ...inspectFuses(join(unpacked, 'causeway')),
    ...(await runPacked(asar)),
  ]
}

const complaints = await check()
process.stdout.write(complaints.length === 0 ? 'the package is as it should be\n' : `${complaints.join('\n')}\n`)
process.exitCode = complaints.length === 0 ? 0 : 1
