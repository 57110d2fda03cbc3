import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** The checkout's root folder. */
export const root = join(import.meta.dirname, '..')

const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`

/** Runs a tool of node_modules/.bin in the checkout with its output shown; returns its exit code. */
export function run(tool: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const result = spawnSync(tool, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, PATH: path, ...env } })
  return result.status ?? 3
}
