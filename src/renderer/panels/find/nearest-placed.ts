import type { CanvasView } from '../../canvas/view.svelte.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { parentOf } from '../../../shared/model/containment.ts'

/** The thing itself where it is drawn, else the nearest drawn thing that holds it; itself again when nothing does. */
export function nearestPlaced({ index, stage }: CanvasView, id: ResourceId): ResourceId {
  const seen = new Set<ResourceId>()
  for (let at: ResourceId | undefined = id; at !== undefined && !seen.has(at); ) {
    if (stage.boundsOf(at)) return at
    seen.add(at)
    const resource = index.get(at)
    at = resource && parentOf(resource)
  }
  return id
}
