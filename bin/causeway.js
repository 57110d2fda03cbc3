#!/usr/bin/env node
// Starts the built command line on Node 24 or newer. Written so that an old Node can read it too.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const needed = 24
const bundledNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const entry = new URL('../out/main/cli.js', import.meta.url)
const args = process.argv.slice(2)

function refuse(line) {
  process.stderr.write(`causeway: ${line}\n`)
  process.exitCode = 2
}

function runOnBundledNode() {
  const child = spawn(bundledNode, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit', env: { ...process.env, CAUSEWAY_REEXECUTED: '1' } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 3))
}

if (Number(process.versions.node.split('.')[0]) < needed) {
  if (existsSync(bundledNode) && !process.env.CAUSEWAY_REEXECUTED) runOnBundledNode()
  else refuse(`Node ${process.versions.node} is too old; install Node ${needed} or newer and run this again.`)
} else if (existsSync(entry)) {
  const { main } = await import(entry.href)
  process.exitCode = await main(args)
} else {
  refuse('not built yet; run "npm run build" in the checkout first.')
}
