import type { ResourceId } from '../../model/id.ts'
import type { Variant } from '../../model/kind.ts'
import { definitionOf, type Kind } from '../../model/index.ts'
import type { Placement } from '../design.ts'
import type { HolderId } from '../groups.ts'
import type { DesignIndex } from '../query.ts'
import { chosenFields } from './chosen.ts'
import { Draft, type IdSource, type Made } from './draft.ts'
import { holdingFields } from './holding.ts'
import { newName } from './names.ts'

/** Adds the main route table that AWS makes with every VPC (F-RT-1). */
export function createMainTable(draft: Draft, newId: IdSource, vpc: ResourceId, vpcName: string): ResourceId {
  const id = newId('route-table')
  draft.create({ kind: 'route-table', id, name: `${vpcName} main`.slice(0, 255), VpcId: vpc, Associations: [{ Main: true }], Routes: [], PropagatingVgws: [] })
  return id
}

/**
 * Makes a resource with its kind's defaults, a free name and free addresses inside a holder that takes it (`holderFor`).
 * `variant` is the form of it that is wanted. A VPC comes with its main route table. Settings and links have no placement.
 */
export function createResource(
  index: DesignIndex,
  newId: IdSource,
  kind: Kind,
  at: { readonly holder?: HolderId | undefined; readonly placement?: Placement | undefined; readonly variant?: Variant | undefined; readonly fields?: Readonly<Record<string, unknown>> } = {},
): Made {
  const draft = new Draft(index)
  const definition = definitionOf(kind)
  const id = newId(kind)
  const name = newName(index, kind, at.variant)
  const form = { ...at.variant?.defaults?.(), ...at.variant?.is }
  draft.create({ ...definition.defaults(), ...form, ...chosenFields(index, kind, at.holder, form), ...holdingFields(index, kind, at.holder), name, ...at.fields, kind, id })
  if (at.placement) draft.place(id, at.placement)
  if (kind === 'vpc') createMainTable(draft, newId, id, name)
  return { edit: draft.edit(`Add ${name}`), ids: [id] }
}
