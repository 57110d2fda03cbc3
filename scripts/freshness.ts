import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

const products = ['out/main/cli.js', 'out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const sources = ['src/**/*', 'resources/**/*', 'package.json', 'electron.vite.config.ts', 'svelte.config.js']

/** True when a product of the build is missing or older than a source. */
export function needsBuild(): boolean {
  const built = products.map((path) => join(root, path))
  if (!built.every((path) => existsSync(path))) return true
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return globSync(sources, { cwd: root }).some((path) => statSync(join(root, path)).mtimeMs > oldest)
}
