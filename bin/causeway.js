#!/usr/bin/env node
// Starts the built command line on Node 24 or newer. Written so that an old Node can read it too.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const needed = 24
const running = Number(process.versions.node.split('.')[0])
const bundledNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const entry = new URL('../out/main/cli.js', import.meta.url)

function refuse(line) {
  process.stderr.write(`causeway: ${line}\n`)
  process.exit(2)
}

if (running < needed) {
  if (!existsSync(bundledNode) || process.env.CAUSEWAY_REEXECUTED) {
    refuse(`Node ${process.versions.node} is too old; install Node ${needed} or newer and run this again.`)
  }
  const child = spawnSync(bundledNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CAUSEWAY_REEXECUTED: '1' },
  })
  if (child.signal) process.kill(process.pid, child.signal)
  process.exit(child.status ?? 3)
}

if (!existsSync(entry)) refuse('not built yet; run "npm run build" in the checkout first.')
const { main } = await import(entry.href)
process.exitCode = await main(process.argv.slice(2))
