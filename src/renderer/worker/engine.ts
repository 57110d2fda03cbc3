import type { Design } from '../../shared/document/design.ts'
import { applyEdit } from '../../shared/document/edit.ts'
import type { Finding } from '../../shared/rules/rule.ts'
import type { Simulation } from '../../shared/simulation/index.ts'
import type { IntentVerdict } from '../../shared/simulation/types.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** What the engine is made of: the pure core, a way to answer, and a pause that lets waiting messages in. */
export interface EngineParts {
  /** Simulates a state; the simulation of an earlier state saves work. */
  readonly simulate: (design: Design, previous: Simulation | undefined) => Simulation
  readonly check: (simulation: Simulation) => readonly Finding[]
  readonly answer: (message: FromWorker) => void
  readonly pause: () => Promise<void>
}

/**
 * The analysis, apart from the worker it runs in: owns a copy of the design, and after each edit works out findings and
 * verdicts in slices. Edits that arrive meanwhile make it start over: only the newest state is answered.
 */
export class Engine {
  readonly #parts: EngineParts
  #design: Design | undefined
  #version = 0
  #simulation: Simulation | undefined
  #previous: Simulation | undefined
  #isRunning = false

  constructor(parts: EngineParts) {
    this.#parts = parts
  }

  /** Takes one message of the window. */
  receive(message: ToWorker): void {
    if (message.type === 'trace') return this.#trace(message)
    if (message.type === 'open') {
      this.#become(message.design, message.version)
      return
    }
    const result = this.#design === undefined ? undefined : applyEdit(this.#design, message.edit)
    if (result?.ok) this.#become(result.value, message.version)
    else this.#parts.answer({ type: 'out-of-step' })
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

  #trace(message: Extract<ToWorker, { type: 'trace' }>): void {
    try {
      const simulation = this.#simulated()
      if (simulation) this.#parts.answer({ type: 'trace', request: message.request, version: this.#version, trace: simulation.trace(message.flow, message.failed) })
    } catch (error) {
      this.#parts.answer({ type: 'broken', during: 'trace', request: message.request, message: describe(error) })
    }
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
