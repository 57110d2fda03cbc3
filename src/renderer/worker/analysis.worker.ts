import { Check, findingsOf } from '../../shared/rules/index.ts'
import { simulate } from '../../shared/simulation/index.ts'
import { Engine } from './engine.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { respond } from './questions.ts'

/** As much of the worker's global scope as is used here; the renderer's own types describe a window. */
interface Scope {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void
}

const scope = globalThis as unknown as Scope
const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.onmessage = () => waiting.shift()?.()

/** The last check: the next asks again only what an edit could have changed. */
let checked: Check | undefined

const engine = new Engine({
  simulate,
  check: (simulation, failed) => {
    const today = new Date().toISOString().slice(0, 10)
    checked = new Check(simulation.design, simulation, { failed, today }, checked)
    return findingsOf(checked, today)
  },
  respond: (question, simulation) => respond(question, simulation, checked),
  answer: (message) => scope.postMessage(message),
  // A message to oneself comes after those that wait already: new edits get in between slices, without the delay of a timer.
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      channel.port2.postMessage(null)
    }),
})

scope.addEventListener('message', ({ data }) => engine.receive(data))
