import type { Graph } from '../graph.ts'

/** Reads a graph, and makes the stage as large as the address of the page says. */
export async function graphAt(address: string): Promise<Graph> {
  return (await (await fetch(address)).json()) as Graph
}

/** The element that a contestant fills, as large and where the address of the page says: as the canvas of the product is. */
export function stageElement(): HTMLElement {
  const stage = document.querySelector<HTMLElement>('#stage')
  if (!stage) throw new Error('the page has no stage')
  const asked = new URLSearchParams(location.search)
  for (const [side, name] of [['left', 'x'], ['top', 'y'], ['width', 'width'], ['height', 'height']] as const) stage.style[side] = `${asked.get(name) ?? '0'}px`
  return stage
}
