import type { Design } from '../../shared/document/design.ts'
import type { Edit } from '../../shared/document/edit.ts'
import type { ElementId } from '../../shared/simulation/types.ts'
import type { Analysis, FromWorker, ToWorker } from './protocol.ts'
import type { InputOf, OutputOf, Question, QuestionName } from './questions.ts'

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

/** How an asker follows a long question. */
export interface Following {
  /** Told of the share that is done, 0 to 1, every now and then. */
  readonly onProgress?: (fraction: number) => void
  /** Gives the question up. */
  readonly signal?: AbortSignal
}

interface Asked {
  readonly settle: (answer: unknown) => void
  readonly onProgress: Following['onProgress']
}

/** The window's end of the analysis worker: keeps it in step with the design and asks it questions. */
export class Analyzer {
  readonly #port: Port
  readonly #listener: AnalyzerListener
  readonly #asked = new Map<number, Asked>()
  #nextRequest = 1
  #design: Design | undefined
  /** Of the newest state. */
  #version = 0
  /** Of the newest edit. */
  #designVersion = 0

  constructor(port: Port, listener: AnalyzerListener) {
    this.#port = port
    this.#listener = listener
    port.addEventListener('message', ({ data }) => this.#receive(data))
    port.addEventListener('error', ({ message }) => listener.onBroken(message || 'it could not be started'))
  }

  /** Gives the worker a whole design. */
  open(design: Design, version: number): void {
    this.#design = design
    this.#version = this.#designVersion = version
    this.#port.postMessage({ type: 'open', version, design })
  }

  /** Tells the worker of one edit and what came of it. */
  edit(edit: Edit, design: Design, version: number): void {
    this.#design = design
    this.#version = this.#designVersion = version
    this.#port.postMessage({ type: 'edit', version, edit })
  }

  /** Tells the worker which elements are down from now on. */
  fail(failed: readonly ElementId[], version: number): void {
    this.#version = version
    this.#port.postMessage({ type: 'fail', version, failed })
  }

  /**
   * Asks about the newest design. Undefined when the simulation could not answer, when the question was given up, and when the
   * design changed before the answer came.
   */
  ask<N extends QuestionName>(name: N, input: InputOf<N>, { onProgress, signal }: Following = {}): Promise<OutputOf<N> | undefined> {
    if (signal?.aborted) return Promise.resolve(undefined)
    const request = this.#nextRequest++
    // The input is the one that goes with the name, which TypeScript cannot follow through a union.
    const question = { name, input } as Question
    return new Promise((resolve) => {
      const cancel = () => {
        this.#port.postMessage({ type: 'cancel', request })
        this.#settle(request, undefined)
      }
      signal?.addEventListener('abort', cancel, { once: true })
      const settle = (answer: unknown) => {
        signal?.removeEventListener('abort', cancel)
        // The worker answers a question with what its own responder returns.
        resolve(answer as OutputOf<N> | undefined)
      }
      this.#asked.set(request, { settle, onProgress })
      this.#port.postMessage({ type: 'ask', request, question })
    })
  }

  /** Stops the worker; open questions are answered with undefined. */
  close(): void {
    this.#port.terminate()
    for (const request of [...this.#asked.keys()]) this.#settle(request, undefined)
  }

  #settle(request: number | undefined, answer: unknown): void {
    const asked = request === undefined ? undefined : this.#asked.get(request)
    if (request === undefined || !asked) return
    this.#asked.delete(request)
    asked.settle(answer)
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'analysis':
        // An answer about an older state would point at what is gone: a newer one is on its way.
        if (message.analysis.version === this.#version) this.#listener.onAnalysis(message.analysis)
        return
      case 'answer':
        return this.#settle(message.request, message.version === this.#designVersion ? message.answer : undefined)
      case 'progress':
        return this.#asked.get(message.request)?.onProgress?.(message.fraction)
      case 'dropped':
        return this.#settle(message.request, undefined)
      case 'out-of-step':
        if (this.#design !== undefined) this.open(this.#design, this.#version)
        return
      case 'broken':
        this.#settle(message.request, undefined)
        this.#listener.onBroken(message.message)
    }
  }
}
