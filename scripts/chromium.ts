import { existsSync } from 'node:fs'
import { findChromium } from '../test/setup/chromium.ts'
import { run } from './run.ts'

/** What to do where there is no Chromium and it cannot be installed by itself. */
export const chromiumHint = 'no Chromium was found; install it (Debian: sudo apt-get install chromium) or name one in CAUSEWAY_CHROMIUM'

/** Makes sure that there is a Chromium for the tests: on Debian as root it is installed; false when there is none. */
export function ensureChromium(): boolean {
  if (findChromium() !== undefined) return true
  if (process.env.CAUSEWAY_CHROMIUM !== undefined || process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  process.stdout.write('installing chromium for the browser tests\n')
  run('apt-get', ['update', '-qq'], quiet)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  return findChromium() !== undefined
}
