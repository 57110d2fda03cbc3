import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import type { Rule } from '../../../../src/shared/rules/rule.ts'

const shared = join(import.meta.dirname, '../../../../src/shared')

/** The source of a file under `src/shared`. */
export const sourceOf = (file: string): string => readFileSync(join(shared, file), 'utf8')

const javascript = new Map<string, string>()

function compiled(text: string): string {
  const known = javascript.get(text)
  if (known !== undefined) return known
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2024, verbatimModuleSyntax: false } })
  javascript.set(text, outputText)
  return outputText
}

type Module = Readonly<Record<string, unknown>>

/** Another text for one file under `src/shared`. */
export interface Replacement {
  readonly file: string
  readonly text: string
}

const outside = new Map<string, Promise<Module>>()

/** A module that is not made anew. */
function imported(path: string): Promise<Module> {
  const known = outside.get(path) ?? (import(/* @vite-ignore */ `../../../../src/shared/${path}`) as Promise<Module>)
  outside.set(path, known)
  return known
}

/** A module under `src/shared/rules` with all that it takes from there made anew; what is outside of it is as ever. */
async function load(file: string, replacement: Replacement, loaded: Map<string, Promise<Module>>): Promise<Module> {
  const code = compiled(file === replacement.file ? replacement.text : sourceOf(file))
  const modules = new Map<string, Module>()
  for (const [, specifier] of code.matchAll(/\brequire\("([^"]+)"\)/g)) {
    if (specifier === undefined || modules.has(specifier)) continue
    const path = posix.join(posix.dirname(file), specifier)
    const isOwn = path.startsWith('rules/')
    const found = loaded.get(path) ?? (isOwn ? load(path, replacement, loaded) : imported(path))
    loaded.set(path, found)
    modules.set(specifier, await found)
  }
  const exports: Record<string, unknown> = {}
  // The project's own source, with a small break.
  new Function('require', 'exports', code)((specifier: string) => modules.get(specifier), exports)
  return exports
}

/** A rule as it is when a file it rests on reads otherwise. */
export async function ruleWith(replacement: Replacement, ruleFile: string): Promise<Rule> {
  const { default: rule } = await load(ruleFile, replacement, new Map())
  return rule as Rule
}
