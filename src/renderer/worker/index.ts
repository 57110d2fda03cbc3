import type { Port } from './analyzer.ts'

export { Analyzer } from './analyzer.ts'
export type { Analysis } from './protocol.ts'

/** Starts the analysis worker. */
export function startAnalysisWorker(): Port {
  return new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
}
