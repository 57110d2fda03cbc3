import { existsSync } from 'node:fs'

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of the Chromium that browser tests use, CAUSEWAY_CHROMIUM before all others; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CAUSEWAY_CHROMIUM
  return (named === undefined ? candidates : [named]).find((path) => existsSync(path))
}

/** Flags that make Chromium run as root, in a container, without a GPU and without calling home. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
