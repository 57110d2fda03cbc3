import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Design } from '../../shared/document/design.ts'
import { importSnapshot } from '../../shared/import/import-snapshot.ts'
import type { ImportReport } from '../../shared/import/snapshot.ts'
import type { Arguments, Output } from './command.ts'

/** Reads live accounts, with progress on the standard error; Ctrl+C stops it and writes nothing. */
export async function importLive(given: Arguments, name: string, output: Output): Promise<Outcome<{ design: Design; report: ImportReport }>> {
  const profile = given.text('profile')
  const endpointUrl = given.text('endpoint-url')
  if (endpointUrl !== undefined && !URL.canParse(endpointUrl)) return refuse('bad-use', `--endpoint-url ${endpointUrl}: is not a URL`)
  const { readLive } = await import('../aws/live.ts') // the SDK takes a while to load, and no other command needs it
  const abort = new AbortController()
  const stop = (): void => abort.abort()
  process.once('SIGINT', stop)
  try {
    const read = await readLive({
      regions: given.texts('region'),
      signal: abort.signal,
      onProgress: ({ done, total, message }) => output.say(`${done}/${total} ${message}`),
      ...(profile === undefined ? {} : { profile }),
      ...(endpointUrl === undefined ? {} : { endpointUrl }),
    })
    return read.ok ? answer(importSnapshot(read.value.snapshot, name, read.value.warnings)) : read
  } finally {
    process.off('SIGINT', stop)
  }
}
