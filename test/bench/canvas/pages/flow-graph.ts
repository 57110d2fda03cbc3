import type { Graph } from '../graph.ts'

/** A node as Svelte Flow and React Flow want it. */
export interface FlowNode {
  readonly id: string
  readonly type: 'box'
  readonly parentId?: string
  readonly position: { readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
  readonly selected?: boolean
  readonly data: { readonly label: string; readonly icon: string | undefined; readonly isFrame: boolean; readonly [other: string]: unknown }
}

/** An edge as both want it. */
export interface FlowEdge {
  readonly id: string
  readonly source: string
  readonly target: string
}

/** The graph in the terms of the two libraries: parents first, places relative to the parent. */
export function flowOf({ boxes, lines, icons }: Graph): { readonly nodes: FlowNode[]; readonly edges: FlowEdge[] } {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const nodes = boxes.map(({ id, parent, x, y, width, height, label, icon, isFrame }): FlowNode => {
    const around = byId.get(parent ?? '')
    const position = { x: x - (around?.x ?? 0), y: y - (around?.y ?? 0) }
    return { id, type: 'box', position, width, height, ...(parent === undefined || !around ? {} : { parentId: parent }), data: { label, icon: icon === undefined ? undefined : icons[icon], isFrame } }
  })
  return { nodes, edges: lines.map(({ id, from, to }) => ({ id, source: from, target: to })) }
}
