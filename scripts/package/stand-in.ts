import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Marks where the fuses are inside an Electron binary; after it come a version, a length and one digit per fuse. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** How many fuses the stand-in has, all of them off. */
const fuseCount = 8

/** Makes a folder that electron-builder takes for an Electron distribution, without the download. */
export function makeStandIn(folder: string, version: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const name of ['icudtl.dat', 'resources.pak', 'chrome_100_percent.pak', 'v8_context_snapshot.bin', 'LICENSE', 'LICENSES.chromium.html', join('locales', 'en-US.pak')]) {
    writeFileSync(join(folder, name), 'stand-in')
  }
  writeFileSync(join(folder, 'version'), version)
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, fuseCount]), Buffer.from('0'.repeat(fuseCount))])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), wire, Buffer.from('\n')]))
  chmodSync(join(folder, 'electron'), 0o755)
}
