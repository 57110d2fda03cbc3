import type { Design } from '../../shared/document/design.ts'
import { applyEdit } from '../../shared/document/edit.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import type { Simulation } from '../../shared/simulation/index.ts'
import type { Slices } from '../../shared/slices.ts'
import type { IntentVerdict } from '../../shared/simulation/types.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { isSlices, type Question } from './questions.ts'

/** What the engine is made of: the pure core, a way to answer, and a pause that lets waiting messages in. */
export interface EngineParts {
  /** Simulates a state; the simulation of an earlier state saves work. */
  readonly simulate: (design: Design, previous: Simulation | undefined) => Simulation
  readonly check: (simulation: Simulation) => readonly Finding[]
  /** Answers a question, at once or in slices. */
  readonly respond: (question: Question, simulation: Simulation) => unknown
  readonly answer: (message: FromWorker) => void
  readonly pause: () => Promise<void>
}

/** Progress is reported in steps of a hundredth at least. */
const LEAST_PROGRESS = 0.01

/**
 * The analysis, apart from the worker it runs in: owns a copy of the design, and after each edit works out findings and
 * verdicts in slices. Edits that arrive meanwhile make it start over: only the newest state is answered. Questions are
 * answered besides, from the newest state; a long one is given up when the design changes.
 */
export class Engine {
  readonly #parts: EngineParts
  #design: Design | undefined
  #version = 0
  #simulation: Simulation | undefined
  #previous: Simulation | undefined
  #isRunning = false
  /** Questions that are answered in slices at the moment. */
  readonly #open = new Set<number>()

  constructor(parts: EngineParts) {
    this.#parts = parts
  }

  /** Takes one message of the window. */
  receive(message: ToWorker): void {
    switch (message.type) {
      case 'open':
        return this.#become(message.design, message.version)
      case 'edit': {
        const result = this.#design === undefined ? undefined : applyEdit(this.#design, message.edit)
        if (result?.ok) this.#become(result.value, message.version)
        else this.#parts.answer({ type: 'out-of-step' })
        return
      }
      case 'ask':
        return this.#ask(message.request, message.question)
      case 'cancel':
        this.#open.delete(message.request)
    }
  }

  #become(design: Design, version: number): void {
    this.#design = design
    this.#version = version
    this.#previous = this.#simulation ?? this.#previous
    this.#simulation = undefined
    if (!this.#isRunning) void this.#run()
  }

  #simulated(): Simulation | undefined {
    if (this.#design !== undefined) this.#simulation ??= this.#parts.simulate(this.#design, this.#previous)
    return this.#simulation
  }

  #ask(request: number, question: Question): void {
    try {
      const simulation = this.#simulated()
      if (!simulation) return this.#parts.answer({ type: 'dropped', request })
      const response = this.#parts.respond(question, simulation)
      if (isSlices(response)) void this.#answerInSlices(request, question, simulation, response)
      else this.#parts.answer({ type: 'answer', request, version: this.#version, answer: response })
    } catch (error) {
      this.#parts.answer({ type: 'broken', during: question.name, request, message: describe(error) })
    }
  }

  async #answerInSlices(request: number, question: Question, simulation: Simulation, slices: Slices<unknown>): Promise<void> {
    const version = this.#version
    const isWanted = () => this.#open.has(request) && this.#simulation === simulation
    this.#open.add(request)
    try {
      let reported = 0
      for (let slice = slices.next(); ; slice = slices.next()) {
        if (slice.done) {
          this.#parts.answer({ type: 'answer', request, version, answer: slice.value })
          break
        }
        if (slice.value >= reported + LEAST_PROGRESS) this.#parts.answer({ type: 'progress', request, fraction: (reported = slice.value) })
        await this.#parts.pause()
        if (!isWanted()) {
          this.#parts.answer({ type: 'dropped', request })
          break
        }
      }
    } catch (error) {
      this.#parts.answer({ type: 'broken', during: question.name, request, message: describe(error) })
    }
    this.#open.delete(request)
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    for (let answered = -1; answered !== this.#version; ) {
      const version = this.#version
      await this.#parts.pause()
      if (version !== this.#version) continue
      try {
        await this.#analyse(version)
      } catch (error) {
        this.#parts.answer({ type: 'broken', during: 'analysis', message: describe(error) })
      }
      answered = version
    }
    this.#isRunning = false
  }

  async #analyse(version: number): Promise<void> {
    const simulation = this.#simulated()
    if (!simulation) return
    const verdicts: IntentVerdict[] = []
    for (const intent of simulation.intents) {
      verdicts.push(simulation.judge(intent))
      await this.#parts.pause()
      if (version !== this.#version) return
    }
    const findings = this.#parts.check(simulation)
    await this.#parts.pause()
    if (version !== this.#version) return
    this.#parts.answer({ type: 'analysis', analysis: { version, findings, verdicts, elements: simulation.elements } })
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
