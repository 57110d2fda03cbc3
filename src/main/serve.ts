import { homedir } from 'node:os'
import { answer, type Outcome } from '../shared/contract.ts'
import type { Platform } from './answer.ts'
import { rendererFolder } from './build-folders.ts'
import { createHost } from './create-host.ts'
import { defaultLibraryFolder } from './library-folder.ts'
import { startLoopback, type LoopbackHost } from './loopback/host.ts'
import { openBrowser } from './loopback/open-browser.ts'
import { reportBug } from './report-bug.ts'

/** What `causeway serve` was asked for. */
export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number
  /** Folder of the library; undefined for the person's own. */
  readonly library?: string
  /** Whether to open the address in a browser. */
  readonly isOpening: boolean
  /** Writes one line for people to the standard output. */
  readonly print: (line: string) => void
}

/** Resolves at the first Ctrl+C or termination; a second one ends the process at once. */
function asksToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}

/** Runs the loopback host until it is asked to stop; refuses a taken port and a library that cannot be opened. */
export async function serve(options: ServeOptions): Promise<Outcome<null>> {
  const stop = asksToStop()
  const folder = options.library ?? defaultLibraryFolder({ platform: process.platform, home: homedir(), env: process.env })
  const running: { loopback?: LoopbackHost } = {}
  const platform: Platform = {
    host: 'loopback',
    emit: (event, payload) => running.loopback?.emit(event, payload),
    save: async () => answer({ outcome: 'download' }),
  }
  const created = await createHost(folder, platform)
  if (!created.ok) return created
  const host = created.value
  const started = await startLoopback({
    port: options.port,
    rendererFolder,
    answer: host.answer,
    onNextAddress: (address) => options.print(`One more browser: ${address}`),
    onBug: reportBug,
  })
  if (!started.ok) {
    host.close()
    return started
  }
  const loopback = started.value
  running.loopback = loopback
  options.print(`Causeway is at ${loopback.address()} (Ctrl+C stops it)`)
  if (options.isOpening) openBrowser(loopback.address())
  await stop
  await loopback.close()
  host.close()
  return answer(null)
}
