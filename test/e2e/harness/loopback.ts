import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './root.ts'

/** A running `causeway serve`. */
export interface Serving {
  readonly address: string
  readonly process: ChildProcess
  readonly output: () => string
  /** Ends it as Ctrl+C does; answers its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts the built loopback host over a library folder, on a free port unless one is given. */
export function serve(library: string, args: readonly string[] = []): Promise<Serving> {
  return serveWith([join(root, 'bin', 'causeway.js'), 'serve', '--no-open', '--library', library, ...args])
}

/** Starts a script that ends in a loopback host, and waits for its address. */
export async function serveWith(command: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let output = ''
  const address = new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      output += part.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`causeway ended with ${String(code)}: ${output}`)))
  })
  return {
    address: await address,
    process: child,
    output: () => output,
    stop: async (signal = 'SIGINT') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const ended = once(child, 'exit')
      child.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}
