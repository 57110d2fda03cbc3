import { placeAll } from '../../shared/document/commands/move.ts'
import type { Edit } from '../../shared/document/edit.ts'
import { type DesignIndex, displayName } from '../../shared/document/query.ts'
import { NODE_SIZE } from '../../shared/drawing/sizes.ts'
import { freePlace } from '../../shared/layout/index.ts'
import type { ResourceId } from '../../shared/model/id.ts'

/** Puts a gateway that was attached to a VPC onto a free spot of its border. */
export function toBorder(index: DesignIndex, gateway: ResourceId | undefined, vpc: ResourceId | undefined): Edit | undefined {
  const resource = index.get(gateway)
  if (!gateway || !resource) return undefined
  return placeAll(index, new Map([[gateway, freePlace(index, vpc, NODE_SIZE, resource.kind)]]), `Attach ${displayName(resource)}`)
}
