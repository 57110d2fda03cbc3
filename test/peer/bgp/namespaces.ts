import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Everything that a run leaves on the machine is called so, followed by the process id of the run. */
const STEM = 'causeway-bgp-'
const NETNS = '/run/netns'

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] })

/** The process that a name belongs to; undefined for names that are not ours. */
const ownerOf = (name: string): number | undefined => {
  const digits = name.startsWith(STEM) ? /^\d+/.exec(name.slice(STEM.length))?.[0] : undefined
  return digits === undefined ? undefined : Number(digits)
}

function removeNamespace(name: string): void {
  const inside = spawnSync('ip', ['netns', 'pids', name], { encoding: 'utf8' }).stdout ?? ''
  for (const pid of inside.split('\n').filter((line) => line !== '')) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
  }
  spawnSync('ip', ['netns', 'del', name])
}

function sweep(mine: (name: string) => boolean): void {
  if (existsSync(NETNS)) for (const name of readdirSync(NETNS).filter(mine)) removeNamespace(name)
  for (const name of readdirSync(tmpdir()).filter(mine)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
}

/** Removes what runs that are no longer alive left behind: namespaces, the daemons in them, and their folders. */
export function sweepRemains(): void {
  sweep((name) => {
    const pid = ownerOf(name)
    return pid !== undefined && !existsSync(`/proc/${pid}`)
  })
}

/** Network namespaces joined by one bridge, each with an interface `eth0` on it, and a folder for their files. */
export class Namespaces {
  readonly folder: string
  readonly names: readonly string[]
  readonly #prefix: string
  static #count = 0

  /** Makes `count` namespaces; those of dead runs are removed first. */
  constructor(count: number) {
    sweepRemains()
    const prefix = `${STEM}${process.pid}-${Namespaces.#count++}`
    this.#prefix = prefix
    this.folder = join(tmpdir(), prefix)
    mkdirSync(this.folder)
    const hub = `${prefix}-hub`
    this.names = Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
    for (const name of [hub, ...this.names]) ip('netns', 'add', name)
    ip('-n', hub, 'link', 'add', 'name', 'bridge', 'type', 'bridge')
    ip('-n', hub, 'link', 'set', 'dev', 'bridge', 'up')
    for (const [index, name] of this.names.entries()) {
      ip('-n', hub, 'link', 'add', 'name', `port${index}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name)
      ip('-n', hub, 'link', 'set', 'dev', `port${index}`, 'master', 'bridge', 'up')
      ip('-n', name, 'link', 'set', 'dev', 'lo', 'up')
      ip('-n', name, 'link', 'set', 'dev', 'eth0', 'up')
    }
  }

  /** Gives a namespace these addresses in place of those it has. */
  setAddresses(index: number, addresses: readonly string[]): void {
    const lines = ['addr flush dev eth0 scope global', ...addresses.map((address) => `addr add ${address} dev eth0`)]
    execFileSync('ip', ['-n', this.names[index] ?? '', '-batch', '-'], { input: lines.join('\n'), stdio: ['pipe', 'ignore', 'pipe'] })
  }

  /** Removes them, what runs in them, and the folder. */
  remove(): void {
    sweep((name) => name === this.#prefix || name.startsWith(`${this.#prefix}-`))
  }
}
