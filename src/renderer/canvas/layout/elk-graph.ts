import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { LayeredAnswer, LayeredProblem } from '../../../shared/layout/layered.ts'

/** A problem as ELK takes it: layers from left to right, the same answer every time. */
export function elkGraph({ nodes, edges, gap }: LayeredProblem): ElkNode {
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.spacing.nodeNode': String(gap.node),
      'elk.spacing.componentComponent': String(gap.node),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(gap.layer),
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.randomSeed': '1',
    },
    children: nodes.map(({ id, width, height }) => ({ id: String(id), width, height })),
    edges: edges.map(({ from, to }, at) => ({ id: `e${at}`, sources: [String(from)], targets: [String(to)] })),
  }
}

/** ELK's answer as ours. */
export function answerOf({ children = [] }: ElkNode): LayeredAnswer {
  return new Map(children.map(({ id, x = 0, y = 0 }) => [Number(id), { x, y }]))
}
