import { spawn } from 'node:child_process'
import { root } from './run.ts'

/** Runs a program in this one's place: signals go through to it, its exit code becomes ours. */
export function becomeProgram(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  // Ctrl+C reaches the child by itself, as it does every program of the terminal; it must outlive its first instant here.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (cause) => {
    process.stderr.write(`causeway: ${program} could not be started: ${cause.message}\n`)
    process.exit(3)
  })
  child.on('exit', (code) => process.exit(code ?? 3))
}
