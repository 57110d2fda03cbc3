import type { Port } from '../../../../src/renderer/worker/analyzer.ts'
import { Engine } from '../../../../src/renderer/worker/engine.ts'
import type { FromWorker } from '../../../../src/renderer/worker/protocol.ts'
import { respond } from '../../../../src/renderer/worker/questions.ts'
import { Notices } from '../../../../src/renderer/state/notices.svelte.ts'
import { DesignSession } from '../../../../src/renderer/state/session.svelte.ts'
import { answer } from '../../../../src/shared/contract.ts'
import type { Design } from '../../../../src/shared/document/design.ts'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'

/** A session of a design whose worker is the real engine, in this thread. `settled` waits until it has nothing left to do. */
export function sessionOf(design: Design) {
  const listeners: ((event: { readonly data: FromWorker }) => void)[] = []
  let pauses = 0
  const engine = new Engine({
    simulate,
    check: (simulation, failed) => checkDesign(simulation.design, simulation, { failed }),
    respond,
    answer: (message) => listeners.forEach((listener) => listener({ data: structuredClone(message) })),
    pause: () => {
      pauses += 1
      return new Promise((resolve) => setImmediate(() => resolve((pauses -= 1) as unknown as undefined)))
    },
  })
  const port: Port = {
    postMessage: (message) => engine.receive(structuredClone(message)),
    addEventListener: (type: 'message' | 'error', listener: unknown) => {
      if (type === 'message') listeners.push(listener as (typeof listeners)[number])
    },
    terminate: () => undefined,
  }
  const client = {
    'library.append': () => Promise.resolve(answer({ revision: 1 })),
    'library.open': ({ id }: { readonly id: string }) => Promise.resolve(answer({ id, revision: 1, design })),
  }
  const notices = new Notices()
  const session = new DesignSession({ id: 'd', revision: 0, design }, { client, notices, port })
  const settled = async (): Promise<void> => {
    do await new Promise((resolve) => setImmediate(resolve))
    while (pauses > 0)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { session, notices, settled }
}
