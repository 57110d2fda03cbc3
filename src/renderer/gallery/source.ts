import type { ThemeName } from '../../shared/drawing/index.ts'
import type { PatternId } from '../../shared/patterns/index.ts'
import type { PatternTruth, PictureSize, Question } from './answers.ts'

/** A question to the worker. */
export interface ToPatterns {
  readonly number: number
  readonly question: Question
}

/** The worker's answer: a picture's text, or a truth. */
export type FromPatterns = { readonly number: number; readonly value: string | PatternTruth } | { readonly number: number; readonly failure: string }

/** As much of a Worker as is used here. */
export interface PatternPort {
  postMessage(message: ToPatterns): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromPatterns }) => void): void
  addEventListener(type: 'error', listener: (event: { readonly message: string }) => void): void
}

/** What a person waits for is answered before pictures at the side, these before verdicts at the side. */
const URGENCY = { now: 2, picture: 1, truth: 0 } as const

interface Waiting {
  readonly message: ToPatterns
  urgency: number
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/**
 * Pictures of the patterns and what holds in them, worked out in a worker when first asked for and kept: patterns never
 * change while the window lives. A failed answer is not kept. One question is asked at a time, the most urgent first.
 */
export class PatternSource {
  readonly #start: () => PatternPort
  #waiting: Waiting[] = []
  #asked: Waiting | undefined
  readonly #known = new Map<string, Promise<string | PatternTruth>>()
  #port: PatternPort | undefined
  #number = 0

  /** `start` starts the worker; it is called when there is a first question. */
  constructor(start: () => PatternPort) {
    this.#start = start
  }

  /** The drawing as SVG text; a full one is urgent. */
  picture(id: PatternId, theme: ThemeName, size: PictureSize): Promise<string> {
    return this.#ask<string>({ kind: 'picture', id, theme, size }, size === 'full' ? URGENCY.now : URGENCY.picture)
  }

  /** What must hold, and what alone breaks it. */
  truth(id: PatternId, isUrgent = false): Promise<PatternTruth> {
    return this.#ask<PatternTruth>({ kind: 'truth', id }, isUrgent ? URGENCY.now : URGENCY.truth)
  }

  #ask<T extends string | PatternTruth>(question: Question, urgency: number): Promise<T> {
    const key = JSON.stringify(question)
    for (const waiting of this.#waiting) if (JSON.stringify(waiting.message.question) === key) waiting.urgency = Math.max(urgency, waiting.urgency)
    const known = this.#known.get(key) as Promise<T> | undefined
    if (known) return known
    const message = { number: ++this.#number, question }
    const answer = new Promise<T>((resolve, reject) => {
      this.#waiting.push({ message, urgency, resolve, reject })
    })
    this.#known.set(key, answer)
    answer.catch(() => this.#known.delete(key))
    this.#next()
    return answer
  }

  #next(): void {
    if (this.#asked) return
    const most = Math.max(...this.#waiting.map(({ urgency }) => urgency))
    this.#asked = this.#waiting.find(({ urgency }) => urgency === most)
    if (!this.#asked) return
    this.#waiting = this.#waiting.filter((waiting) => waiting !== this.#asked)
    this.#port ??= this.#started()
    this.#port.postMessage(this.#asked.message)
  }

  #started(): PatternPort {
    const port = this.#start()
    port.addEventListener('message', ({ data }) => {
      const asked = this.#asked
      if (asked?.message.number !== data.number) return
      this.#asked = undefined
      if ('value' in data) asked.resolve(data.value as never)
      else asked.reject(new Error(data.failure))
      this.#next()
    })
    port.addEventListener('error', ({ message }) => {
      const lost = [...(this.#asked ? [this.#asked] : []), ...this.#waiting]
      this.#port = undefined
      this.#asked = undefined
      this.#waiting = []
      for (const { reject } of lost) reject(new Error(message || 'the worker could not be started'))
    })
    return port
  }
}

/** The window's own source. */
export const patternSource = new PatternSource(() => new Worker(new URL('./patterns.worker.ts', import.meta.url), { type: 'module', name: 'patterns' }))
