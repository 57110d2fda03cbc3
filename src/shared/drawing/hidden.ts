import type { DesignIndex } from '../document/query.ts'
import { relationLinesOf } from '../document/relation-lines.ts'
import type { ResourceId } from '../model/id.ts'
import { type LayerName, layerOf } from '../model/layer.ts'
import { endsOf, viaOf } from '../model/link.ts'
import type { IntentLine } from './intent-lines.ts'

/** What has to be drawn for a thing to be drawn: itself, and of a line also what it leads to. */
function needs(index: DesignIndex, id: string): readonly (ResourceId | undefined)[] {
  const relation = relationLinesOf(index).byId.get(id)
  if (relation) return [relation.of, relation.to]
  const resource = index.get(id as ResourceId)
  return resource ? [resource.id, ...(endsOf(resource) ?? []), viaOf(resource)] : []
}

/** Whether a thing is not drawn while some layers are hidden: its own is one of them, or an end of it is not drawn. Boxes and containers always are. */
export function isHidden(index: DesignIndex, id: string, hidden: ReadonlySet<LayerName>): boolean {
  if (hidden.size === 0) return false
  return needs(index, id).some((needed) => {
    const kind = index.get(needed)?.kind
    const layer = kind && layerOf(kind)
    return layer !== undefined && hidden.has(layer)
  })
}

/** Whether a line of intents is not drawn while some layers are hidden: theirs is one of them, or an end of it is not drawn. */
export function isIntentLineHidden(index: DesignIndex, { from, to }: IntentLine, hidden: ReadonlySet<LayerName>): boolean {
  return hidden.has('Intents') || [from, to].some((end) => end !== 'internet' && isHidden(index, end, hidden))
}
