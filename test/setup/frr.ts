import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const candidates = ['/usr/lib/frr/bgpd', '/usr/libexec/frr/bgpd', '/usr/local/sbin/bgpd', '/usr/sbin/bgpd']

/** Path of FRR's bgpd, CAUSEWAY_BGPD before all others; undefined when there is none. */
export function findBgpd(): string | undefined {
  const named = process.env.CAUSEWAY_BGPD
  return (named === undefined ? candidates : [named]).find((path) => existsSync(path))
}

/** Why this machine makes no network namespaces; undefined when it does. */
export function whyNoNamespaces(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux alone'
  if (process.getuid?.() !== 0) return 'making network namespaces needs root'
  const name = `causeway-try-${process.pid}`
  const made = spawnSync('ip', ['netns', 'add', name], { encoding: 'utf8' })
  if (made.error) return 'there is no ip command (Debian: apt-get install iproute2)'
  if (made.status !== 0) return `this machine makes no network namespaces: ${made.stderr.trim()}`
  const linked = spawnSync('ip', ['-n', name, 'link', 'add', 'name', 'one', 'type', 'veth', 'peer', 'name', 'two'], { encoding: 'utf8' })
  spawnSync('ip', ['netns', 'del', name])
  return linked.status === 0 ? undefined : `this machine makes no virtual links: ${linked.stderr.trim()}`
}

/** Why there can be no real BGP speaker here; undefined when there can. */
export function whyNoBgpSpeaker(): string | undefined {
  const obstacle = whyNoNamespaces()
  if (obstacle !== undefined) return obstacle
  return findBgpd() === undefined ? "FRR's bgpd was not found; install it (Debian: apt-get install frr) or name it in CAUSEWAY_BGPD" : undefined
}
