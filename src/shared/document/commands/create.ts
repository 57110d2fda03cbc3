import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Kind } from '../../model/index.ts'
import type { Placement } from '../design.ts'
import { boxOf, type HolderId } from '../groups.ts'
import type { DesignIndex } from '../query.ts'
import { freeAmazonAsn, freeDeviceAsn, freeHostAddress, freeSitePrefix, freeSubnetCidr, freeVpcCidr } from './addresses.ts'
import { Draft, type IdSource, type Made } from './draft.ts'
import { holdingFields } from './holding.ts'
import { newName } from './names.ts'

/** Adds the main route table that AWS makes with every VPC (F-RT-1). */
export function createMainTable(draft: Draft, newId: IdSource, vpc: ResourceId, vpcName: string): ResourceId {
  const id = newId('route-table')
  draft.create({ kind: 'route-table', id, name: `${vpcName} main`.slice(0, 255), VpcId: vpc, Associations: [{ Main: true }], Routes: [], PropagatingVgws: [] })
  return id
}

/** Values of a new resource that depend on what the design holds already: free addresses, numbers that must differ. */
function chosenFields(index: DesignIndex, kind: Kind, holder: HolderId | undefined): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'vpc':
      return { CidrBlocks: [freeVpcCidr(index)] }
    case 'subnet': {
      const vpc = (holder && boxOf(index, holder)?.VpcId) ?? (holder as ResourceId | undefined)
      return { CidrBlock: vpc && freeSubnetCidr(index, vpc) }
    }
    case 'instance': {
      const address = holder && freeHostAddress(index, holder as ResourceId)
      return address === undefined ? {} : { PrivateIpAddress: address }
    }
    case 'site':
      return { prefixes: [freeSitePrefix(index)] }
    case 'customer-gateway':
      return { BgpAsn: freeDeviceAsn(index, holder as ResourceId | undefined) }
    case 'vpn-gateway':
    case 'transit-gateway':
    case 'direct-connect-gateway':
      return { AmazonSideAsn: freeAmazonAsn(index) }
    default:
      return {}
  }
}

/**
 * Makes a resource with its kind's defaults, a free name and free addresses inside a holder that takes it (`holderFor`).
 * A VPC comes with its main route table. Settings and links have no placement.
 */
export function createResource(
  index: DesignIndex,
  newId: IdSource,
  kind: Kind,
  at: { readonly holder?: HolderId | undefined; readonly placement?: Placement | undefined; readonly fields?: Readonly<Record<string, unknown>> } = {},
): Made {
  const draft = new Draft(index)
  const definition = definitionOf(kind)
  const id = newId(kind)
  const name = newName(index, kind)
  draft.create({ ...definition.defaults(), ...chosenFields(index, kind, at.holder), ...holdingFields(index, kind, at.holder), name, ...at.fields, kind, id })
  if (at.placement) draft.place(id, at.placement)
  if (kind === 'vpc') createMainTable(draft, newId, id, name)
  return { edit: draft.edit(`Add ${name}`), ids: [id] }
}
