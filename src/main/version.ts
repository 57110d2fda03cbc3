import { readFileSync } from 'node:fs'

declare const __CAUSEWAY_VERSION__: string | undefined

/** The product's version: written into the build, read from package.json when run from source. */
export const version: string =
  typeof __CAUSEWAY_VERSION__ === 'string'
    ? __CAUSEWAY_VERSION__
    : String((JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: unknown }).version)
