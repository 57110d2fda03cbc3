import { type Edge, Handle, type Node, Position, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createElement, Fragment, memo, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { type FlowNode, flowOf } from './flow-graph.ts'
import { graphAt, stageElement } from './graph-of.ts'

const FlowBox = memo(({ data }: { readonly data: FlowNode['data'] }) =>
  createElement(Fragment, null,
    createElement('div', { className: data.isFrame ? 'box frame' : 'box' }, data.icon ? createElement('img', { src: data.icon, alt: '', draggable: false }) : null, createElement('span', null, data.label)),
    createElement(Handle, { type: 'target', position: Position.Left }),
    createElement(Handle, { type: 'source', position: Position.Right })))

const nodeTypes = { box: FlowBox }
const noNodes: Node[] = []
const noEdges: Edge[] = []

function Flow(): object {
  const [nodes, setNodes, onNodesChange] = useNodesState(noNodes)
  const [edges, setEdges, onEdgesChange] = useEdgesState(noEdges)
  useEffect(() => {
    window.peer = {
      show: async (address) => {
        const graph = flowOf(await graphAt(address))
        setNodes(graph.nodes)
        setEdges(graph.edges)
      },
      isThere: () => document.querySelector('.react-flow__node') !== null,
      select: (ids) => {
        const wanted = new Set(ids)
        setNodes((now: Node[]) => now.map((node) => ({ ...node, selected: wanted.has(node.id) })))
      },
    }
  }, [setNodes, setEdges])
  return createElement(ReactFlow, { nodes, edges, onNodesChange, onEdgesChange, nodeTypes, minZoom: 0.02, maxZoom: 4, panOnScroll: true, panOnScrollSpeed: 1 })
}

createRoot(stageElement()).render(createElement(Flow))
