import ELK from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { LayeredAnswer, LayeredProblem } from '../../../shared/layout/layered.ts'
import { answerOf, elkGraph } from './elk-graph.ts'

/** Most nodes that are laid out in layers; more take seconds. */
export const MOST_LAYERED = 600

let elk: InstanceType<typeof ELK> | undefined

/** Lays a graph out in layers from left to right, in ELK's own worker, which starts when it is first needed. */
export async function layered(problem: LayeredProblem): Promise<LayeredAnswer> {
  elk ??= new ELK({ workerUrl, workerFactory: (url) => new Worker(url ?? workerUrl, { name: 'layout' }) })
  return answerOf(await elk.layout(elkGraph(problem)))
}
