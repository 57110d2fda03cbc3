import { Worker } from 'node:worker_threads'
import { refuse, type Outcome } from '../../shared/contract.ts'

/** Work that would hold up a host's event loop, done one after the other on a thread of its own. */
export interface JobRunner {
  /** Runs a job by name; input and outcome are copied. A thread that dies refuses its jobs and is replaced. */
  readonly run: (name: string, input: unknown) => Promise<Outcome<unknown>>
  readonly close: () => void
}

/** What the thread sends back. */
export interface JobDone {
  readonly id: number
  readonly outcome: Outcome<unknown>
}

const memoryMb = 2048
const stackMb = 16

/** Runs jobs on the worker at `url`, which is started with the first job. */
export function createJobRunner(url: URL, onBug: (where: string, cause: unknown) => void): JobRunner {
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>()
  let worker: Worker | undefined
  let nextId = 1

  const fail = (reason: string): void => {
    worker = undefined
    for (const finish of waiting.values()) finish(refuse('job-failed', reason))
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: stackMb } })
    started.on('message', ({ id, outcome }: JobDone) => {
      waiting.get(id)?.(outcome)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
    })
    started.on('error', (cause) => {
      if (worker !== started) return
      const isMemory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isMemory) onBug('a job', cause)
      fail(isMemory ? `this is too large: it needs more than ${memoryMb} MB of memory` : 'the work stopped unexpectedly; try again')
    })
    started.on('exit', () => { if (worker === started) fail('the work was stopped') })
    return started
  }

  return {
    run: (name, input) => new Promise((resolve) => {
      worker ??= start()
      worker.ref()
      waiting.set(nextId, resolve)
      worker.postMessage({ id: nextId, name, input })
      nextId += 1
    }),
    close: () => {
      const stopping = worker
      fail('the work was stopped')
      void stopping?.terminate()
    },
  }
}
