import type { Port } from './analyzer.ts'

export { Analyzer, type Following } from './analyzer.ts'
export type { Analysis } from './protocol.ts'
export type { InputOf, OutputOf, QuestionName } from './questions.ts'

/** Starts the analysis worker. */
export function startAnalysisWorker(): Port {
  return new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
}
