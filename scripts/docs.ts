// Writes every generated file, or with --check only says which ones differ. A generator is a file in
// scripts/generate whose default export answers the files it owns, path from the root -> text.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.ts'

/** What a generator answers. */
export type Generated = Readonly<Record<string, string>>

const isCheck = process.argv.includes('--check')
const stale: string[] = []
let count = 0
for (const file of globSync('scripts/generate/*.ts', { cwd: root }).sort()) {
  const { default: generate } = (await import(pathToFileURL(join(root, file)).href)) as { default: () => Generated | Promise<Generated> }
  for (const [path, text] of Object.entries(await generate())) {
    count += 1
    const target = join(root, path)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    stale.push(path)
    if (isCheck) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
const verb = isCheck ? 'differ from what "npm run docs" writes' : 'were written'
process.stdout.write(`${count} generated files, ${stale.length} ${verb}${stale.map((path) => `\n  ${path}`).join('')}\n`)
if (isCheck && stale.length > 0) process.exitCode = 1
