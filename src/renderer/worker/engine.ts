import type { Design } from '../../shared/document/design.ts'
import { applyEdit } from '../../shared/document/edit.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import type { Simulation } from '../../shared/simulation/index.ts'
import type { Slices } from '../../shared/slices.ts'
import type { FlowsEffect } from '../../shared/simulation/impact/effect.ts'
import { effectOnIntent } from '../../shared/simulation/impact/state-of-failure.ts'
import type { ElementId, IntentVerdict } from '../../shared/simulation/types.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { isSlices, type Question } from './questions.ts'

/** What the engine is made of: the pure core, a way to answer, and a pause that lets waiting messages in. */
export interface EngineParts {
  /** Simulates a state; the simulation of an earlier state saves work. */
  readonly simulate: (design: Design, previous: Simulation | undefined) => Simulation
  readonly check: (simulation: Simulation, failed: readonly ElementId[]) => readonly Finding[]
  /** Answers a question, at once or in slices. */
  readonly respond: (question: Question, simulation: Simulation) => unknown
  readonly answer: (message: FromWorker) => void
  readonly pause: () => Promise<void>
}

/** Progress is reported in steps of a hundredth at least. */
const LEAST_PROGRESS = 0.01

/**
 * The analysis, apart from the worker it runs in: owns a copy of the design, and after each edit, and when elements are switched
 * off or on, works out findings and verdicts in slices. What arrives meanwhile makes it start over: only the newest state is
 * answered. Questions are answered besides, from the newest design; a long one is given up when the design changes.
 */
export class Engine {
  readonly #parts: EngineParts
  #design: Design | undefined
  /** Of the newest state. */
  #version = 0
  /** Of the newest edit. */
  #designVersion = 0
  #failed: readonly ElementId[] = []
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
      case 'fail':
        this.#failed = message.failed
        return this.#turnTo(message.version)
      case 'ask':
        return this.#ask(message.request, message.question)
      case 'cancel':
        this.#open.delete(message.request)
    }
  }

  #become(design: Design, version: number): void {
    this.#design = design
    this.#designVersion = version
    this.#previous = this.#simulation ?? this.#previous
    this.#simulation = undefined
    this.#turnTo(version)
  }

  #turnTo(version: number): void {
    this.#version = version
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
      else this.#parts.answer({ type: 'answer', request, version: this.#designVersion, answer: response })
    } catch (error) {
      this.#parts.answer({ type: 'broken', during: question.name, request, message: describe(error) })
    }
  }

  async #answerInSlices(request: number, question: Question, simulation: Simulation, slices: Slices<unknown>): Promise<void> {
    const version = this.#designVersion
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
    const failed = simulation.network.elements.among(this.#failed).map(({ element }) => element)
    const verdicts: IntentVerdict[] = []
    const effects = new Map<string, FlowsEffect>()
    for (const intent of simulation.intents) {
      verdicts.push(simulation.judge(intent, failed))
      const effect = failed.length === 0 ? undefined : effectOnIntent(simulation, intent, failed)
      if (effect) effects.set(intent.id, effect)
      await this.#parts.pause()
      if (version !== this.#version) return
    }
    const findings = this.#parts.check(simulation, failed)
    await this.#parts.pause()
    if (version !== this.#version) return
    this.#parts.answer({ type: 'analysis', analysis: { version, failed, findings, verdicts, effects, elements: simulation.elements } })
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
