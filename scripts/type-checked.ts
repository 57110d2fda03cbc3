import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from './run.ts'

/** A file of the project with another text. */
export interface Rewritten {
  readonly file: string
  readonly text: string
}

/** Those that still type-check where they are; all are asked in one go, as files beside the real ones. */
export function typeChecked<R extends Rewritten>(all: readonly R[]): R[] {
  const configured = ts.getParsedCommandLineOfConfigFile(join(root, 'src/shared/tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })
  if (!configured) throw new Error('src/shared/tsconfig.json cannot be read')
  const made = new Map(all.map((one, at) => [join(root, dirname(one.file), `rewritten-${at}.ts`), one]))
  const host = ts.createCompilerHost(configured.options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => made.has(name) || fileExists(name)
  host.readFile = (name) => made.get(name)?.text ?? readFile(name)
  host.getSourceFile = (name, options, ...rest) => {
    const text = made.get(name)?.text
    return text === undefined ? getSourceFile(name, options, ...rest) : ts.createSourceFile(name, text, options)
  }
  const program = ts.createProgram([...made.keys()], configured.options, host)
  return [...made].flatMap(([name, one]) => (program.getSemanticDiagnostics(program.getSourceFile(name)).length === 0 ? [one] : []))
}
