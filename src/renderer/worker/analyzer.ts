import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { ElementId, Flow, Trace } from '../../shared/simulation/types.ts'
import type { Analysis, FromWorker, ToWorker } from './protocol.ts'

/** As much of a Worker as the analyzer uses. */
export interface Port {
  postMessage(message: ToWorker): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void
  addEventListener(type: 'error', listener: (event: { readonly message: string }) => void): void
  terminate(): void
}

/** What the analyzer reports back. */
export interface AnalyzerListener {
  readonly onAnalysis: (analysis: Analysis) => void
  readonly onBroken: (message: string) => void
}

/** The window's end of the analysis worker: keeps it in step with the design and asks it for traces. */
export class Analyzer {
  readonly #port: Port
  readonly #listener: AnalyzerListener
  readonly #traces = new Map<number, (trace: Trace | undefined) => void>()
  #nextRequest = 1
  #design: Design | undefined
  #version = 0

  constructor(port: Port, listener: AnalyzerListener) {
    this.#port = port
    this.#listener = listener
    port.addEventListener('message', ({ data }) => this.#receive(data))
    port.addEventListener('error', ({ message }) => listener.onBroken(message || 'it could not be started'))
  }

  /** Gives the worker a whole design. */
  open(design: Design, version: number): void {
    this.#design = design
    this.#version = version
    this.#port.postMessage({ type: 'open', version, design })
  }

  /** Tells the worker of one edit and what came of it. */
  edit(edit: Edit, design: Design, version: number): void {
    this.#design = design
    this.#version = version
    this.#port.postMessage({ type: 'edit', version, edit })
  }

  /** The journey of a flow in the newest state; undefined when the simulation could not answer. */
  trace(flow: Flow, failed: readonly ElementId[]): Promise<Trace | undefined> {
    const request = this.#nextRequest++
    return new Promise((resolve) => {
      this.#traces.set(request, resolve)
      this.#port.postMessage({ type: 'trace', request, flow, failed })
    })
  }

  /** Stops the worker; open questions are answered with undefined. */
  close(): void {
    this.#port.terminate()
    for (const resolve of this.#traces.values()) resolve(undefined)
    this.#traces.clear()
  }

  #settle(request: number | undefined, trace: Trace | undefined): void {
    if (request === undefined) return
    this.#traces.get(request)?.(trace)
    this.#traces.delete(request)
  }

  #receive(message: FromWorker): void {
    if (message.type === 'analysis') {
      // An answer about an older state would point at what is gone: a newer one is on its way.
      if (message.analysis.version === this.#version) this.#listener.onAnalysis(message.analysis)
    } else if (message.type === 'trace') {
      this.#settle(message.request, message.trace)
    } else if (message.type === 'out-of-step') {
      if (this.#design !== undefined) this.open(this.#design, this.#version)
    } else {
      this.#settle(message.request, undefined)
      this.#listener.onBroken(message.message)
    }
  }
}
