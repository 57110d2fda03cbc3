import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Vty } from './vty.ts'

/** One bgpd in a namespace, without zebra and without touching the kernel's routes; it dies with this process. */
export class Daemon {
  readonly #process: ChildProcess
  readonly #folder: string
  #vty: Vty | undefined

  /** Starts the program in the namespace; the folder is its own. */
  constructor(program: string, namespace: string, folder: string, config: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'bgpd.conf'), config)
    const log = openSync(join(folder, 'log'), 'w')
    const options = ['--no_kernel', '--no_zebra', '--skip_runas', '--vty_port', '0', '--log', 'stdout', '--config_file', join(folder, 'bgpd.conf'), '--vty_socket', folder, '--pid_file', join(folder, 'pid')]
    this.#process = spawn('ip', ['netns', 'exec', namespace, 'setpriv', '--pdeathsig', 'KILL', program, ...options], { stdio: ['ignore', log, log] })
    closeSync(log)
  }

  /** Waits until it answers; fails with its log when it ends first, or complains about its configuration. */
  async ready(deadlineMs: number): Promise<void> {
    while (!this.#vty) {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null || Date.now() > deadlineMs) throw new Error(`bgpd did not start:\n${this.#log()}`)
      this.#vty = await Vty.open(join(this.#folder, 'bgpd.vty')).catch(() => undefined)
      if (!this.#vty) await pause(20)
    }
    const refused = this.#log().split('\n').filter((line) => line.includes('on config line'))
    if (refused.length > 0) throw new Error(`bgpd refuses its configuration:\n${refused.join('\n')}`)
  }

  #log(): string {
    return readFileSync(join(this.#folder, 'log'), 'utf8')
  }

  /** The answer to a command, as text. */
  ask(command: string): Promise<string> {
    if (!this.#vty) throw new Error('the daemon is not ready')
    return this.#vty.ask(command)
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.#vty?.close()
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const gone = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await gone
  }
}
