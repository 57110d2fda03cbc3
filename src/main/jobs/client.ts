import type { Outcome } from '../../shared/contract.ts'
import { workerUrl } from '../worker-url.ts'
import type { jobs } from './jobs.ts'
import { createJobRunner } from './runner.ts'

type Jobs = typeof jobs

/** The jobs as functions; each runs on the worker thread. */
export type JobClient = {
  readonly [N in keyof Jobs]: (input: Parameters<Jobs[N]>[0]) => Promise<Awaited<ReturnType<Jobs[N]>>>
} & { readonly close: () => void }

/** Starts no thread before the first job. */
export function createJobClient(onBug: (where: string, cause: unknown) => void): JobClient {
  const runner = createJobRunner(workerUrl('jobs/jobs'), onBug)
  // The worker answers each job with what its function returns; names and types come from the same object.
  const run = <N extends keyof Jobs>(name: N) => (input: Parameters<Jobs[N]>[0]) => runner.run(name, input) as Promise<Awaited<ReturnType<Jobs[N]>> & Outcome<unknown>>
  return { drawPicture: run('drawPicture'), drawThumbnail: run('drawThumbnail'), importDump: run('importDump'), importEstate: run('importEstate'), readDesign: run('readDesign'), tellVersions: run('tellVersions'), writeTemplates: run('writeTemplates'), close: runner.close }
}
