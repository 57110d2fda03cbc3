import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The checkout's root folder. */
export const root = join(import.meta.dirname, '..')

/** Runs a tool of node_modules/.bin in the checkout with its output shown; returns its exit code. */
export function run(tool: string, args: readonly string[]): number {
  const result = spawnSync(tool, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` },
  })
  return result.status ?? 3
}
