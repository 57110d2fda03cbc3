import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBgpd, whyNoBgpSpeaker } from '../test/setup/frr.ts'
import { run } from './run.ts'

/**
 * Makes sure that there is FRR's bgpd for the tests against a real BGP speaker: on Debian as root, where network namespaces
 * can be made, it is installed. Returns why the tests must be skipped, undefined when they need not.
 */
export function ensureFrr(): string | undefined {
  const isMissing = findBgpd() === undefined || spawnSync('ip', ['-V']).status !== 0
  const canInstall = process.env.CAUSEWAY_BGPD === undefined && process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isMissing && canInstall && spawnSync('unshare', ['--net', 'true']).status === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    process.stdout.write("installing FRR's bgpd for the tests against a real BGP speaker\n")
    run('apt-get', ['update', '-qq'], quiet)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'frr', 'iproute2'], quiet)
  }
  return whyNoBgpSpeaker()
}
