import { parentPort } from 'node:worker_threads'
import { refuse, type Outcome } from '../../shared/contract.ts'
import type { JobDone } from './runner.ts'

/** One job: takes what was sent, answers an outcome. */
export type Job = (input: never) => Outcome<unknown> | Promise<Outcome<unknown>>

async function perform(jobs: Readonly<Record<string, Job>>, name: string, input: unknown): Promise<Outcome<unknown>> {
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined
  if (job === undefined) return refuse('unknown-job', `there is no job named ${name}`)
  return job(input as never)
}

/** Makes a worker thread answer jobs, in the order they arrive; a job that throws ends the thread, as a fault should. */
export function answerJobs(jobs: Readonly<Record<string, Job>>): void {
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', ({ id, name, input }: { id: number; name: string; input: unknown }) => {
    last = last.then(async () => {
      const done: JobDone = { id, outcome: await perform(jobs, name, input) }
      parentPort?.postMessage(done)
    })
  })
}
